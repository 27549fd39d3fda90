//! Lifetimes of a resume type, and types as a closure's signature can say them.

use crate::input::names::Names;
use syn::{
    Lifetime, ParenthesizedGenericArguments, Type, TypeBareFn, TypeImplTrait, TypeInfer, TypeReference,
    spanned::Spanned,
    visit::Visit,
    visit_mut::{self, VisitMut},
};

/// Gives each elided lifetime a name, to be bound by the `for<..>` of the trait.
///
/// ```text
/// [source]   &mut Context<'_>
/// [lowered]  &'r0 mut Context<'r1>
/// ```
pub fn name_elided(ty: &mut Type, names: &mut Names) -> Vec<Lifetime> {
    let mut visitor = Namer { names, named: Vec::new() };
    visitor.visit_type_mut(ty);
    visitor.named
}

struct Namer<'a> {
    names: &'a mut Names,
    named: Vec<Lifetime>,
}

impl VisitMut for Namer<'_> {
    fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
        let span = reference.and_token.span();
        reference.lifetime.get_or_insert_with(|| Lifetime::new("'_", span));
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.names.lifetime(lifetime.span());
            self.named.push(lifetime.clone());
        }
    }

    // What is elided in these has a meaning of its own.
    fn visit_type_bare_fn_mut(&mut self, _: &mut TypeBareFn) {}

    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut ParenthesizedGenericArguments) {}

    fn visit_type_impl_trait_mut(&mut self, _: &mut TypeImplTrait) {}
}

/// The type with `'_` for each of the `bound` lifetimes and `_` for each `impl Trait`.
pub fn for_closure(ty: &Type, bound: &[Lifetime]) -> Type {
    let mut ty = ty.clone();
    Eraser { bound }.visit_type_mut(&mut ty);
    ty
}

struct Eraser<'a> {
    bound: &'a [Lifetime],
}

impl VisitMut for Eraser<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if self.bound.contains(lifetime) {
            *lifetime = Lifetime::new("'_", lifetime.span());
        }
    }

    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let Type::ImplTrait(hidden) = ty {
            *ty = Type::Infer(TypeInfer { underscore_token: syn::Token![_](hidden.span()) });
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }
}

/// The first mention of one of the `bound` lifetimes.
pub fn first_of(bound: &[Lifetime], ty: &Type) -> Option<Lifetime> {
    let mut finder = Finder { bound, found: None };
    finder.visit_type(ty);
    finder.found
}

struct Finder<'a> {
    bound: &'a [Lifetime],
    found: Option<Lifetime>,
}

impl Visit<'_> for Finder<'_> {
    fn visit_lifetime(&mut self, lifetime: &Lifetime) {
        if self.found.is_none() && self.bound.contains(lifetime) {
            self.found = Some(lifetime.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::{ToTokens, quote};
    use syn::parse_quote;

    fn named(ty: Type) -> (String, usize) {
        let mut ty = ty;
        let mut names = Names::of(ty.to_token_stream());
        let named = name_elided(&mut ty, &mut names);
        (ty.to_token_stream().to_string(), named.len())
    }

    #[test]
    fn elided_lifetimes_get_names() {
        assert_eq!(named(parse_quote!(&mut Context<'_>)), (quote!(&'r0 mut Context<'r1>).to_string(), 2));
        assert_eq!(named(parse_quote!((&'a u8, &'_ r0))), (quote!((&'a u8, &'r1 r0)).to_string(), 1));
        assert_eq!(named(parse_quote!(fn(&u8) -> &u8)), (quote!(fn(&u8) -> &u8).to_string(), 0));
        assert_eq!(named(parse_quote!(&dyn Fn(&u8))), (quote!(&'r0 dyn Fn(&u8)).to_string(), 1));
        assert_eq!(named(parse_quote!(u64)), (quote!(u64).to_string(), 0));
    }

    #[test]
    fn a_closure_signature_names_no_bound_lifetime_and_no_impl() {
        let bound: Vec<Lifetime> = vec![parse_quote!('a)];
        let erased = |ty: Type| for_closure(&ty, &bound).to_token_stream().to_string();
        assert_eq!(erased(parse_quote!(&'a mut Io<'a, 'b>)), quote!(&'_ mut Io<'_, 'b>).to_string());
        assert_eq!(erased(parse_quote!(Option<impl Display + 'static>)), quote!(Option<_>).to_string());
        assert_eq!(erased(parse_quote!(&[u8])), quote!(&[u8]).to_string());
    }
}
