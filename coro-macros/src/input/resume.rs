//! The resume type: from the return type, from the `#[resume]` arguments, or from both.

use crate::{
    body::Resume,
    error::Errors,
    input::{
        lifetimes::{for_closure, name_elided},
        names::Names,
        params::ResumeArguments,
        returns::peel,
    },
};
use proc_macro2::Span;
use syn::{
    BoundLifetimes, GenericArgument, GenericParam, Lifetime, LifetimeParam, PathArguments,
    TraitBound, Type, TypeTuple, parse_quote, punctuated::Punctuated, token::Paren,
};

/// What resuming brings, and the lifetimes that the user's `for<..>` binds.
pub struct Read {
    pub values: Resume,
    pub bound: Vec<Lifetime>,
}

/// An iterator is resumed with nothing.
pub fn of_iterator(arguments: ResumeArguments, errors: &mut Errors) -> Resume {
    for ty in arguments.types().into_iter().filter(|ty| !is_unit(ty)) {
        errors.push(ty, "an iterator is resumed with nothing; return `impl Coroutine<_, ..>` to have resume arguments");
    }
    as_written(arguments, &[]).unwrap_or_else(|| Resume::Plain(parse_quote!(())))
}

/// Completes the bound's resume type for rustc.
///
/// ```text
/// [source]   fn f(#[resume] piece: &[u8]) -> impl Coroutine<_, Yield = u8, Return = ()>
/// [lowered]  fn f() -> impl for<'r0> Coroutine<&'r0 [u8], Yield = u8, Return = ()>
/// ```
pub fn of_coroutine<'a>(
    bound: &'a mut TraitBound,
    arguments: ResumeArguments,
    names: &mut Names,
    errors: &mut Errors,
) -> (Read, &'a TraitBound) {
    let lifetimes = bound_lifetimes(bound);
    let Some(resume_type) = type_argument(bound) else {
        report_missing(bound, &arguments, errors);
        let values =
            as_written(arguments, &lifetimes).unwrap_or_else(|| Resume::Plain(parse_quote!(())));
        return (
            Read {
                values,
                bound: lifetimes,
            },
            bound,
        );
    };
    if let Type::Infer(hole) = peel(resume_type) {
        if matches!(arguments, ResumeArguments::None) {
            errors.push(hole, "`_` stands for the type of a `#[resume]` argument, and there is none; write the type");
        }
        *resume_type = arguments.joined_type();
    }
    let plain = Resume::Plain(for_closure(resume_type, &lifetimes));
    let named = name_elided(resume_type, names);
    bind(named, bound);
    (
        Read {
            values: as_written(arguments, &lifetimes).unwrap_or(plain),
            bound: lifetimes,
        },
        bound,
    )
}

/// The `#[resume]` arguments with their own types.
pub fn as_written(arguments: ResumeArguments, bound: &[Lifetime]) -> Option<Resume> {
    match arguments {
        ResumeArguments::None => None,
        ResumeArguments::First(pat, ty) => Some(Resume::First(pat, for_closure(&ty, bound))),
        ResumeArguments::Rebind(all) => {
            let erased = |(pat, ty)| (pat, for_closure(&ty, bound));
            Some(Resume::Rebind(all.into_iter().map(erased).collect()))
        }
    }
}

impl ResumeArguments {
    fn types(&self) -> Vec<&Type> {
        match self {
            Self::None => Vec::new(),
            Self::First(_, ty) => vec![ty],
            Self::Rebind(all) => all.iter().map(|(_, ty)| ty).collect(),
        }
    }

    /// The type that travels: a tuple if there are several.
    fn joined_type(&self) -> Type {
        match self.types()[..] {
            [only] => only.clone(),
            ref several => Type::Tuple(TypeTuple {
                paren_token: Paren(Span::mixed_site()),
                elems: several.iter().copied().cloned().collect(),
            }),
        }
    }
}

fn report_missing(bound: &TraitBound, arguments: &ResumeArguments, errors: &mut Errors) {
    if arguments.types().into_iter().any(|ty| !is_unit(ty)) {
        errors.push(&bound.path, "the resume type is missing, which means `()`; write `Coroutine<_, ..>` to take it from the `#[resume]` argument");
    }
}

fn bound_lifetimes(bound: &TraitBound) -> Vec<Lifetime> {
    let params = bound.lifetimes.iter().flat_map(|binder| &binder.lifetimes);
    params
        .filter_map(|param| match param {
            GenericParam::Lifetime(param) => Some(param.lifetime.clone()),
            _ => None,
        })
        .collect()
}

fn type_argument(bound: &mut TraitBound) -> Option<&mut Type> {
    match &mut bound.path.segments.last_mut()?.arguments {
        PathArguments::AngleBracketed(list) => {
            list.args.iter_mut().find_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })
        }
        _ => None,
    }
}

fn bind(lifetimes: Vec<Lifetime>, bound: &mut TraitBound) {
    if lifetimes.is_empty() {
        return;
    }
    let binder = bound.lifetimes.get_or_insert_with(|| BoundLifetimes {
        for_token: syn::Token![for](Span::mixed_site()),
        lt_token: syn::Token![<](Span::mixed_site()),
        lifetimes: Punctuated::new(),
        gt_token: syn::Token![>](Span::mixed_site()),
    });
    binder.lifetimes.extend(
        lifetimes
            .into_iter()
            .map(|lifetime| GenericParam::Lifetime(LifetimeParam::new(lifetime))),
    );
}

fn is_unit(ty: &Type) -> bool {
    match ty {
        Type::Tuple(tuple) => tuple.elems.is_empty(),
        Type::Group(group) => is_unit(&group.elem),
        Type::Paren(paren) => is_unit(&paren.elem),
        _ => false,
    }
}
