//! The names that an argument's pattern binds.

use crate::{body::Param, error::Errors, input::names::Names};
use proc_macro2::Ident;
use syn::{
    Pat, PatIdent, PatType, Token, Type,
    spanned::Spanned,
    visit_mut::{self, VisitMut},
};

/// What the pattern binds, in the order in which a function's locals would be declared.
/// In the pattern itself `mut` goes (the wrapper mutates nothing) and `_` gets a name (what it leaves lives as long as the rest).
///
/// ```text
/// [source]   (mut a, _): (A, B)
/// [lowered]  (a, argument0): (A, B)        params: argument0, mut a
/// ```
pub fn take_params(argument: &mut PatType, names: &mut Names, errors: &mut Errors) -> Vec<Param> {
    let by_reference = is_reference(&argument.ty);
    let mut binder = Binder { names, errors, by_reference, alternative: false, bound: Vec::new(), left: Vec::new() };
    if matches!(*argument.pat, Pat::Wild(_)) {
        binder.by_reference = false;
    }
    binder.visit_pat_mut(&mut argument.pat);
    let Binder { mut bound, mut left, .. } = binder;
    if let ([only], []) | ([], [only]) = (&mut bound[..], &mut left[..])
        && matches!(*argument.pat, Pat::Ident(_))
    {
        only.ty = Some((*argument.ty).clone());
    }
    // rustc drops what the bindings leave behind after them, in field order.
    left.reverse();
    left.append(&mut bound);
    left
}

struct Binder<'a> {
    names: &'a mut Names,
    errors: &'a mut Errors,
    /// What is matched here lives behind a reference: nothing can be left behind, and `ref` borrows from elsewhere.
    by_reference: bool,
    /// Inside an or-pattern, whose sides bind the same names.
    alternative: bool,
    bound: Vec<Param>,
    left: Vec<Param>,
}

impl Binder<'_> {
    fn bind(&mut self, name: &Ident, mutability: Option<Token![mut]>) {
        if self.bound.iter().all(|param| param.name != *name) {
            self.bound.push(Param { name: name.clone(), mutability, ty: None });
        }
    }

    fn bind_ident(&mut self, pat: &mut PatIdent) {
        if is_path_like(pat) {
            return;
        }
        if let Some(keyword) = &pat.by_ref {
            if !self.by_reference {
                self.errors.push(keyword, "`ref` borrows from an argument, which the coroutine takes along; bind it by value");
            }
            // `ref mut x` is a reference; only `mut ref x` could change the binding.
            self.bind(&pat.ident, None);
        } else {
            self.bind(&pat.ident, pat.mutability.take());
        }
    }

    fn within(&mut self, change: impl FnOnce(&mut Self), pat: impl FnOnce(&mut Self)) {
        let outside = (self.by_reference, self.alternative);
        change(self);
        pat(self);
        (self.by_reference, self.alternative) = outside;
    }
}

impl VisitMut for Binder<'_> {
    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Ident(ident) => {
                self.bind_ident(ident);
                visit_mut::visit_pat_ident_mut(self, ident);
            }
            Pat::Wild(wild) if !self.by_reference && !self.alternative => {
                let name = self.names.argument(wild.span());
                self.left.push(Param { name: name.clone(), mutability: None, ty: None });
                *pat = Pat::Ident(PatIdent { attrs: Vec::new(), by_ref: None, mutability: None, ident: name, subpat: None });
            }
            Pat::Reference(reference) => {
                self.within(|me| me.by_reference = true, |me| visit_mut::visit_pat_reference_mut(me, reference));
            }
            Pat::Or(or) => self.within(|me| me.alternative = true, |me| visit_mut::visit_pat_or_mut(me, or)),
            Pat::Macro(call) => self.errors.push(
                call,
                "the names that a macro binds cannot be seen here; give the argument one name and match it in the body",
            ),
            _ => visit_mut::visit_pat_mut(self, pat),
        }
    }

    fn visit_expr_mut(&mut self, _: &mut syn::Expr) {}

    fn visit_type_mut(&mut self, _: &mut Type) {}
}

