//! Names for what the user left unnamed, that clash with nothing in the function.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use std::collections::HashSet;
use syn::{Lifetime, buffer::Cursor};

/// Every identifier that the user's tokens mention, lifetimes included.
#[derive(Clone, Default)]
pub struct Names(pub HashSet<String>);

impl Names {
    pub fn of(tokens: TokenStream) -> Self {
        let mut names = HashSet::new();
        collect(tokens, &mut names);
        Self(names)
    }

    /// Adds what is still to be parsed.
    pub fn add(&mut self, mut at: Cursor) {
        while !at.eof() {
            at = if let Some((ident, next)) = at.ident() {
                self.0.insert(ident.to_string());
                next
            } else if let Some((inside, _, _, next)) = at.any_group() {
                self.add(inside);
                next
            } else {
                let Some((_, next)) = at.token_tree() else { return };
                next
            };
        }
    }

    /// `argument0`, `argument1`, ..
    pub fn argument(&mut self, span: Span) -> Ident {
        let name = self.fresh("argument");
        Ident::new(&name, Span::mixed_site().located_at(span))
    }

    /// `'r0`, `'r1`, ..
    pub fn lifetime(&mut self, span: Span) -> Lifetime {
        let name = self.fresh("r");
        Lifetime::new(&format!("'{name}"), Span::mixed_site().located_at(span))
    }

    fn fresh(&mut self, stem: &str) -> String {
        let mut number = 0;
        loop {
            let name = format!("{stem}{number}");
            if self.0.insert(name.clone()) {
                return name;
            }
            number += 1;
        }
    }
}

fn collect(tokens: TokenStream, names: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                names.insert(ident.to_string());
            }
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
