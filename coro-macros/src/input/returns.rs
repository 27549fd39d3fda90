//! The return type, which alone says what the caller gets.

use crate::{
    body::{Form, Kind, Resume},
    error::Errors,
    input::{
        bounds::{self, Underivable},
        names::Names,
        params::ResumeArguments,
        resume,
    },
    wrap::{Boxing, Object},
};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{
    GenericArgument, Path, PathArguments, PathSegment, ReturnType, Signature, Token, TraitBound, Type, TypeImplTrait,
    TypeParamBound, TypePath, TypeTraitObject, parse_quote, punctuated::Punctuated,
};

pub struct Returns {
    pub kind: Kind,
    pub boxing: Boxing,
    pub object: Object,
    pub resume: Resume,
    pub yield_type: Type,
    pub return_type: Type,
    pub derives: Vec<Path>,
}

/// Where the bounds of the returned `impl` or `dyn` stand.
struct Found<'a> {
    bounds: &'a mut Punctuated<TypeParamBound, Token![+]>,
    boxing: Boxing,
    is_dyn: bool,
}

const EXPECTED: &str = "a coroutine returns `impl Coroutine<..>`, `impl Iterator<..>`, `impl Stream<..>`, `impl Future<..>` or a box of one; \
    write for example `-> impl Iterator<Item = u32>`";
const STATIC_ITERATOR: &str =
    "an iterator can be moved between two items, and a `static` coroutine cannot; write `#[coroutine(boxed)]`";
const BARE_DYN: &str = "a `dyn` cannot be returned by itself; put it into a `Box<..>`, or write `impl`";

impl Returns {
    /// Makes of the return type what rustc is to read, and says what it means.
    pub fn take(sig: &mut Signature, form: Form, resume: ResumeArguments, names: &mut Names, errors: &mut Errors) -> Self {
        match find(&mut sig.output) {
            Ok(found) => Self::read(found, form, resume, names, errors),
            Err(message) => {
                errors.push(place(sig), message);
                make_impl_of_dyn(&mut sig.output);
                Self::unknown(resume)
            }
        }
    }

    fn read(found: Found, form: Form, resume: ResumeArguments, names: &mut Names, errors: &mut Errors) -> Self {
        let Found { bounds, boxing, is_dyn } = found;
        let derives = bounds::derives(bounds);
        if is_dyn {
            bounds::refuse_derives(bounds, Underivable::Dyn, errors);
        }
        let Some((kind, bound)) = bounds::find(bounds, errors) else {
            return Self { boxing, derives, ..Self::unknown(resume) };
        };
        if kind == Kind::Iterator && form == Form::Static {
            errors.push(&bound.path, STATIC_ITERATOR);
        }
        let returns = Self::promised(kind, bound, form, resume, names, errors);
        let object = if is_dyn { bounds::object(bounds) } else { Object::Other };
        if !is_dyn && (form != Form::Movable || kind.awaits()) {
            bounds::refuse_derives(bounds, Underivable::Pinned, errors);
        }
        Self { boxing, object, derives, ..returns }
    }

    /// What the one bound says.
    fn promised(
        kind: Kind,
        bound: &mut TraitBound,
        form: Form,
        resume: ResumeArguments,
        names: &mut Names,
        errors: &mut Errors,
    ) -> Self {
        let nothing: Type = parse_quote!(());
        let (resume, yield_type, return_type) = match kind {
            Kind::Coroutine => {
                let (resume, bound) = resume::of_coroutine(bound, form, resume, names, errors);
                let yield_type = bounds::associated(bound, "Yield", &resume.bound, errors);
                let return_type = bounds::associated(bound, "Return", &resume.bound, errors);
                (resume.values, yield_type, return_type)
            }
            Kind::Iterator | Kind::Stream => {
                (resume::of_nothing(resume, kind, errors), bounds::associated(bound, "Item", &[], errors), nothing)
            }
            Kind::Future => (resume::of_nothing(resume, kind, errors), nothing, bounds::associated(bound, "Output", &[], errors)),
        };
        let (boxing, object) = (Boxing::Unboxed, Object::Other);
        Self { kind, boxing, object, resume, yield_type, return_type, derives: Vec::new() }
    }

    /// Lets the body's errors be found though the return type is none.
    fn unknown(resume: ResumeArguments) -> Self {
        Self {
            kind: Kind::Coroutine,
            boxing: Boxing::Unboxed,
            object: Object::Other,
            resume: resume::as_written(resume, &[]),
            yield_type: parse_quote!(_),
            return_type: parse_quote!(_),
            derives: Vec::new(),
        }
    }
}

fn find(output: &mut ReturnType) -> Result<Found<'_>, &'static str> {
    let ReturnType::Type(_, ty) = output else {
        return Err(EXPECTED);
    };
    match peel(ty) {
        Type::ImplTrait(it) => Ok(Found { bounds: &mut it.bounds, boxing: Boxing::Unboxed, is_dyn: false }),
        Type::TraitObject(_) => Err(BARE_DYN),
        Type::Path(path) => boxed(path).ok_or(EXPECTED),
        _ => Err(EXPECTED),
    }
}

/// Where the return type is refused: at the type, or at the function's name if there is none.
fn place(sig: &Signature) -> TokenStream {
    match &sig.output {
        ReturnType::Default => sig.ident.to_token_stream(),
        ReturnType::Type(_, ty) => ty.to_token_stream(),
    }
}

/// So that rustc does not refuse it as well.
fn make_impl_of_dyn(output: &mut ReturnType) {
    if let ReturnType::Type(_, ty) = output
        && let Type::TraitObject(TypeTraitObject { bounds, .. }) = peel(ty)
    {
        let bounds = core::mem::take(bounds);
        **ty = Type::ImplTrait(TypeImplTrait { impl_token: Token![impl](Span::mixed_site()), bounds });
    }
}

/// `Box<dyn ..>`, `Pin<Box<dyn ..>>`, or `impl` for `dyn`.
fn boxed(path: &mut TypePath) -> Option<Found<'_>> {
    if path.path.segments.last()?.ident == "Box" {
        return unboxed(only_argument(path, "Box")?, Boxing::Box);
    }
    match peel(only_argument(path, "Pin")?) {
        Type::Path(path) => unboxed(only_argument(path, "Box")?, Boxing::PinBox),
        _ => None,
    }
}

fn unboxed(inner: &mut Type, boxing: Boxing) -> Option<Found<'_>> {
    match peel(inner) {
        Type::ImplTrait(it) => Some(Found { bounds: &mut it.bounds, boxing, is_dyn: false }),
        Type::TraitObject(it) => Some(Found { bounds: &mut it.bounds, boxing, is_dyn: true }),
        _ => None,
    }
}

/// `T` of `..::Name<T>`.
fn only_argument<'a>(path: &'a mut TypePath, name: &str) -> Option<&'a mut Type> {
    let PathSegment { ident, arguments } = path.path.segments.last_mut()?;
    match arguments {
        PathArguments::AngleBracketed(list) if ident == name && list.args.len() == 1 => match list.args.first_mut()? {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

/// What a `macro_rules` variable or parentheses hold.
pub fn peel(ty: &mut Type) -> &mut Type {
    match ty {
        Type::Group(group) => peel(&mut group.elem),
        Type::Paren(paren) => peel(&mut paren.elem),
        ty => ty,
    }
}

#[cfg(test)]
mod tests;
