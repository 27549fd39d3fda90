//! Yields become `await`s, and what leaves the body leaves its block. All else stays as it was written.

use super::{Route, suspend::Suspend};
use crate::{
    body::{Body, Flavor, Kind},
    error::Errors,
    hiding::may_hide,
    input::attributes::{is_inert, may_become_statements},
    machine::{
        desugar::{
            CANNOT_AWAIT, IN_AN_ITEM, cannot_yield_inside, dbg, find_yield, is_yielding, last_name, matches_macro, question,
            return_expr, semi_of, visible_group,
        },
        std_macros::OpenedMacros,
        syntax,
    },
};
use core::mem;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Attribute, Block, Expr, ExprMacro, Item, Macro, Path, Stmt,
    parse::Parser,
    punctuated::Punctuated,
    spanned::Spanned,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

pub struct Rewrite<'a> {
    kind: Kind,
    flavor: Flavor,
    krate: &'a Path,
    suspend: Suspend<'a>,
    errors: &'a mut Errors,
    /// Set inside a closure, an async or a const block: how the place is called.
    inside: Option<&'static str>,
    /// Set in the arguments of a macro that is left to be expanded: by its name it is one of std, but it may be another one.
    handed_on: bool,
    hidden: Hidden,
}

/// What macros that are not known here may expand to, and what is seen.
#[derive(Clone, Copy, Default)]
pub struct Hidden {
    pub yields: bool,
    pub returns: bool,
    /// An `await`, here or in plain sight.
    pub suspends: bool,
    /// Something that is not known here is given a yield that is rewritten already.
    pub strays: bool,
    /// How many yields and `await`s are in plain sight.
    pub seen: usize,
}

impl<'a> Rewrite<'a> {
    pub fn new(body: &'a Body, kind: Kind, route: Route, errors: &'a mut Errors) -> Self {
        Self {
            kind,
            flavor: body.flavor,
            krate: &body.krate,
            suspend: Suspend::new(body, kind, route),
            errors,
            inside: None,
            handed_on: body.is_handed_on,
            hidden: Hidden::default(),
        }
    }

