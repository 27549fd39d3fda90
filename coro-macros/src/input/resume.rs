//! The resume type: from the return type, from the `#[resume]` arguments, or from both.

use crate::{
    body::{Form, Kind, Resume},
    error::Errors,
    input::{
        lifetimes::{for_closure, name_elided},
        names::Names,
        params::{Mode, ResumeArguments},
        returns::peel,
    },
};
use proc_macro2::Span;
use syn::{
    BoundLifetimes, GenericArgument, GenericParam, Lifetime, LifetimeParam, PathArguments, TraitBound, Type, TypeTuple,
    parse_quote, punctuated::Punctuated, token::Paren,
};

const BORROWS: &str = "a resume argument that borrows is there for one call, and what a pinned coroutine is given has to last \
    as long as it is suspended; make it owned, or remove `static` or `boxed`";

/// What resuming brings, and the lifetimes that the user's `for<..>` binds.
pub struct Read {
    pub values: Resume,
    pub bound: Vec<Lifetime>,
}

/// Iterators, streams and futures are resumed with nothing.
pub fn of_nothing(arguments: ResumeArguments, kind: Kind, errors: &mut Errors) -> Resume {
    if !is_unit(&arguments.joined_type()) {
        let what = match kind {
            Kind::Stream => "a stream",
            Kind::Future => "a future",
            _ => "an iterator",
        };
        for (_, ty) in &arguments.all {
            errors.push(ty, format!("{what} is resumed with nothing; return `impl Coroutine<_, ..>` to have resume arguments"));
        }
    }
    as_written(arguments, &[])
}

/// Completes the bound's resume type for rustc.
///
/// ```text
/// [source]   fn f(#[resume] piece: &[u8]) -> impl Coroutine<_, Yield = u8, Return = ()>
/// [lowered]  fn f() -> impl for<'r0> Coroutine<&'r0 [u8], Yield = u8, Return = ()>
/// ```
pub fn of_coroutine<'a>(
    bound: &'a mut TraitBound,
    form: Form,
    arguments: ResumeArguments,
    names: &mut Names,
    errors: &mut Errors,
) -> (Read, &'a TraitBound) {
    let lifetimes = bound_lifetimes(bound);
    let Some(resume_type) = type_argument(bound) else {
        report_missing(bound, &arguments, errors);
        let values = as_written(arguments, &lifetimes);
        return (Read { values, bound: lifetimes }, bound);
    };
    if let Type::Infer(hole) = peel(resume_type) {
        if arguments.all.is_empty() {
            errors.push(hole, "`_` stands for the type of a `#[resume]` argument, and there is none; write the type");
        }
        *resume_type = arguments.joined_type();
    }
    let values = if arguments.all.is_empty() {
        Resume::Plain(for_closure(resume_type, &lifetimes))
    } else {
        as_written(arguments, &lifetimes)
    };
    let higher_ranked = name_elided(resume_type, names);
    if form != Form::Movable
        && let Some(lifetime) = lifetimes.first().or(higher_ranked.first())
    {
        errors.push(lifetime, BORROWS);
    }
    bind(higher_ranked, bound);
    (Read { values, bound: lifetimes }, bound)
}

/// The `#[resume]` arguments with their own types; `()` if there are none.
pub fn as_written(arguments: ResumeArguments, bound: &[Lifetime]) -> Resume {
    let ResumeArguments { mode, all } = arguments;
    let mut all: Vec<_> = all.into_iter().map(|(pat, ty)| (pat, for_closure(&ty, bound))).collect();
    if mode == Mode::Rebind {
        return Resume::Rebind(all);
    }
    match all.pop() {
        Some((pat, ty)) => Resume::First(pat, ty),
        None => Resume::Plain(parse_quote!(())),
    }
}

impl ResumeArguments {
    /// The type that travels: `()` for none, a tuple for several.
    fn joined_type(&self) -> Type {
        match &self.all[..] {
            [(_, only)] => only.clone(),
            several => Type::Tuple(TypeTuple {
                paren_token: Paren(Span::mixed_site()),
                elems: several.iter().map(|(_, ty)| ty.clone()).collect(),
            }),
        }
    }
}

fn report_missing(bound: &TraitBound, arguments: &ResumeArguments, errors: &mut Errors) {
    if !is_unit(&arguments.joined_type()) {
        errors.push(
            &bound.path,
            "the resume type is missing, which means `()`; write `Coroutine<_, ..>` to take it from the `#[resume]` argument",
        );
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
        PathArguments::AngleBracketed(list) => list.args.iter_mut().find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        }),
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
    binder.lifetimes.extend(lifetimes.into_iter().map(|lifetime| GenericParam::Lifetime(LifetimeParam::new(lifetime))));
}

fn is_unit(ty: &Type) -> bool {
    match ty {
        Type::Tuple(tuple) => tuple.elems.is_empty(),
        Type::Group(group) => is_unit(&group.elem),
        Type::Paren(paren) => is_unit(&paren.elem),
        _ => false,
    }
}
