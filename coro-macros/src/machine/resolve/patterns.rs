//! Patterns: what they bind.

use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, FieldPat, Token};

use super::super::locals::{Entry, Local};
use super::{Name, Resolve};

pub(super) struct Patterns<'a, 'b> {
    pub(super) resolve: &'a mut Resolve<'b>,
    /// Below `&`: what is bound by value there is copied out of a reference.
    pub(super) copied: bool,
    pub(super) bound: Vec<(Name, Local)>,
    pub(super) order: Vec<Local>,
}

impl VisitMut for Patterns<'_, '_> {
    fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
        let name = pat.ident.to_string();
        let binds = pat.by_ref.is_some() || pat.mutability.is_some() || pat.subpat.is_some() || is_variable_name(&name);
        if binds {
            let name = Name::new(&pat.ident);
            let is_same = |(known, _): &&(Name, Local)| known.text == name.text && known.context() == name.context();
            let local = match self.bound.iter().find(is_same) {
                Some((_, local)) => *local,
                None => {
                    let local = self.resolve.declare(&pat.ident, pat.mutability.is_some());
                    self.bound.push((name, local));
                    self.order.push(local);
                    local
                }
            };
            self.resolve.locals.infos[local].copy |= self.copied && pat.by_ref.is_none();
            pat.ident = self.resolve.locals.declaration(local, pat.ident.span());
        }
        if let Some((_, inner)) = &mut pat.subpat {
            self.visit_pat_mut(inner);
        }
    }

    fn visit_pat_reference_mut(&mut self, reference: &mut syn::PatReference) {
        let outer = core::mem::replace(&mut self.copied, true);
        self.visit_pat_mut(&mut reference.pat);
        self.copied = outer;
    }

    fn visit_pat_tuple_struct_mut(&mut self, pat: &mut syn::PatTupleStruct) {
        let first = self.order.len();
        visit_mut::visit_pat_tuple_struct_mut(self, pat);
        let entry = pat.path.segments.last().and_then(|last| match &*last.ident.to_string() {
            "Vacant" => Some(Entry::Vacant),
            "Occupied" => Some(Entry::Occupied),
            _ => None,
        });
        if entry.is_some() {
            self.order[first..].iter().for_each(|local| self.resolve.locals.infos[*local].entry = entry);
        }
    }

    fn visit_field_pat_mut(&mut self, field: &mut FieldPat) {
        if field.colon_token.is_none() {
            field.colon_token = Some(Token![:](field.member.span()));
        }
        self.visit_pat_mut(&mut field.pat);
    }

    fn visit_expr_mut(&mut self, _: &mut Expr) {}
}

pub fn is_variable_name(name: &str) -> bool {
    name.trim_start_matches("r#").starts_with(|c: char| c.is_lowercase() || c == '_')
}