    /// Rewrites the body. Returns what has to stand before it, and what it may do that is not seen.
    pub fn apply(mut self, block: &mut Block) -> (TokenStream, Hidden) {
        self.visit_block_mut(block);
        let Hidden { yields, returns, .. } = self.hidden;
        let leave = (returns && self.flavor == Flavor::Coroutine).then(|| self.suspend.leave());
        let macros = yields.then(|| self.suspend.macros());
        (quote!(#leave #macros), self.hidden)
    }

    fn in_place(&mut self, inside: &'static str, expr: &mut Expr) {
        let outer = self.inside.replace(inside);
        visit_mut::visit_expr_mut(self, expr);
        self.inside = outer;
    }

    /// What stands for a macro, if it does not stay as it is.
    fn macro_expr(&mut self, mac: &Macro) -> Option<Expr> {
        let name = last_name(&mac.path);
        if is_yielding(&name) {
            return Some(self.yielding(&name, mac));
        }
        // Those of std, too: by the name alone it may be another one.
        self.hidden.suspends |= self.inside.is_none();
        if matches!(&*name, "coro" | "coroutine" | "macro_rules") {
            return None;
        }
        if mentions(mac.tokens.clone(), &|token| is_word(token, &["yield", "return", "await"]) || is_question(token))
            && let Some(opened) = self.opened(&name, mac)
        {
            return Some(opened);
        }
        let unknown = self.inside.is_none() && OpenedMacros::default().open(mac).is_none() && may_hide(&mac.path);
        self.hidden.returns |= unknown;
        self.hidden.yields |= unknown;
        if let Some(token) = find_yield(mac.tokens.clone()) {
            self.check_hidden(&name, token);
        }
        None
    }

    /// A macro of std again, with its arguments rewritten.
    fn opened(&mut self, name: &str, mac: &Macro) -> Option<Expr> {
        let known = match name {
            "matches" => matches_macro(mac),
            "dbg" => dbg(mac),
            _ => None,
        };
        if let Some(mut expr) = known {
            self.visit_expr_mut(&mut expr);
            return Some(expr);
        }
        let mut macros = OpenedMacros::default();
        let Expr::Call(mut call) = macros.open(mac)? else { return None };
        let outer = mem::replace(&mut self.handed_on, true);
        let mut closed = Vec::new();
        for arg in &mut call.args {
            self.visit_expr_mut(arg);
            closed.push(Some(arg.to_token_stream()));
        }
        self.handed_on = outer;
        syn::parse2(macros.get(&call.func)?.close(closed)).ok()
    }

    fn check_hidden(&mut self, name: &str, token: TokenTree) {
        if let Some(inside) = self.inside {
            self.refuse(&token, inside);
        } else if is_word(&token, &["yield"]) {
            let message = format!("`yield` inside `{name}!` is not seen by `coro!`; write `yield_!(..)`");
            self.errors.push(token, message);
        } else {
            self.hidden.yields = true;
        }
    }

    fn refuse(&mut self, token: impl ToTokens, inside: &str) {
        self.errors.push(token, cannot_yield_inside(inside));
    }

    fn yielding(&mut self, name: &str, mac: &Macro) -> Expr {
        let nothing = || Expr::Verbatim(quote!({}));
        self.hidden.strays |= self.handed_on;
        self.hidden.seen += 1;
        if let Some(inside) = self.inside {
            self.refuse(&mac.path, inside);
            return nothing();
        }
        let mut args: Vec<Expr> = match Punctuated::<Expr, syn::Token![,]>::parse_terminated.parse2(mac.tokens.clone()) {
            Ok(args) => args.into_iter().collect(),
            Err(error) => {
                self.errors.add(error);
                return nothing();
            }
        };
        for arg in &mut args {
            self.visit_expr_mut(arg);
        }
        match self.suspend.expand(name, &args, mac) {
            Ok(expr) => expr,
            Err((tokens, message)) => {
                self.errors.push(tokens, message);
                nothing()
            }
        }
    }

    fn bare(&mut self, keyword: Span, value: Option<&Expr>) -> Expr {
        self.hidden.strays |= self.handed_on;
        self.hidden.seen += 1;
        if let Some(inside) = self.inside {
            self.refuse(Ident::new("yield", keyword), inside);
        }
        match self.suspend.yield_(value, keyword) {
            Ok(tokens) => Expr::Verbatim(tokens),
            Err((tokens, message)) => {
                self.errors.push(tokens, message);
                Expr::Verbatim(TokenStream::new())
            }
        }
    }

    fn check_shadowing(&mut self, name: &Ident) {
        if self.inside.is_none() && self.suspend.binds(name) {
            let message = format!("`{name}` is bound anew at each yield, and this would hide it; give this another name");
            self.errors.push(name, message);
        }
    }
}

impl VisitMut for Rewrite<'_> {
    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let Stmt::Macro(mac) = stmt else {
            return visit_mut::visit_stmt_mut(self, stmt);
        };
        if let Some(expr) = self.macro_expr(&mac.mac) {
            *stmt = Stmt::Expr(expr, mac.semi_token.or_else(|| semi_of(&mac.mac)));
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Macro(ExprMacro { mac, .. }) => {
                if let Some(opened) = self.macro_expr(mac) {
                    *expr = opened;
                }
            }
            // Syntax of tomorrow: all that is known is that it is no yield.
            Expr::Verbatim(tokens) => self.hidden.suspends |= !tokens.is_empty(),
            Expr::Closure(_) => self.in_place("a closure", expr),
            Expr::Async(_) => self.in_place("an async block", expr),
            Expr::Const(_) => self.in_place("a const block", expr),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
        if let Expr::Group(group) = expr {
            *expr = visible_group(group);
        }
        let outside = self.inside.is_none();
        match expr {
            Expr::Yield(yielded) => *expr = self.bare(yielded.yield_token.span, yielded.expr.as_deref()),
            Expr::Await(awaited) if outside && !self.kind.awaits() => self.errors.push(awaited.await_token, CANNOT_AWAIT),
            // What it is handed on to may put it into another future, which is polled with another context.
            Expr::Await(_) if self.handed_on => self.hidden.suspends |= outside,
            Expr::Await(awaited) if outside => {
                self.hidden.seen += 1;
                if let Some(handing) = self.suspend.await_(&awaited.base, awaited.await_token.span) {
                    *expr = handing;
                }
            }
            Expr::Try(asked) if outside => *expr = question(self.krate, self.flavor, &asked.expr, asked.question_token.span()),
            Expr::Range(range) => syntax::range(range),
            Expr::Return(left) if outside => {
                *expr = return_expr(self.flavor, left.expr.as_deref(), left.return_token.span);
            }
            _ => {}
        }
    }

    fn visit_pat_ident_mut(&mut self, pat: &mut syn::PatIdent) {
        self.check_shadowing(&pat.ident);
        visit_mut::visit_pat_ident_mut(self, pat);
    }

    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        // A macro, if unstable features allow it.
        if !is_inert(attr) {
            self.hidden.suspends = true;
            self.hidden.strays = true;
        }
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        self.hidden.suspends |= may_become_statements(item);
        match item {
            Item::Macro(mac) if last_name(&mac.mac.path) == "coro" => {}
            Item::Fn(function) if function.attrs.iter().any(|attr| last_name(attr.path()) == "coroutine") => {}
            Item::Macro(_) => self.hidden.yields |= find_yield(item.to_token_stream()).is_some(),
            _ => {
                if let Some(token) = find_yield(item.to_token_stream()) {
                    self.errors.push(token, IN_AN_ITEM);
                }
            }
        }
    }
}

/// Whether some token is as `asked`, however deep.
fn mentions(tokens: TokenStream, asked: &impl Fn(&TokenTree) -> bool) -> bool {
    tokens.into_iter().any(|token| match &token {
        TokenTree::Group(group) => mentions(group.stream(), asked),
        token => asked(token),
    })
}

fn is_word(token: &TokenTree, words: &[&str]) -> bool {
    matches!(token, TokenTree::Ident(ident) if words.iter().any(|word| ident == word))
}

fn is_question(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '?')
}

/// The names that a pattern binds.
pub fn bound_in(pat: &syn::Pat, names: &mut Vec<Ident>) {
    struct Bound<'a>(&'a mut Vec<Ident>);
    impl Visit<'_> for Bound<'_> {
        fn visit_pat_ident(&mut self, pat: &syn::PatIdent) {
            self.0.push(pat.ident.clone());
            visit::visit_pat_ident(self, pat);
        }
    }
    Bound(names).visit_pat(pat);
}
