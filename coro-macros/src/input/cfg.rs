//! `#[cfg(..)]` inside a function, which a macro sees before rustc has resolved it.
//!
//! ```text
//! [source]   #[coroutine] fn f() -> .. { #[cfg(P)] a(); b(); }
//! [lowered]  #[cfg(P)]      #[coroutine] fn f() -> .. { a(); b(); }
//!            #[cfg(not(P))] #[coroutine] fn f() -> .. { b(); }
//! ```
//!
//! rustc drops one of the two, and the other, expanded again, is rid of its next predicate.

use crate::input::removal;
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::{
    AttrStyle, Attribute, Item, Meta, Result,
    parse::Parser,
    visit::{self, Visit},
    visit_mut::VisitMut,
};

/// The `P` of a `#[cfg(P)]` or `#[cfg_attr(P, ..)]`.
#[derive(Clone)]
pub struct Predicate {
    tokens: TokenStream,
    text: String,
}

/// A syntax tree in which `#[cfg]` may be found and resolved.
pub trait Configured: ToTokens + Sized {
    fn parse(tokens: TokenStream) -> Result<Self>;
    fn visit_with<'a>(&'a self, visitor: &mut impl Visit<'a>);
    fn visit_mut_with(&mut self, visitor: &mut impl VisitMut);
}

impl Predicate {
    /// The first predicate that is rustc's to decide before the tree can be lowered.
    pub fn first_in(tree: &impl Configured) -> Option<Self> {
        let mut finder = Finder { found: None };
        tree.visit_with(&mut finder);
        finder.found.map(|(predicate, _)| predicate)
    }

    /// The tree as it is where the predicate holds.
    pub fn assume<T: Configured>(&self, tree: &T) -> Result<T> {
        T::parse(self.rewrite(tree.to_token_stream(), true))
    }

    /// The tree as it is where the predicate does not hold.
    pub fn deny<T: Configured>(&self, mut tree: T) -> Result<T> {
        tree.visit_mut_with(&mut removal::Remover { predicate: self });
        let rest = T::parse(self.rewrite(tree.to_token_stream(), false))?;
        let mut finder = Leftover { predicate: self, found: None };
        rest.visit_with(&mut finder);
        match finder.found {
            None => Ok(rest),
            Some(attr) => Err(syn::Error::new_spanned(
                attr,
                "removing an expression is not supported in this position; put `#[cfg]` on the statement",
            )),
        }
    }

    /// `#[cfg(P)]`
    pub fn attribute(&self) -> TokenStream {
        let predicate = &self.tokens;
        quote_spanned!(Span::mixed_site()=> #[cfg(#predicate)])
    }

    /// `#[cfg(not(P))]`
    pub fn negated_attribute(&self) -> TokenStream {
        let predicate = &self.tokens;
        quote_spanned!(Span::mixed_site()=> #[cfg(not(#predicate))])
    }

    /// Whether one of these attributes removes what carries it when the predicate does not hold.
    pub fn decides(&self, attrs: &[Attribute]) -> bool {
        attrs.iter().any(|attr| attr.path().is_ident("cfg") && self.is_of(attr))
    }

    fn is_of(&self, attr: &Attribute) -> bool {
        Self::of(attr).is_some_and(|predicate| predicate.text == self.text)
    }

    fn of(attr: &Attribute) -> Option<Self> {
        let Meta::List(list) = &attr.meta else {
            return None;
        };
        let tokens = if matches!(attr.style, AttrStyle::Inner(_)) {
            return None;
        } else if list.path.is_ident("cfg") {
            list.tokens.clone()
        } else if list.path.is_ident("cfg_attr") {
            split_at_comma(list.tokens.clone()).0
        } else {
            return None;
        };
        Some(Self { text: tokens.to_string(), tokens })
    }

    /// Resolves the predicate's attributes: `#[cfg(P)]` goes if it holds, `#[cfg_attr(P, a, b)]` becomes `#[a] #[b]` or goes.
    fn rewrite(&self, tokens: TokenStream, holds: bool) -> TokenStream {
        let mut rewritten = TokenStream::new();
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            if let TokenTree::Punct(punct) = &token
                && punct.as_char() == '#'
                && let Some(replaced) = rest.peek().and_then(|next| self.replace(next, holds))
            {
                rest.next();
                rewritten.extend(replaced);
                continue;
            }
            rewritten.extend([self.rewrite_group(token, holds)]);
        }
        rewritten
    }

    fn rewrite_group(&self, token: TokenTree, holds: bool) -> TokenTree {
        let TokenTree::Group(group) = &token else {
            return token;
        };
        if !self.is_within(group.stream()) {
            // As it is, since a new group would lose the spans of its delimiters.
            return token;
        }
        let mut rewritten = Group::new(group.delimiter(), self.rewrite(group.stream(), holds));
        rewritten.set_span(group.span());
        TokenTree::Group(rewritten)
    }

    /// Whether the predicate is mentioned, however deep, in any attribute.
    fn is_within(&self, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match &token {
            TokenTree::Group(group) => {
                parse_attribute(&token).is_some_and(|attr| self.is_of(&attr)) || self.is_within(group.stream())
            }
            _ => false,
        })
    }

    fn replace(&self, brackets: &TokenTree, holds: bool) -> Option<TokenStream> {
        let TokenTree::Group(group) = brackets else {
            return None;
        };
        let attr = parse_attribute(brackets).filter(|attr| self.is_of(attr))?;
        let Meta::List(list) = &attr.meta else {
            return None;
        };
        match (list.path.is_ident("cfg"), holds) {
            (true, true) | (false, false) => Some(TokenStream::new()),
            (true, false) => None,
            (false, true) => Some(attributes(split_at_comma(list.tokens.clone()).1, group.span())),
        }
    }
}

