//! A function, free or in an `impl` or `trait` (an attribute cannot tell), whose body may fail to parse by itself.

use crate::input::names::Names;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Abi, AttrStyle, Attribute, Block, Error, Result, Signature, Token, Visibility, braced,
    parse::{Parse, ParseStream, Parser},
    token::Brace,
};

#[derive(Clone)]
pub struct Function {
    pub attrs: Vec<Attribute>,
    pub vis: Visibility,
    pub defaultness: Option<Token![default]>,
    pub sig: Signature,
    pub body: Body,
    /// What it mentions, where that was seen on the way.
    pub names: Option<Names>,
}

#[derive(Clone)]
pub enum Body {
    Block(Block),
    /// A required method of a trait.
    Missing(Token![;]),
    /// rustc could read it, or is yet to say that it cannot; syn could not.
    Unparsed(Brace, TokenStream, Error),
}

impl Function {
    /// As it is parsed, with each token of the body read once: the compiler keeps them, and is far.
    pub fn read(item: TokenStream) -> Result<Self> {
        Self::read_apart(item.clone()).map_or_else(|| syn::parse2(item), Ok)
    }

    /// Head and body one after the other, if both are there.
    fn read_apart(item: TokenStream) -> Option<Self> {
        let mut tokens: Vec<TokenTree> = item.into_iter().collect();
        let TokenTree::Group(body) = tokens.pop()? else { return None };
        if body.delimiter() != Delimiter::Brace {
            return None;
        }
        let mut names = Names::default();
        let head = |input: ParseStream| {
            names.add(input.cursor());
            Head::parse(input)
        };
        let head = head.parse2(tokens.into_iter().collect()).ok()?;
        let (inner, body) = Body::read(Brace(body.delim_span()), body.stream(), &mut names);
        Some(head.with(inner, body, Some(names)))
    }

    /// Every identifier in it.
    pub fn take_names(&mut self) -> Names {
        self.names.take().unwrap_or_else(|| Names::of(self.to_token_stream()))
    }

    /// All that stands before the body.
    pub fn head(&self) -> TokenStream {
        let Self { attrs, vis, defaultness, sig, .. } = self;
        quote!(#(#attrs)* #vis #defaultness #sig)
    }

    /// The function with another body in the user's braces: rustc tells a function's place by where its head and body are.
    pub fn with_body(&self, content: &TokenStream) -> TokenStream {
        let mut tokens = self.head();
        self.body.braces().surround(&mut tokens, |tokens| content.to_tokens(tokens));
        tokens
    }

    /// Whether a function follows, its attributes already behind.
    pub fn peek(input: ParseStream) -> bool {
        fn at_fn(input: ParseStream) -> Result<bool> {
            input.parse::<Visibility>()?;
            input.parse::<Option<Token![default]>>()?;
            input.parse::<Option<Token![const]>>()?;
            input.parse::<Option<Token![async]>>()?;
            input.parse::<Option<Token![unsafe]>>()?;
            input.parse::<Option<Abi>>()?;
            Ok(input.peek(Token![fn]))
        }
        at_fn(&input.fork()).unwrap_or(false)
    }
}

impl Parse for Function {
    fn parse(input: ParseStream) -> Result<Self> {
        let head: Head = input.parse()?;
        let (inner, body) = Body::parse(input)?;
        Ok(head.with(inner, body, None))
    }
}

/// What stands before the body.
struct Head {
    attrs: Vec<Attribute>,
    vis: Visibility,
    defaultness: Option<Token![default]>,
    sig: Signature,
}

impl Head {
    /// Inner attributes of the body join the outer ones, where they mean the same.
    fn with(self, inner: Vec<Attribute>, body: Body, names: Option<Names>) -> Function {
        let Self { mut attrs, vis, defaultness, sig } = self;
        let outer = |attr| Attribute { style: AttrStyle::Outer, ..attr };
        attrs.extend(inner.into_iter().map(outer));
        Function { attrs, vis, defaultness, sig, body, names }
    }
}

impl Parse for Head {
    fn parse(input: ParseStream) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        if !Function::peek(input) {
            let message = "expected a function; `#[coroutine]` goes on a `fn` with a body";
            return Err(Error::new(input.span(), message));
        }
        let vis = input.parse()?;
        let defaultness = input.parse()?;
        let sig = input.parse()?;
        Ok(Self { attrs, vis, defaultness, sig })
    }
}

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.head());
        self.body.to_tokens(tokens);
    }
}

