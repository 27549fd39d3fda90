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

const EXPECTED: &str = "expected a closure, as in `coro!(move |first| { .. })`, or functions marked `#[coroutine]`";

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
        Ok(Input { krate, content: Content::Closure(closure) }) => closure::expand(krate, *closure),
        Ok(Input { krate, content: Content::Items(items) }) => items.expand(&krate),
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
        Ok(Self { krate, content: input.parse()? })
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

#[cfg(test)]
mod tests {
    use super::*;
    use quote::quote;

    fn expanded(input: TokenStream) -> String {
        expand(input).to_string()
    }

    fn is_refused(input: TokenStream, message: &str) {
        let text = expanded(input);
        assert!(text.contains(message), "{text}");
    }

    #[test]
    fn unmarked_items_pass_through() {
        let items = quote!(
            struct S { x: u8 }
            impl S { fn f(&self) {} const C: u8 = 1; }
            static X: u8 = 1;
            async fn g() {}
            m! {}
        );
        assert_eq!(expanded(items.clone()), items.to_string());
    }

    #[test]
    fn marked_functions_are_found_wherever_they_are() {
        for items in [
            quote!(
                #[coroutine]
                fn f() {}
            ),
            quote!(
                #[coro::coroutine]
                pub unsafe fn f() {}
            ),
            quote!(impl S { #[coroutine(crate = c)] fn f(&self) {} }),
            quote!(
                trait T {
                    #[coroutine]
                    fn f(&self) {}
                }
            ),
            quote!(
                mod m {
                    #[::coro::coroutine]
                    fn f() {}
                }
            ),
            quote!(
                fn outer() {
                    #[coroutine]
                    fn f() {}
                }
            ),
        ] {
            is_refused(items, "a coroutine returns");
        }
    }

    #[test]
    fn one_bad_function_does_not_hide_the_others() {
        let text = expanded(quote!(#[coroutine] fn f() { let } fn g() {} #[coroutine] fn h() {} struct ! fn i() {}));
        assert!(text.contains("fn g () { }") && text.contains("fn h ()"), "{text}");
    }

    #[test]
    fn closures_are_told_from_items() {
        let message = "has at most one argument";
        is_refused(quote!(|a, b| 1), message);
        is_refused(quote!(move |a, b| 1,), message);
        is_refused(
            quote!(
                #[allow(unused)]
                |a, b| 1
            ),
            message,
        );
        is_refused(quote!(crate = c; |a, b| 1), message);
        is_refused(quote!(async move || 1), "cannot be `async`");
        is_refused(quote!(const || 1), "cannot be `const`");
        is_refused(quote!(for<'a> |x: &'a u8| 1), "elide these lifetimes");
        is_refused(quote!(|| 1; 2), "takes one closure");
    }

    #[test]
    fn all_else_is_told_what_to_be() {
        for input in [quote!(), quote!(yield 1), quote!({ yield 1 }), quote!(async { 1 }), quote!(5)] {
            is_refused(input, "expected a closure");
        }
    }

    #[test]
    fn a_predicate_makes_two_closures() {
        let text = expanded(quote!(crate = c; #[allow(unused)] move |x: u8| { #[cfg(p)] yield 1; yield 2; }));
        let two = quote!({
            #[cfg(p)]
            {
                c::coro!(crate = c; #[allow(unused)] move |x: u8| { yield 1; yield 2; })
            }
            #[cfg(not(p))]
            {
                c::coro!(crate = c; #[allow(unused)] move |x: u8| { yield 2; })
            }
        });
        assert_eq!(text, two.to_string());
    }

    #[test]
    fn a_predicate_makes_two_functions_that_keep_bare_yield() {
        let text = expanded(quote! { #[coroutine(crate = d)] fn f() { #![inline] #[cfg(p)] yield 1; } });
        let two = quote!(
            #[cfg(p)] d::coro! { crate = d; #[coroutine(crate = d)] #[inline] fn f() { yield 1; } }
            #[cfg(not(p))] d::coro! { crate = d; #[coroutine(crate = d)] #[inline] fn f() { } }
        );
        assert_eq!(text, two.to_string());
    }
}
