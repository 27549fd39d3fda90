//! First pass: what is spelled with a macro or an operator becomes plain Rust around `yield`.
//!
//! `yield_!(x)` -> `yield x`, `yield_from!`/`yield_all!` -> loops around `yield`, `return x` -> `break 'coroutine x`,
//! `x?` -> a `match` on the residual, std's macros -> opened calls (`std_macros`). Yields where none can be are reported.

mod spelled_out;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprMacro, ExprYield, Item, Macro, Path, Stmt, Token, Type, parse_quote, parse_quote_spanned};

pub use self::spelled_out::{dbg, matches_macro, reborrowed};
use self::spelled_out::{destructuring_assignment, renamed, split_deferred, takes_apart};
use super::std_macros::OpenedMacros;
use super::syntax;
use crate::body::{Flavor, Resume};
use crate::error::Errors;

/// The label of the block that holds the whole body; `break`ing out of it ends the coroutine.
pub const BODY: &str = "coroutine";

pub struct Desugar<'a> {
    pub krate: &'a Path,
    pub resume: &'a Resume,
    pub flavor: Flavor,
    pub macros: &'a mut OpenedMacros,
    pub errors: &'a mut Errors,
    /// Set inside a closure, an async or a const block: how the place is called.
    pub inside: Option<&'static str>,
    pub in_guard: bool,
    /// Whether a `return` or a `?` ends the body: then the body is worth what an iterator's last item is, or `None`.
    pub is_left: bool,
    /// What the body calls `coro!`.
    pub renamed: Vec<String>,
}

pub fn desugar(block: &mut Block, pass: &mut Desugar) {
    pass.visit_block_mut(block);
}

pub fn is_yielding(name: &str) -> bool {
    matches!(name, "yield_" | "yield_from" | "yield_all")
}

/// The first token in `tokens` that looks like a yield, and is not one of a `coro!` in them.
pub fn find_yield(tokens: TokenStream) -> Option<TokenTree> {
    let mut before = [String::new(), String::new()];
    tokens.into_iter().find_map(|token| {
        let nested = before == ["coro", "!"];
        before = [core::mem::take(&mut before[1]), if nested { String::new() } else { token_text(&token) }];
        match &token {
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                (name == "yield" || is_yielding(&name)).then_some(token)
            }
            TokenTree::Group(group) if !nested => find_yield(group.stream()),
            _ => None,
        }
    })
}

/// Identifiers and punctuation.
fn token_text(token: &TokenTree) -> String {
    match token {
        TokenTree::Ident(ident) => ident.to_string(),
        TokenTree::Punct(punct) => punct.to_string(),
        TokenTree::Group(_) | TokenTree::Literal(_) => String::new(),
    }
}

pub fn last_name(path: &Path) -> String {
    path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default()
}

impl Desugar<'_> {
    fn in_place<T>(&mut self, inside: &'static str, visit: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.inside.replace(inside);
        let result = visit(self);
        self.inside = outer;
        result
    }

    fn macro_expr(&mut self, mac: &ExprMacro) -> Option<Expr> {
        let name = last_name(&mac.mac.path);
        if is_yielding(&name) {
            return Some(self.yielding(&name, &mac.mac));
        }
        match &*name {
            "matches" => matches_macro(&mac.mac),
            "dbg" => dbg(&mac.mac),
            _ => {
                let opened = self.macros.open(&mac.mac);
                if opened.is_none() {
                    self.check_opaque(&mac.mac);
                }
                opened
            }
        }
    }

    fn check_opaque(&mut self, mac: &Macro) {
        let name = last_name(&mac.path);
        if matches!(&*name, "coro" | "coroutine" | "macro_rules") || self.renamed.contains(&name) {
            return;
        }
        if let Some(token) = find_yield(mac.tokens.clone()) {
            let message = format!(
                "cannot yield inside `{name}!`: its expansion is not known here; bind the value first: `let value = yield_!(..);`"
            );
            self.errors.push(token, message);
        }
    }

    fn yielding(&mut self, name: &str, mac: &Macro) -> Expr {
        let span = span_of(mac);
        let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
        let args = match parser.parse2(mac.tokens.clone()) {
            Ok(args) => args.into_iter().collect::<Vec<_>>(),
            Err(error) => {
                self.errors.add(error);
                return parse_quote!({});
            }
        };
        match (name, &args[..]) {
            ("yield_", []) => yield_expr(span, None),
            ("yield_", [value]) => yield_expr(span, Some(value.clone())),
            ("yield_all", [items]) => parse_quote_spanned!(span=> for item in #items { yield item; }),
            ("yield_from", [inner]) => self.yield_from(span, inner, None),
            ("yield_from", [inner, first]) => self.yield_from(span, inner, Some(first)),
            _ => {
                self.errors.push(mac, usage(name));
                parse_quote!({})
            }
        }
    }

    /// `[source]  yield_from!(c, first)`
    ///
    /// `[lowered] match (c, first) { (mut delegate, mut argument) => loop {
    ///     match resume(&mut delegate, argument) { Yielded(item) => argument = yield item, Complete(value) => break value }
    /// } }`
    fn yield_from(&mut self, span: Span, inner: &Expr, first: Option<&Expr>) -> Expr {
        let krate = self.krate;
        let resume = quote_spanned!(span=> #krate::Coroutine::<_>::resume);
        let pinned = quote_spanned!(span=> ::core::pin::Pin::new(&mut delegate));
        let (yielded, complete) =
            (quote_spanned!(span=> #krate::CoroutineState::Yielded), quote_spanned!(span=> #krate::CoroutineState::Complete));
        let fixed = match (self.resume, first) {
            (Resume::Rebind(params), None) => Some(reborrowed(params)),
            (Resume::Plain(Type::Tuple(unit)), None) if unit.elems.is_empty() => Some(quote!(())),
            (_, None) => {
                self.errors.push(inner, FIRST_IS_MISSING);
                Some(quote!(()))
            }
            _ => None,
        };
        match fixed {
            Some(argument) => parse_quote_spanned!(span=> match #inner {
                mut delegate => loop {
                    match #resume(#pinned, #argument) {
                        #yielded(item) => { yield item; }
                        #complete(value) => break value,
                    }
                }
            }),
            None => parse_quote_spanned!(span=> match (#inner, #first) {
                (mut delegate, mut argument) => loop {
                    match #resume(#pinned, argument) {
                        #yielded(item) => argument = yield item,
                        #complete(value) => break value,
                    }
                }
            }),
        }
    }

    fn check_yield(&mut self, expr: &ExprYield) {
        if let Some(inside) = self.inside {
            let message = cannot_yield_inside(inside);
            self.errors.push(expr.yield_token, message);
        } else if self.in_guard {
            let message = "cannot yield inside a match guard: the other arms could not be tried after it; yield in the arm's body, or before the `match`";
            self.errors.push(expr.yield_token, message);
        }
    }
}

