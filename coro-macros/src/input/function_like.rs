//! `coro!`: one closure, or items of which some are marked `#[coroutine]`.

use crate::{
    error::Errors,
    fallback,
    input::{
        closure,
        items::{self, Items},
        marked::default_crate,
        options::parse_crate_path,
    },
};
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::{
    Error, ExprClosure, Path, Result, Token,
    parse::{Parse, ParseStream},
};

const EXPECTED: &str =
    "expected a closure, as in `coro!(move |first| { .. })`, or functions marked `#[coroutine]`";

/// `coro!(crate = path; ..)` is for the macros of this crate and those that wrap it.
struct Input {
    krate: Path,
    content: Content,
}

enum Content {
    Closure(Box<ExprClosure>),
    Items(Items),
}

pub fn expand(input: TokenStream) -> TokenStream {
    match syn::parse2(input) {
        Ok(Input {
            krate,
            content: Content::Closure(closure),
        }) => closure::expand(krate, *closure),
        Ok(Input {
            krate,
            content: Content::Items(items),
        }) => items.expand(&krate),
        Err(error) => fallback::beside(TokenStream::new(), Errors::from(error)),
    }
}

/// `crate = path;`
pub fn crate_prefix(krate: &Path) -> TokenStream {
    quote_spanned!(Span::mixed_site()=> crate = #krate;)
}

impl Parse for Input {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut krate = default_crate();
        while input.peek(Token![crate]) && input.peek2(Token![=]) {
            input.parse::<Token![crate]>()?;
            krate = parse_crate_path(input)?;
            input.parse::<Token![;]>()?;
        }
        Ok(Self {
            krate,
            content: input.parse()?,
        })
    }
}

impl Parse for Content {
    fn parse(input: ParseStream) -> Result<Self> {
        if closure::peek(input) {
            return closure::parse(input).map(|closure| Self::Closure(Box::new(closure)));
        }
        if input.is_empty() || !items::peek(input) {
            return Err(Error::new(input.span(), EXPECTED));
        }
        input.parse().map(Self::Items)
    }
}