fn parse_attribute(brackets: &TokenTree) -> Option<Attribute> {
    if !matches!(brackets, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket) {
        return None;
    }
    let tokens = quote_spanned!(Span::mixed_site()=> # #brackets);
    Attribute::parse_outer.parse2(tokens).ok()?.pop()
}

/// `a, b` -> `#[a] #[b]`
fn attributes(mut list: TokenStream, span: Span) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !list.is_empty() {
        let (first, rest) = split_at_comma(list);
        tokens.extend(quote_spanned!(span=> #[#first]));
        list = rest;
    }
    tokens
}

fn split_at_comma(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let mut tokens = tokens.into_iter();
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let first = tokens.by_ref().take_while(|token| !is_comma(token)).collect();
    (first, tokens.collect())
}

struct Finder {
    found: Option<(Predicate, Attribute)>,
}

impl<'a> Visit<'a> for Finder {
    fn visit_attribute(&mut self, attr: &'a Attribute) {
        if self.found.is_none() {
            self.found = Predicate::of(attr).map(|predicate| (predicate, attr.clone()));
        }
    }

    // rustc resolves what is inside of items, and the items themselves.
    fn visit_item(&mut self, _: &'a Item) {}
}

struct Leftover<'a> {
    predicate: &'a Predicate,
    found: Option<Attribute>,
}

impl<'a> Visit<'a> for Leftover<'_> {
    fn visit_attribute(&mut self, attr: &'a Attribute) {
        if self.found.is_none() && self.predicate.is_of(attr) {
            self.found = Some(attr.clone());
        }
        visit::visit_attribute(self, attr);
    }

    fn visit_item(&mut self, _: &'a Item) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::function::Function;
    use quote::quote;

    /// The function where its first predicate holds, and where it does not.
    fn split(function: TokenStream) -> (String, String) {
        let function: Function = syn::parse2(function).unwrap();
        let predicate = Predicate::first_in(&function).unwrap();
        let text = |copy: Result<Function>| match copy {
            Ok(function) => function.to_token_stream().to_string(),
            Err(error) => error.to_string(),
        };
        (text(predicate.assume(&function)), text(predicate.deny(function)))
    }

    fn becomes(function: TokenStream, holds: &TokenStream, not: &TokenStream) {
        assert_eq!(split(function), (holds.to_string(), not.to_string()));
    }

    #[test]
    fn statements_and_arms_go() {
        becomes(
            quote! { fn f() { #[cfg(p)] let x = 1; match b { #[cfg(p)] 0 => {} _ => {} } #[cfg(p)] { one(); } } },
            &quote! { fn f() { let x = 1; match b { 0 => {} _ => {} } { one(); } } },
            &quote! { fn f() { match b { _ => {} } } },
        );
        becomes(
            quote! { fn f() { #[cfg(p)] print!(); #[cfg(p)] one(); #[cfg(p)] 1 } },
            &quote! { fn f() { print!(); one(); 1 } },
            &quote! { fn f() {} },
        );
    }

    #[test]
    fn fields_and_arguments_go() {
        becomes(
            quote! { fn f<#[cfg(p)] T>(#[cfg(p)] a: u8, b: u8) { |#[cfg(p)] c, d| {}; } },
            &quote! { fn f<T>(a: u8, b: u8) { |c, d| {}; } },
            &quote! { fn f(b: u8) { |d| {}; } },
        );
        becomes(
            quote! { fn f() { let P { #[cfg(p)] x, .. } = P { y, #[cfg(p)] x: [1, #[cfg(p)] 2] }; g(a, #[cfg(p)] b) } },
            &quote! { fn f() { let P { x, .. } = P { y, x: [1, 2] }; g(a, b) } },
            &quote! { fn f() { let P { .. } = P { y, }; g(a,) } },
        );
    }

    #[test]
    fn conditional_attributes_are_put_or_dropped() {
        becomes(
            quote! { fn f(#[cfg_attr(p, resume, allow(unused))] a: u8) {} },
            &quote! { fn f(#[resume] #[allow(unused)] a: u8) {} },
            &quote! { fn f(a: u8) {} },
        );
    }

    #[test]
    fn one_predicate_at_a_time() {
        becomes(
            quote!(
                fn f() {
                    #[cfg(p)]
                    a();
                    #[cfg(not(p))]
                    b();
                    #[cfg(p)]
                    c();
                }
            ),
            &quote!(
                fn f() {
                    a();
                    #[cfg(not(p))]
                    b();
                    c();
                }
            ),
            &quote!(
                fn f() {
                    #[cfg(not(p))]
                    b();
                }
            ),
        );
    }

    #[test]
    fn items_and_the_function_itself_are_left_to_rustc() {
        let function: Function = syn::parse_quote!(
            #[cfg(p)]
            fn f() {
                #[cfg(q)]
                use x;
                fn g() {
                    #[cfg(r)]
                    h();
                }
            }
        );
        assert!(Predicate::first_in(&function).is_none());
    }

    #[test]
    fn what_cannot_be_removed_is_said() {
        let (_, not) = split(quote!(
            fn f() {
                let x = #[cfg(p)]
                5;
            }
        ));
        assert!(not.contains("removing an expression is not supported in this position"));
    }
}