impl Body {
    /// With the inner attributes.
    fn parse(input: ParseStream) -> Result<(Vec<Attribute>, Self)> {
        if input.peek(Token![;]) {
            return Ok((Vec::new(), Self::Missing(input.parse()?)));
        }
        if !input.peek(Brace) {
            return Err(Error::new(input.span(), "expected the function's body, `{ .. }`"));
        }
        let content;
        let brace_token = braced!(content in input);
        Ok(Self::read(brace_token, content.parse()?, &mut Names::default()))
    }

    fn read(brace_token: Brace, tokens: TokenStream, names: &mut Names) -> (Vec<Attribute>, Self) {
        let statements = |input: ParseStream| {
            names.add(input.cursor());
            Ok((input.call(Attribute::parse_inner)?, input.call(Block::parse_within)?))
        };
        match statements.parse2(tokens.clone()) {
            Ok((inner, stmts)) => (inner, Self::Block(Block { brace_token, stmts })),
            Err(error) => (Vec::new(), Self::Unparsed(brace_token, tokens, error)),
        }
    }

    fn braces(&self) -> Brace {
        match self {
            Self::Block(block) => block.brace_token,
            Self::Missing(semicolon) => Brace(semicolon.span),
            Self::Unparsed(braces, ..) => *braces,
        }
    }
}

impl ToTokens for Body {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Block(block) => block.to_tokens(tokens),
            Self::Missing(semicolon) => semicolon.to_tokens(tokens),
            Self::Unparsed(braces, content, _) => {
                braces.surround(tokens, |tokens| content.to_tokens(tokens));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::{Delimiter, Group, Span};
    use quote::quote;
    use syn::parse_quote;

    fn parse(tokens: TokenStream) -> Result<Function> {
        syn::parse2(tokens)
    }

    #[test]
    fn every_place_of_a_function_is_read() {
        for tokens in [
            quote!(
                fn f() {}
            ),
            quote!(
                pub(crate) unsafe fn f<T: Copy, const N: usize>(&mut self, t: [T; N]) -> T
                where
                    T: Send,
                {
                    t[0]
                }
            ),
            quote!(#[inline] default fn f(self: Box<Self>) {}),
            quote!(
                const fn f();
            ),
            quote!(
                async fn f() {}
            ),
            quote!(
                extern "C" fn f() {}
            ),
        ] {
            let function = parse(tokens.clone()).unwrap();
            assert_eq!(function.to_token_stream().to_string(), tokens.to_string());
        }
    }

    #[test]
    fn other_items_are_refused() {
        for tokens in [
            quote!(
                struct S;
            ),
            quote!(
                const F: u8 = 1;
            ),
            quote!(
                mod m {}
            ),
            quote!(|| 1),
            quote!(),
        ] {
            assert!(parse(tokens).err().unwrap().to_string().starts_with("expected a function"));
        }
    }

    #[test]
    fn a_body_that_does_not_parse_leaves_the_signature() {
        let function = parse(quote!(fn f(x: u8) -> u8 { let = ; })).unwrap();
        assert!(matches!(function.body, Body::Unparsed(..)));
        assert_eq!(function.sig.inputs.len(), 1);
    }

    #[test]
    fn inner_attributes_become_outer_ones() {
        let function: Function = parse_quote!(
            fn f() {
                #![allow(unused)]
            }
        );
        assert_eq!(
            function.to_token_stream().to_string(),
            quote!(
                #[allow(unused)]
                fn f() {}
            )
            .to_string()
        );
    }

    #[test]
    fn a_body_may_come_from_a_macro_variable() {
        let mut body = Group::new(Delimiter::None, quote!({ f() }));
        body.set_span(Span::call_site());
        let function = parse(quote!(fn f() #body)).unwrap();
        assert!(matches!(function.body, Body::Block(_)));
    }

    #[test]
    fn bare_yield_is_read() {
        let function: Function = parse_quote!(
            fn f() {
                let x = yield 1;
                yield;
            }
        );
        assert!(matches!(function.body, Body::Block(_)));
    }
}