/// A unit struct, which binds nothing, is told by its name alone: `PhantomData`, but not `N`.
fn is_path_like(pat: &PatIdent) -> bool {
    let name = pat.ident.to_string();
    let plain = pat.by_ref.is_none() && pat.mutability.is_none() && pat.subpat.is_none();
    plain && name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
}

fn is_reference(ty: &Type) -> bool {
    match ty {
        Type::Reference(_) => true,
        Type::Group(group) => is_reference(&group.elem),
        Type::Paren(paren) => is_reference(&paren.elem),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::TokenStream;
    use quote::{ToTokens, quote};
    use syn::{FnArg, parse_quote};

    /// The pattern afterwards, the names (`mut` included), the errors.
    fn take(argument: TokenStream) -> (String, String, String) {
        let FnArg::Typed(mut argument): FnArg = parse_quote!(#argument) else { panic!("a receiver") };
        let mut errors = Errors::default();
        let mut names = Names::of(argument.to_token_stream());
        let params = take_params(&mut argument, &mut names, &mut errors);
        let names: Vec<String> = params
            .iter()
            .map(|Param { name, mutability, ty }| {
                format!("{}{name}{}", if mutability.is_some() { "mut " } else { "" }, if ty.is_some() { ":" } else { "" })
            })
            .collect();
        (argument.pat.to_token_stream().to_string(), names.join(" "), errors.into_compile_errors().to_string())
    }

    fn facts(argument: TokenStream, pat: TokenStream, names: &str) {
        assert_eq!(take(argument), (pat.to_string(), names.to_owned(), String::new()));
    }

    #[test]
    fn a_plain_name_keeps_its_type() {
        facts(quote!(x: u32), quote!(x), "x:");
        facts(quote!(mut x: u32), quote!(x), "mut x:");
        facts(quote!(N: u32), quote!(N), "N:");
    }

    #[test]
    fn every_name_of_a_pattern_is_bound_once() {
        facts(quote!((a, mut b): (u8, u8)), quote!((a, b)), "a mut b");
        facts(quote!(Point { x, y: mut z, .. }: Point), quote!(Point { x, y: z, .. }), "x mut z");
        facts(quote!(whole @ (a, _): P), quote!(whole @ (a, argument0)), "argument0 whole a");
        facts(quote!((Ok(x) | Err(x)): Result<u8, u8>), quote!((Ok(x) | Err(x))), "x");
        facts(quote!([first, .., last]: [u8; 4]), quote!([first, .., last]), "first last");
    }

    #[test]
    fn what_a_wildcard_leaves_gets_a_name() {
        facts(quote!(_: Vec<u8>), quote!(argument0), "argument0:");
        facts(quote!(_: &Vec<u8>), quote!(argument0), "argument0:");
        facts(quote!((_, x, _): (argument0, B, C)), quote!((argument1, x, argument2)), "argument2 argument1 x");
        facts(quote!(&(a, _): &(u8, String)), quote!(&(a, _)), "a");
        facts(quote!((A(x, _) | B(x, _)): E), quote!((A(x, _) | B(x, _))), "x");
    }

    #[test]
    fn a_unit_struct_binds_nothing() {
        facts(quote!((x, PhantomData): (u8, PhantomData<u8>)), quote!((x, PhantomData)), "x");
    }

    #[test]
    fn ref_is_refused_where_it_borrows_the_argument() {
        assert!(take(quote!((ref a, b): (u8, u8))).2.contains("bind it by value"));
        facts(quote!(&(ref a, b): &(String, u8)), quote!(&(ref a, b)), "a b");
    }

    #[test]
    fn a_macro_hides_its_names() {
        assert!(take(quote!(pair!(a, b): (u8, u8))).2.contains("cannot be seen"));
    }
}
