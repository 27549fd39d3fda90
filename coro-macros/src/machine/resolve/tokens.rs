//! Tokens of macros whose expansion is not known: the locals that they mention.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Macro, parse_quote};

use super::super::locals::{Local, decode};
use super::super::std_macros;
use super::{LocalMacro, MENTIONS, Resolve};

impl Resolve<'_> {
    pub(super) fn mention_tokens(&mut self, tokens: TokenStream) -> TokenStream {
        let mut out = Vec::new();
        let mut tokens = tokens.into_iter().peekable();
        let mut after_dot = false;
        while let Some(token) = tokens.next() {
            let mut dot = false;
            match token {
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.mention_tokens(group.stream()));
                    inner.set_span(group.span());
                    out.push(inner.into());
                }
                TokenTree::Ident(ident) => {
                    let is_field = after_dot || is_field_name(tokens.peek());
                    let local = if is_field { None } else { self.lookup(&ident) };
                    out.push(local.map_or_else(|| ident.clone(), |local| self.locals.mention(local, ident.span())).into());
                }
                TokenTree::Punct(punct) => {
                    let quote = punct.as_char() == '\'' || (punct.as_char() == '$');
                    let path = punct.as_char() == ':'
                        && punct.spacing() == proc_macro2::Spacing::Alone
                        && matches!(out.last(), Some(TokenTree::Punct(last)) if last.as_char() == ':');
                    let range = matches!(out.last(), Some(TokenTree::Punct(last)) if last.as_char() == '.');
                    dot = quote || path || (punct.as_char() == '.' && !range);
                    out.push(punct.into());
                }
                literal @ TokenTree::Literal(_) => out.push(literal),
            }
            after_dot = dot;
        }
        out.into_iter().collect()
    }

    /// Codes the tokens of a macro whose expansion is unknown; returns the attribute naming what it mentions out of sight.
    pub(super) fn opaque_macro(&mut self, mac: &mut Macro) -> Option<Attribute> {
        let name = mac.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        // Tokens that are not evaluated.
        if name == "stringify" {
            return None;
        }
        let hidden: Vec<Local> =
            self.local_macros.iter().filter(|known| known.name == name).flat_map(|known| known.locals.clone()).collect();
        let mut literals = Vec::new();
        string_literals(mac.tokens.clone(), &mut literals);
        let captured = literals.iter().flat_map(|(text, span)| std_macros::captured(text, *span));
        let captured: Vec<_> = captured.filter_map(|(name, counts)| Some((self.lookup(&name)?, name.span(), counts))).collect();
        if captured.iter().any(|(local, ..)| self.locals.infos[*local].name == "self") {
            mac.tokens = renamed_receiver(mac.tokens.clone());
        }
        mac.tokens = self.mention_tokens(mac.tokens.clone());
        let hidden: Vec<Ident> = hidden.into_iter().map(|local| self.locals.mention(local, Span::mixed_site())).collect();
        let mut code = |counted: bool| -> Vec<Ident> {
            let captured = captured.iter().filter(|(.., counts)| *counts == counted);
            captured.map(|(local, span, _)| self.locals.mention(*local, *span)).collect()
        };
        let (read, counted) = (code(false), code(true));
        let attribute = Ident::new(MENTIONS, Span::mixed_site());
        let any = !hidden.is_empty() || !read.is_empty() || !counted.is_empty();
        any.then(|| parse_quote!(#[#attribute(#(#hidden),* (#(#read)*) (#(#counted)*))]))
    }

    pub(super) fn local_macro(&mut self, item: &mut syn::ItemMacro) {
        let Some(name) = &item.ident else { return };
        // Of its copies, one for each section, not all are used.
        item.attrs.push(parse_quote!(#[allow(unused_macros)]));
        let first = self.locals.mention_count();
        item.mac.tokens = self.mention_tokens(item.mac.tokens.clone());
        let mut locals = Vec::new();
        collect_mentions(item.mac.tokens.clone(), &mut |local, mention| {
            if mention >= first && !locals.contains(&local) {
                locals.push(local);
            }
        });
        self.local_macros.push(LocalMacro { name: name.clone(), item: item.to_token_stream(), locals });
    }
}

fn is_field_name(next: Option<&TokenTree>) -> bool {
    matches!(next, Some(TokenTree::Punct(punct)) if punct.as_char() == '!' && punct.spacing() == proc_macro2::Spacing::Alone)
}

/// `self` cannot be the name of a format argument: `{self:?}` becomes `{this:?}`.
pub(super) fn rename_receiver(call: &mut syn::ExprCall) -> Ident {
    for arg in &mut call.args {
        if let Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = arg {
            let value = text.value().replace("{self", "{this");
            *text = syn::LitStr::new(&value, text.span());
        }
    }
    Ident::new("this", call.span())
}

/// The same in the literals of a macro whose expansion is not known.
fn renamed_receiver(tokens: TokenStream) -> TokenStream {
    let rename = |token| match token {
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), renamed_receiver(group.stream()));
            inner.set_span(group.span());
            inner.into()
        }
        TokenTree::Literal(literal) => match syn::Lit::new(literal.clone()) {
            syn::Lit::Str(text) if text.value().contains("{self") => {
                let mut renamed = proc_macro2::Literal::string(&text.value().replace("{self", "{this"));
                renamed.set_span(literal.span());
                renamed.into()
            }
            _ => literal.into(),
        },
        other => other,
    };
    tokens.into_iter().map(rename).collect()
}

fn string_literals(tokens: TokenStream, found: &mut Vec<(String, Span)>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => string_literals(group.stream(), found),
            TokenTree::Literal(literal) => {
                if let syn::Lit::Str(text) = syn::Lit::new(literal) {
                    found.push((text.value(), text.span()));
                }
            }
            _ => {}
        }
    }
}

/// Calls `each` for every coded identifier in `tokens`.
pub fn collect_mentions(tokens: TokenStream, each: &mut impl FnMut(Local, usize)) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect_mentions(group.stream(), each),
            TokenTree::Ident(ident) => {
                if let Some((local, mention)) = decode(&ident) {
                    each(local, mention);
                }
            }
            _ => {}
        }
    }
}
