//! Items inside `coro!`: functions marked `#[coroutine]`, also methods, are expanded; all else passes through.

use crate::{
    error::Errors,
    input::{
        attributes::is_inert,
        function::{Body, Function},
        marked::{Mark, Marked, Site},
    },
};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Attribute, Block, ImplItem, ImplItemFn, Item, ItemFn, Meta, Path, Result, Token, TraitItem, TraitItemFn, Visibility,
    parse::{Parse, ParseStream},
    token,
    visit_mut::{self, VisitMut},
};

#[derive(Default)]
pub struct Items {
    items: Vec<Entry>,
    /// What could not be read, and why.
    errors: Errors,
}

enum Entry {
    Marked(Mark, Function),
    Other(Item),
}

/// Whether what follows begins as an item does.
pub fn peek(input: ParseStream) -> bool {
    let expression = input.peek(Token![yield]) || input.peek(Token![if]) || input.peek(Token![match]);
    let word = input.peek(Token![#]) || input.peek(Token![::]) || input.cursor().ident().is_some();
    let asynchronous = input.peek(Token![async]) && !input.peek2(Token![fn]) && !input.peek2(Token![unsafe]);
    word && !expression && !asynchronous
}

impl Parse for Items {
    fn parse(input: ParseStream) -> Result<Self> {
        let mut all = Self::default();
        while !input.is_empty() {
            match input.parse() {
                Ok(entry) => all.items.push(entry),
                Err(error) => {
                    all.errors.add(error);
                    input.parse::<TokenStream>()?;
                }
            }
        }
        Ok(all)
    }
}

impl Parse for Entry {
    fn parse(input: ParseStream) -> Result<Self> {
        let ahead = input.fork();
        let Some(mark) = take_mark(&mut ahead.call(Attribute::parse_outer)?) else {
            return input.parse().map(Self::Other);
        };
        if !Function::peek(&ahead) {
            return input.parse().map(Self::Other);
        }
        let mut function: Function = input.parse()?;
        take_mark(&mut function.attrs);
        Ok(Self::Marked(mark, function))
    }
}

impl Items {
    pub fn expand(self, krate: &Path) -> TokenStream {
        let mut expander = Expander { krate, is_handed_on: false };
        let mut tokens = self.errors.into_compile_errors();
        for entry in self.items {
            tokens.extend(match entry {
                Entry::Marked(mark, function) => expander.function(mark, function),
                Entry::Other(mut item) => {
                    expander.visit_item_mut(&mut item);
                    item.into_token_stream()
                }
            });
        }
        tokens
    }
}

struct Expander<'a> {
    krate: &'a Path,
    /// Whether an attribute of what encloses this may be a macro, which is given what we emit.
    is_handed_on: bool,
}

impl Expander<'_> {
    fn function(&mut self, mark: Mark, mut function: Function) -> TokenStream {
        let is_handed_on = self.is_handed_on;
        self.is_handed_on |= !function.attrs.iter().all(is_inert);
        if let Body::Block(block) = &mut function.body {
            self.visit_block_mut(block);
        }
        self.is_handed_on = is_handed_on;
        Marked { mark, function, site: Site::FunctionLike(self.krate.clone()), is_handed_on }.expand()
    }
}

/// One method for each kind of place that a function stands in.
macro_rules! expand_functions {
    ($($method:ident($kind:ident);)*) => {
        $(fn $method(&mut self, item: &mut $kind) {
            if let $kind::Fn(function) = item
                && let Some(mark) = take_mark(&mut function.attrs)
            {
                *item = $kind::Verbatim(self.function(mark, function.clone().into()));
            } else {
                let outer = self.is_handed_on;
                visit_mut::$method(self, item);
                self.is_handed_on = outer;
            }
        })*
    };
}

impl VisitMut for Expander<'_> {
    // Those of an item are visited before all else in it.
    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        self.is_handed_on |= !is_inert(attr);
    }

    expand_functions! {
        visit_item_mut(Item);
        visit_impl_item_mut(ImplItem);
        visit_trait_item_mut(TraitItem);
    }
}

/// Takes `#[coroutine]`, `#[coro::coroutine]` or `#[coroutine(..)]`.
fn take_mark(attrs: &mut Vec<Attribute>) -> Option<Mark> {
    let position = attrs.iter().position(is_coroutine)?;
    let attr = attrs.remove(position);
    let at = attr.path().segments.last()?.ident.span();
    let arguments = match attr.meta {
        Meta::Path(_) => TokenStream::new(),
        Meta::List(list) => list.tokens,
        // Refused as an argument, where it is read.
        Meta::NameValue(pair) => {
            let (eq, value) = (pair.eq_token, pair.value);
            quote!(#eq #value)
        }
    };
    Some(Mark { arguments, at })
}

fn is_coroutine(attr: &Attribute) -> bool {
    attr.path().segments.last().is_some_and(|last| last.ident == "coroutine")
}

fn body(block: Block) -> Body {
    Body::Block(block)
}

impl From<ItemFn> for Function {
    fn from(ItemFn { attrs, vis, sig, block }: ItemFn) -> Self {
        Self { attrs, vis, defaultness: None, sig, body: body(*block), names: None }
    }
}

impl From<ImplItemFn> for Function {
    fn from(ImplItemFn { attrs, vis, defaultness, sig, block }: ImplItemFn) -> Self {
        Self { attrs, vis, defaultness, sig, body: body(block), names: None }
    }
}

impl From<TraitItemFn> for Function {
    fn from(TraitItemFn { attrs, sig, default, semi_token }: TraitItemFn) -> Self {
        let body = default.map_or_else(|| Body::Missing(semi_token.unwrap_or(token::Semi::default())), body);
        Self { attrs, vis: Visibility::Inherited, defaultness: None, sig, body, names: None }
    }
}