/// How a yield is written.
pub fn usage(name: &str) -> &'static str {
    match name {
        "yield_" => "`yield_!` takes at most one value; yield a tuple: `yield_!((a, b))`",
        "yield_all" => "`yield_all!` takes one `IntoIterator`",
        _ => "`yield_from!` takes a coroutine and, where it has a resume argument, the first one: `yield_from!(c, first)`",
    }
}

pub const CANNOT_AWAIT: &str = "`.await` needs an executor's context, which this coroutine does not have; return `impl Stream<..>` or `impl Future<..>`, or drive the future from outside";

pub const IN_AN_ITEM: &str =
    "cannot yield inside a nested item; make it a coroutine of its own and write `yield_from!` or `yield_all!` here";

pub const FIRST_IS_MISSING: &str = "the delegate's first resume argument is missing; write `yield_from!(coroutine, first)`";

pub fn cannot_yield_inside(place: &str) -> String {
    let hint = if place == "a closure" { ", for example with a `for` loop instead of `for_each`" } else { "" };
    format!("cannot yield inside {place}: it is not part of the coroutine's own control flow; yield outside of it{hint}")
}

/// `?`: goes on with the value, or ends the body with what is in its stead.
pub fn question(krate: &Path, flavor: Flavor, operand: &Expr, span: Span) -> Expr {
    let label = body_label(span);
    let residual = quote_spanned!(span=> #krate::__private::FromResidual::from_residual(residual));
    let end: Expr = match flavor {
        Flavor::Coroutine => parse_quote!(#residual),
        Flavor::Iterator => parse_quote_spanned!(span=> ::core::option::Option::Some(#residual)),
    };
    let end = break_with(label, end, span);
    parse_quote_spanned!(span=> match #krate::__private::Branch::branch(#operand) {
        ::core::ops::ControlFlow::Continue(value) => value,
        ::core::ops::ControlFlow::Break(residual) => #end,
    })
}

/// `return`: ends the body.
pub fn return_expr(flavor: Flavor, value: Option<&Expr>, span: Span) -> Expr {
    let label = body_label(span);
    let value: Expr = match (flavor, value) {
        (Flavor::Coroutine, Some(value)) => value.clone(),
        (Flavor::Coroutine, None) => parse_quote_spanned!(span=> ()),
        (Flavor::Iterator, None) => parse_quote_spanned!(span=> ::core::option::Option::None),
        (Flavor::Iterator, Some(value)) => parse_quote_spanned!(span=> {
            let () = #value;
            ::core::option::Option::None
        }),
    };
    break_with(label, value, span)
}

pub fn body_label(span: Span) -> syn::Lifetime {
    syn::Lifetime::new(&format!("'{BODY}"), Span::mixed_site().located_at(span))
}

/// The invisible group around `$x:expr` is lost when its tokens are emitted again; parentheses are not.
pub fn visible_group(group: &syn::ExprGroup) -> Expr {
    let inner = (*group.expr).clone();
    match inner {
        Expr::Path(_)
        | Expr::Lit(_)
        | Expr::Call(_)
        | Expr::MethodCall(_)
        | Expr::Field(_)
        | Expr::Paren(_)
        | Expr::Macro(_)
        | Expr::Let(_) => inner,
        other => {
            let paren_token = syn::token::Paren(group.group_token.span);
            Expr::Paren(syn::ExprParen { attrs: Vec::new(), paren_token, expr: Box::new(other) })
        }
    }
}

fn break_with(label: syn::Lifetime, value: Expr, span: Span) -> Expr {
    // A value that begins with `::` or a label would read as a labelled one.
    let plain = matches!(&value, Expr::Lit(_) | Expr::Tuple(_) | Expr::Paren(_))
        || matches!(&value, Expr::Path(path) if path.path.get_ident().is_some());
    let value = if plain { value } else { parse_quote_spanned!(span=> (#value)) };
    let break_token = Token![break](span);
    Expr::Break(syn::ExprBreak { attrs: Vec::new(), break_token, label: Some(label), expr: Some(Box::new(value)) })
}

fn yield_expr(span: Span, value: Option<Expr>) -> Expr {
    let yield_token = Token![yield](span);
    Expr::Yield(ExprYield { attrs: Vec::new(), yield_token, expr: value.map(Box::new) })
}

impl VisitMut for Desugar<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        split_deferred(block);
        let last = block.stmts.len().wrapping_sub(1);
        for (index, stmt) in block.stmts.iter_mut().enumerate() {
            // At the end of a block, a macro in braces is its value.
            if let Stmt::Macro(mac) = stmt
                && mac.semi_token.is_none()
                && index == last
                && let Some(expr) = self.macro_expr(&ExprMacro { attrs: mac.attrs.clone(), mac: mac.mac.clone() })
            {
                *stmt = Stmt::Expr(expr, None);
            }
            self.visit_stmt_mut(stmt);
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(mac) = stmt {
            let as_expr = ExprMacro { attrs: mac.attrs.clone(), mac: mac.mac.clone() };
            if let Some(expr) = self.macro_expr(&as_expr) {
                *stmt = Stmt::Expr(expr, mac.semi_token.or_else(|| semi_of(&mac.mac)));
            }
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(mac) = expr
            && let Some(opened) = self.macro_expr(mac)
        {
            *expr = opened;
        }
        match expr {
            Expr::Closure(_) => self.in_place("a closure", |this| visit_mut::visit_expr_mut(this, expr)),
            Expr::Async(_) => self.in_place("an async block", |this| visit_mut::visit_expr_mut(this, expr)),
            Expr::Const(_) => self.in_place("a const block", |this| visit_mut::visit_expr_mut(this, expr)),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
        if let Expr::Group(group) = expr {
            *expr = visible_group(group);
        }
        match expr {
            Expr::Yield(yielded) => {
                self.check_yield(yielded);
                // Later passes quote expressions into others; `if yield x {` would not parse as meant.
                *expr = syntax::parenthesized(core::mem::replace(expr, Expr::PLACEHOLDER));
            }
            Expr::Await(awaited) if self.inside != Some("an async block") && self.inside != Some("a closure") => {
                self.errors.push(awaited.await_token, CANNOT_AWAIT);
            }
            Expr::Try(question) if self.inside.is_none() => {
                self.is_left = true;
                *expr = self::question(self.krate, self.flavor, &question.expr.clone(), question.question_token.span());
            }
            Expr::Range(range) => syntax::range(range),
            Expr::Assign(assign) if takes_apart(&assign.left) => *expr = destructuring_assignment(assign),
            Expr::Return(returned) if self.inside.is_none() => {
                self.is_left = true;
                *expr = return_expr(self.flavor, returned.expr.clone().as_deref(), returned.return_token.span);
            }
            _ => {}
        }
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        self.visit_pat_mut(&mut arm.pat);
        if let Some((_, guard)) = &mut arm.guard {
            let outer = core::mem::replace(&mut self.in_guard, true);
            self.visit_expr_mut(guard);
            self.in_guard = outer;
        }
        self.visit_expr_mut(&mut arm.body);
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Use(item) = item {
            renamed(&item.tree, &mut self.renamed);
        }
        let own_coroutine =
            matches!(item, Item::Fn(function) if function.attrs.iter().any(|attr| last_name(attr.path()) == "coroutine"));
        let own_macro = matches!(item, Item::Macro(mac) if last_name(&mac.mac.path) == "coro");
        if !own_coroutine
            && !own_macro
            && let Some(token) = find_yield(item.to_token_stream())
        {
            let message = match item {
                Item::Macro(_) => {
                    "cannot yield inside a macro definition: its expansion is not known here; yield where the macro is used"
                }
                _ => IN_AN_ITEM,
            };
            self.errors.push(token, message);
        }
    }
}

/// Where `mac` stands: `Spanned` would make tokens of all of it.
fn span_of(mac: &Macro) -> Span {
    let first = match (&mac.path.leading_colon, mac.path.segments.first()) {
        (None, Some(segment)) => segment.ident.span(),
        _ => mac.path.span(),
    };
    first.join(mac.delimiter.span().close()).unwrap_or(first)
}

pub fn semi_of(mac: &Macro) -> Option<Token![;]> {
    // A braced macro statement without `;` is a statement all the same; its value is `()`.
    matches!(mac.delimiter, syn::MacroDelimiter::Brace(_)).then(Default::default)
}
