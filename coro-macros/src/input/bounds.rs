//! The bounds of the returned `impl` or `dyn`: one says what is returned, some are derived, the others are rustc's business.

use crate::{
    body::Kind,
    error::Errors,
    input::lifetimes::{first_of, for_closure},
    wrap::Object,
};
use proc_macro2::{Ident, Span};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::{
    AngleBracketedGenericArguments, GenericArgument, Lifetime, Path, PathArguments, Token, TraitBound, TraitBoundModifier, Type,
    TypeParamBound, parse_quote, punctuated::Punctuated,
};

type Bounds = Punctuated<TypeParamBound, Token![+]>;

const EXPECTED: &str =
    "one of these bounds has to say what a coroutine returns; add `Coroutine<..>`, `Iterator<..>`, `Stream<..>` or `Future<..>`";

/// Finds the one bound that says what is returned.
pub fn find<'a>(bounds: &'a mut Bounds, errors: &mut Errors) -> Option<(Kind, &'a mut TraitBound)> {
    let whole = bounds.to_token_stream();
    let mut found = None;
    for bound in bounds.iter_mut().filter_map(trait_bound) {
        let kind = match &*name(bound) {
            "Coroutine" => Kind::Coroutine,
            "Iterator" => Kind::Iterator,
            "Stream" => Kind::Stream,
            "FusedStream" if arguments(bound).is_some() => Kind::Stream,
            "Future" => Kind::Future,
            "AsyncIterator" => {
                errors.push(&*bound, "`AsyncIterator` is not stable; return `impl Stream<..>`, of the `futures-core` crate");
                return None;
            }
            _ => continue,
        };
        if found.is_some() {
            errors.push(&whole, "a coroutine is one of `Coroutine`, `Iterator`, `Stream` and `Future`; keep one of these bounds");
            return found;
        }
        found = Some((kind, bound));
    }
    if found.is_none() {
        errors.push(&whole, EXPECTED);
    }
    found
}

/// What the bounds of a `dyn` say besides the one that says what is returned.
pub fn object(bounds: &Bounds) -> Object {
    let (mut is_send, mut is_sync, mut others) = (false, false, 0);
    for bound in bounds {
        match bound {
            TypeParamBound::Lifetime(_) => {}
            TypeParamBound::Trait(bound) if bound.path.is_ident("Send") => is_send = true,
            TypeParamBound::Trait(bound) if bound.path.is_ident("Sync") => is_sync = true,
            _ => others += 1,
        }
    }
    if others == 1 { Object::Dyn { is_send, is_sync } } else { Object::Other }
}

/// The derives that the bounds ask for, as paths at the user's bounds.
pub fn derives(bounds: &mut Bounds) -> Vec<Path> {
    bounds.iter_mut().filter_map(trait_bound).filter_map(|bound| derive(bound)).collect()
}

/// Why the derives are refused.
#[derive(Clone, Copy)]
pub enum Underivable {
    /// A trait object has none of them.
    Dyn,
    /// What `rustc` lays out has none of them.
    Pinned,
}

impl Underivable {
    fn message(self, name: &str) -> String {
        match self {
            Self::Dyn => format!("a `dyn` cannot be `{name}` as well; return `impl .. + {name}`, or leave it out"),
            Self::Pinned => format!(
                "only the movable form of a coroutine can be `{name}`; leave it out, or return `impl Coroutine<..>` or `impl Iterator<..>` and do not borrow across a yield"
            ),
        }
    }
}

/// Each is reported, and removed so that rustc does not report it again.
pub fn refuse_derives(bounds: &mut Bounds, why: Underivable, errors: &mut Errors) {
    let mut kept = Bounds::new();
    for mut bound in core::mem::take(bounds) {
        match trait_bound(&mut bound) {
            Some(derived) if derive(derived).is_some() => {
                let name = name(derived);
                errors.push(derived, why.message(&name));
            }
            _ => kept.push(bound),
        }
    }
    *bounds = kept;
}

fn derive(bound: &TraitBound) -> Option<Path> {
    let module = match &*name(bound) {
        "Clone" => "clone",
        "Debug" => "fmt",
        "PartialEq" | "Eq" => "cmp",
        "Hash" => "hash",
        _ => return None,
    };
    let last = bound.path.segments.last()?;
    let span = Span::mixed_site().located_at(last.ident.span());
    let (module, ident) = (Ident::new(module, span), format_ident!("{}", last.ident, span = span));
    last.arguments.is_none().then(|| syn::parse2(quote_spanned!(span=> ::core::#module::#ident)).ok()).flatten()
}

/// The type given to an associated type, fit for a closure: `_` if there is none.
pub fn associated(bound: &TraitBound, name: &str, resumed: &[Lifetime], errors: &mut Errors) -> Type {
    let written = arguments(bound).into_iter().flat_map(|list| &list.args).find_map(|argument| match argument {
        GenericArgument::AssocType(given) if given.ident == name => Some(&given.ty),
        _ => None,
    });
    let Some(written) = written else {
        return parse_quote!(_);
    };
    if let Some(lifetime) = first_of(resumed, written) {
        let message =
            "what a coroutine gives back cannot borrow from a resume argument; make it owned, or use a lifetime of the function";
        errors.push(lifetime, message);
    }
    for_closure(written, resumed)
}

fn arguments(bound: &TraitBound) -> Option<&AngleBracketedGenericArguments> {
    match &bound.path.segments.last()?.arguments {
        PathArguments::AngleBracketed(list) => Some(list),
        _ => None,
    }
}

fn trait_bound(bound: &mut TypeParamBound) -> Option<&mut TraitBound> {
    match bound {
        TypeParamBound::Trait(bound) if matches!(bound.modifier, TraitBoundModifier::None) => Some(bound),
        _ => None,
    }
}

fn name(bound: &TraitBound) -> String {
    bound.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default()
}
