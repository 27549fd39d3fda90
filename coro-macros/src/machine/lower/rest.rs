//! What a pattern leaves behind, where what it takes apart is a value of its own: it lives as long as what the pattern binds.
//!
//! ```text
//! [source]   while let Some((name, _)) = stack.pop() { yield name; }
//! [lowered]  while let Some((name, rest)) = stack.pop() { yield name; }        rest: one of ours
//! ```
//!
//! Only tuples and `Some`, `Ok` and `Err` are looked into: out of a type with a `Drop` of its own, nothing could be moved.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, Pat, PatIdent, PatTuple, PatTupleStruct};

use super::super::ir::Stmt;
use super::super::locals::{Local, decode, local_of};
use super::super::make;
use super::super::methods::lends;
use super::Lower;

impl Lower<'_> {
    /// Names what `pat` leaves of `value`.
    pub(super) fn hold_rest(&mut self, pat: &mut Pat, value: &Expr) {
        if is_own(value) {
            self.hold(pat);
        }
    }

    /// The same of what a condition binds.
    pub(super) fn hold_rest_of_condition(&mut self, cond: &mut Expr) {
        match cond {
            Expr::Let(let_expr) => self.hold_rest(&mut let_expr.pat, &let_expr.expr),
            Expr::Binary(binary) => {
                self.hold_rest_of_condition(&mut binary.left);
                self.hold_rest_of_condition(&mut binary.right);
            }
            _ => {}
        }
    }

    /// The same of an item of a `for` loop, and the statements that follow then: what is left is dropped after what is bound, so it is
    /// declared before.
    pub(super) fn hold_rest_of_item(&mut self, pat: &mut Pat, items: &Expr) -> Vec<Stmt> {
        if !is_own(items) && !matches!(items, Expr::Path(_) | Expr::Field(_)) {
            return Vec::new();
        }
        let rests = self.locals.len();
        self.hold(pat);
        if self.locals.len() == rests {
            return Vec::new();
        }
        let mut late = Late { lower: self, rests, moved: Vec::new() };
        late.visit_pat_mut(pat);
        let moved = late.moved;
        moved
            .into_iter()
            .map(|(pat, value)| Stmt::Plain(make::let_stmt(Pat::Ident(pat), value, None, Span::mixed_site())))
            .collect()
    }

    fn hold(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Tuple(PatTuple { elems, .. }) => elems.iter_mut().for_each(|elem| self.hold_part(elem)),
            Pat::TupleStruct(PatTupleStruct { path, elems, .. })
                if path.segments.last().is_some_and(|last| ["Some", "Ok", "Err"].iter().any(|name| last.ident == name)) =>
            {
                elems.iter_mut().for_each(|elem| self.hold_part(elem));
            }
            Pat::Paren(paren) => self.hold(&mut paren.pat),
            _ => {}
        }
    }

    fn hold_part(&mut self, part: &mut Pat) {
        if let Pat::Wild(_) = part {
            *part = self.temporary("rest", part.span(), false).1;
        } else {
            self.hold(part);
        }
    }
}

/// Puts temporaries in the place of what a pattern binds by value.
struct Late<'a, 'b> {
    lower: &'a mut Lower<'b>,
    /// Locals from this one on are rests.
    rests: Local,
    moved: Vec<(PatIdent, Expr)>,
}

impl VisitMut for Late<'_, '_> {
    fn visit_pat_ident_mut(&mut self, pat: &mut PatIdent) {
        let Some((local, _)) = decode(&pat.ident) else { return };
        if local >= self.rests || pat.by_ref.is_some() || pat.subpat.is_some() {
            return;
        }
        let span = pat.ident.span();
        let (temporary, bound) = self.lower.temporary("bound", span, false);
        self.lower.locals.infos[temporary].copy = self.lower.locals.infos[local].copy;
        if let Pat::Ident(bound) = bound {
            let pat = core::mem::replace(pat, bound);
            let value = self.lower.mention(temporary, span);
            self.moved.push((pat, value));
        }
    }
}

/// Whether `value` is no place, and is not seen to be made of borrows.
fn is_own(value: &Expr) -> bool {
    match value {
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            !lends(&name)
                && !name.starts_with("is_")
                && (name != "enumerate" || is_own(&call.receiver) || local_of(&call.receiver).is_some())
        }
        Expr::Call(_) | Expr::Macro(_) => true,
        Expr::Paren(paren) => is_own(&paren.expr),
        _ => false,
    }
}
