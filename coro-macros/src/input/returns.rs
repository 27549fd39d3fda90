//! The return type, which alone says what the caller gets.

use crate::{
    body::{Flavor, Resume},
    error::Errors,
    input::{
        bounds::{self, Form},
        names::Names,
        params::ResumeArguments,
        resume,
    },
    wrap::Boxing,
};
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{
    GenericArgument, Path, PathArguments, PathSegment, ReturnType, Signature, Token, Type,
    TypeParamBound, TypePath, parse_quote, punctuated::Punctuated,
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

impl Returns {
    /// Makes of the return type what rustc is to read, and says what it means.
    pub fn take(
        sig: &mut Signature,
        resume: ResumeArguments,
        names: &mut Names,
        errors: &mut Errors,
    ) -> Self {
        let at = sig.ident.to_token_stream();
        match find(&mut sig.output) {
            Ok(found) => Self::read(found, resume, names, errors),
            Err(refusal) => {
                refusal.report(&sig.output, at, errors);
                Self::unknown(resume)
            }
        }
    }

    fn read(found: Found, resume: ResumeArguments, names: &mut Names, errors: &mut Errors) -> Self {
        let Found {
            bounds,
            boxing,
            is_dyn,
        } = found;
        let derives = bounds::derives(bounds, is_dyn, errors);
        match bounds::form(bounds, errors) {
            Some(Form::Iterator(item)) => Self {
                flavor: Flavor::Iterator,
                boxing,
                resume: resume::of_iterator(resume, errors),
                yield_type: item,
                return_type: parse_quote!(()),
                derives,
            },
            Some(Form::Coroutine(bound)) => {
                let (resume, bound) = resume::of_coroutine(bound, resume, names, errors);
                let yield_type = bounds::associated(bound, "Yield", &resume.bound, errors);
                let return_type = bounds::associated(bound, "Return", &resume.bound, errors);
                Self {
                    flavor: Flavor::Coroutine,
                    boxing,
                    resume: resume.values,
                    yield_type,
                    return_type,
                    derives,
                }
            }
            None => Self {
                boxing,
                derives,
                ..Self::unknown(resume)
            },
        }
    }

    /// Lets the body's errors be found though the return type is none.
    fn unknown(resume: ResumeArguments) -> Self {
        Self {
            flavor: Flavor::Coroutine,
            boxing: Boxing::Unboxed,
            resume: resume::as_written(resume, &[])
                .unwrap_or_else(|| Resume::Plain(parse_quote!(()))),
            yield_type: parse_quote!(_),
            return_type: parse_quote!(_),
            derives: Vec::new(),
        }
    }
}

enum Refusal {
    Other,
    BareDyn,
}

impl Refusal {
    fn report(self, output: &ReturnType, name: TokenStream, errors: &mut Errors) {
        let message = match self {
            Self::Other => EXPECTED,
            Self::BareDyn => {
                "a `dyn` cannot be returned by itself; put it into a `Box<..>`, or write `impl`"
            }
        };
        match output {
            ReturnType::Default => errors.push(name, message),
            ReturnType::Type(_, ty) => errors.push(ty, message),
        }
    }
}

fn find(output: &mut ReturnType) -> Result<Found<'_>, Refusal> {
    match output {
        ReturnType::Default => Err(Refusal::Other),
        ReturnType::Type(_, ty) => match peel(ty) {
            Type::ImplTrait(it) => Ok(Found {
                bounds: &mut it.bounds,
                boxing: Boxing::Unboxed,
                is_dyn: false,
            }),
            Type::TraitObject(_) => Err(Refusal::BareDyn),
            Type::Path(path) => boxed(path).ok_or(Refusal::Other),
            _ => Err(Refusal::Other),
        },
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
        Type::ImplTrait(it) => Some(Found {
            bounds: &mut it.bounds,
            boxing,
            is_dyn: false,
        }),
        Type::TraitObject(it) => Some(Found {
            bounds: &mut it.bounds,
            boxing,
            is_dyn: true,
        }),
        _ => None,
    }
}

/// `T` of `..::Name<T>`.
fn only_argument<'a>(path: &'a mut TypePath, name: &str) -> Option<&'a mut Type> {
    let PathSegment { ident, arguments } = path.path.segments.last_mut()?;
    match arguments {
        PathArguments::AngleBracketed(list) if ident == name && list.args.len() == 1 => {
            match list.args.first_mut()? {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            }
        }
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
