//! The return type, which alone says what the caller gets.

use crate::{
    body::{Flavor, Resume},
    error::Errors,
    input::{bounds, names::Names, params::ResumeArguments, resume},
    wrap::Boxing,
};
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::{
    GenericArgument, Path, PathArguments, PathSegment, ReturnType, Signature, Token, Type, TypeImplTrait, TypeParamBound, TypePath,
    TypeTraitObject, parse_quote, punctuated::Punctuated,
};

pub struct Returns {
    pub flavor: Flavor,
    pub boxing: Boxing,
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

const EXPECTED: &str = "a coroutine returns `impl Coroutine<..>`, `impl Iterator<..>` or a box of one; \
    write for example `-> impl Iterator<Item = u32>`";
const BARE_DYN: &str = "a `dyn` cannot be returned by itself; put it into a `Box<..>`, or write `impl`";

impl Returns {
    /// Makes of the return type what rustc is to read, and says what it means.
    pub fn take(sig: &mut Signature, resume: ResumeArguments, names: &mut Names, errors: &mut Errors) -> Self {
        match find(&mut sig.output) {
            Ok(found) => Self::read(found, resume, names, errors),
            Err(message) => {
                errors.push(place(sig), message);
                make_impl_of_dyn(&mut sig.output);
                Self::unknown(resume)
            }
        }
    }

    fn read(found: Found, resume: ResumeArguments, names: &mut Names, errors: &mut Errors) -> Self {
        let Found { bounds, boxing, is_dyn } = found;
        let derives = bounds::derives(bounds);
        if is_dyn {
            bounds::refuse_derives(bounds, errors);
        }
        match bounds::find(bounds, errors) {
            Some((Flavor::Iterator, bound)) => Self {
                flavor: Flavor::Iterator,
                boxing,
                resume: resume::of_iterator(resume, errors),
                yield_type: bounds::associated(bound, "Item", &[], errors),
                return_type: parse_quote!(()),
                derives,
            },
            Some((Flavor::Coroutine, bound)) => {
                let (resume, bound) = resume::of_coroutine(bound, resume, names, errors);
                let yield_type = bounds::associated(bound, "Yield", &resume.bound, errors);
                let return_type = bounds::associated(bound, "Return", &resume.bound, errors);
                Self { flavor: Flavor::Coroutine, boxing, resume: resume.values, yield_type, return_type, derives }
            }
            None => Self { boxing, derives, ..Self::unknown(resume) },
        }
    }

    /// Lets the body's errors be found though the return type is none.
    fn unknown(resume: ResumeArguments) -> Self {
        Self {
            flavor: Flavor::Coroutine,
            boxing: Boxing::Unboxed,
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
