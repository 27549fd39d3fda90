//! Macros of unknown meaning that capture locals in a format string: there these have the names that the user gave them.
//!
//! ```text
//! [source]  info!("{n}");
//! [lowered] let n = &n_2; info!("{n}");
//! ```
//!
//! So has what stands behind a `#`, as in `quote!(#value)`: the macro may ask for a name there, and do something else with other tokens.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::TokenStreamExt;

use super::super::access::Access;
use super::super::locals::{Local, decode};
use super::super::resolve::{MENTIONS, collect_mentions};
use super::super::sections::SectionId;
use super::Emit;
use super::held::put;

/// A local in a format string.
struct Capture {
    local: Local,
    coded: Ident,
    /// A width or a precision.
    counts: bool,
}

impl Emit<'_> {
    /// `mac` behind names for what it captures, where a local goes by another name. In a statement it stands without braces, if no name of
    /// ours is hidden by that: it may declare something.
    pub(super) fn captured(
        &self,
        section: SectionId,
        mac: &syn::Macro,
        attrs: &[syn::Attribute],
        is_statement: bool,
    ) -> Option<TokenStream> {
        let mut names = TokenStream::new();
        let mut hides = false;
        let mut mac = mac.clone();
        for Capture { local, coded, counts } in captures(attrs) {
            let access = self.access(section, local);
            let is_renamed = self.names.is_renamed(local, self.locals);
            if access == Access::Own && !is_renamed {
                continue;
            }
            hides |= !is_renamed;
            let user = &self.locals.infos[local].name;
            let name = if user == "self" { "this".to_owned() } else { user.to_string() };
            let name = Ident::new(&name, coded.span());
            let mut mentioned = false;
            collect_mentions(mac.tokens.clone(), &mut |other, _| mentioned |= other == local);
            let reference = match () {
                () if counts => None,
                () if mentioned && access != Access::Own => {
                    mac.tokens = put(mac.tokens, local, &hygienic!((*#name)));
                    Some(hygienic!(&mut))
                }
                () => Some(hygienic!(&)),
            };
            names.extend(hygienic!(#[allow(unused_variables)] let #name = #reference #coded;));
        }
        for (local, coded) in hashed(mac.tokens.clone()) {
            if self.access(section, local) == Access::Own {
                continue;
            }
            let name = Ident::new(&self.locals.infos[local].name.to_string(), coded.span());
            mac.tokens = put_hashed(mac.tokens, local, &name);
            names.extend(hygienic!(let #name = &#coded;));
            hides = true;
        }
        let bare = is_statement && !hides;
        (!names.is_empty()).then(|| if bare { hygienic!(#names #mac) } else { hygienic!({ #names #mac }) })
    }
}

/// What the format strings of a macro capture, as `resolve` noted it.
fn captures(attrs: &[syn::Attribute]) -> Vec<Capture> {
    let attr = attrs.iter().find(|attr| attr.path().is_ident(MENTIONS));
    let Some(syn::Meta::List(list)) = attr.map(|attr| &attr.meta) else { return Vec::new() };
    let groups = list.tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let capture = |counts, token| match token {
        TokenTree::Ident(coded) => decode(&coded).map(|(local, _)| Capture { local, coded, counts }),
        _ => None,
    };
    groups.enumerate().flat_map(|(index, group)| group.into_iter().filter_map(move |token| capture(index == 1, token))).collect()
}

/// Locals behind a `#`, one mention of each.
fn hashed(tokens: TokenStream) -> Vec<(Local, Ident)> {
    let mut found: Vec<(Local, Ident)> = Vec::new();
    let mut after_hash = false;
    for token in tokens {
        let is_hash = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        let more = match token {
            TokenTree::Group(group) => hashed(group.stream()),
            TokenTree::Ident(ident) if after_hash => decode(&ident).map(|(local, _)| (local, ident)).into_iter().collect(),
            _ => Vec::new(),
        };
        for (local, ident) in more {
            if !found.iter().any(|(known, _)| *known == local) {
                found.push((local, ident));
            }
        }
        after_hash = is_hash;
    }
    found
}

/// `tokens` with `name` for `local` behind a `#`, and what it refers to elsewhere.
fn put_hashed(tokens: TokenStream, local: Local, name: &Ident) -> TokenStream {
    let mut after_hash = false;
    let mut out = TokenStream::new();
    for token in tokens {
        let is_hash = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), put_hashed(group.stream(), local, name));
                inner.set_span(group.span());
                out.append(inner);
            }
            TokenTree::Ident(ident) if decode(&ident).is_some_and(|(other, _)| other == local) => {
                if after_hash {
                    out.append(name.clone());
                } else {
                    out.extend(hygienic!((*#name)));
                }
            }
            other => out.append(other),
        }
        after_hash = is_hash;
    }
    out
}
