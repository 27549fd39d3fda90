//! What is written to.

use syn::Expr;
use syn::spanned::Spanned;

use super::super::super::locals::decode;
use super::super::{Event, Use, parts};
use super::Walk;

impl Walk<'_> {
    /// Notes that the local at the root of `place` is written to.
    pub(super) fn change(&mut self, place: &Expr) {
        match place {
            Expr::Path(path) => {
                if let Some((local, _)) = path.path.get_ident().and_then(decode)
                    && let Some(changed) = self.graph.changed.get_mut(local)
                {
                    *changed = true;
                    self.graph.borrowed.push((local, place.span()));
                }
            }
            Expr::Paren(paren) => self.change(&paren.expr),
            Expr::Field(_) | Expr::Index(_) => {
                // The local may be a reference, which is not changed itself.
                let before = self.graph.borrowed.len();
                match place {
                    Expr::Field(field) => self.change(&field.base),
                    Expr::Index(index) => self.change(&index.expr),
                    _ => {}
                }
                self.graph.borrowed.truncate(before);
            }
            _ => {}
        }
    }

    pub(super) fn assign(&mut self, target: &Expr) {
        match target {
            Expr::Path(path) => match path.path.get_ident().and_then(decode) {
                Some((local, mention)) if self.inside_closure => {
                    self.change(target);
                    self.mention(local, mention, Use::Reference);
                }
                Some((local, _)) => {
                    self.push(Event::Assign(local, target.span()));
                }
                None => {}
            },
            Expr::Paren(paren) => self.assign(&paren.expr),
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.assign(elem)),
            Expr::Array(array) => array.elems.iter().for_each(|elem| self.assign(elem)),
            Expr::Struct(literal) => literal.fields.iter().for_each(|field| self.assign(&field.expr)),
            Expr::Call(call) => call.args.iter().for_each(|arg| self.assign(arg)),
            Expr::Infer(_) => {}
            place => {
                self.change(place);
                if let Some((_, mention, _)) = parts::place(place) {
                    self.graph.assigned_parts.push(mention);
                }
                self.expr(place, Use::Reference);
            }
        }
    }
}
