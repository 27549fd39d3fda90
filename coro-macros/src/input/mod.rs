//! From the compiler's tokens to [`Body`](crate::body::Body): what the user wrote is read, checked and taken apart here.

pub mod attributes;
mod bounds;
mod cfg;
mod closure;
pub mod function;
mod function_like;
mod items;
mod lifetimes;
mod marked;
mod meetings;
pub mod names;
mod options;
mod params;
mod patterns;
mod qualifiers;
mod removal;
mod resume;
mod returns;

use crate::{error::Errors, fallback};
use function::Function;
use marked::{Mark, Marked, Site};
use proc_macro2::{Span, TokenStream};

pub use function_like::expand as function_like;

/// `#[coroutine(arguments)] item`
pub fn attribute(arguments: TokenStream, item: TokenStream) -> TokenStream {
    match Function::read(item.clone()) {
        Ok(function) => {
            let mark = Mark { arguments, at: Span::mixed_site() };
            Marked { mark, function, site: Site::Attribute, is_handed_on: false }.expand()
        }
        Err(error) => fallback::beside(item, Errors::from(error)),
    }
}
