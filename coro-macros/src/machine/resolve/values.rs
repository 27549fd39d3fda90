//! What an initialiser shows of the type of what it makes.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Expr;

use super::super::copy;
use super::super::locals::{Local, Locals, decode, decode_text, local_of, root};
use super::super::methods::{counts, lends};
use super::super::std_macros::OpenedMacros;

/// Methods whose result borrows nothing.
pub fn makes_its_own(name: &Ident) -> bool {
    const OWN: &[&str] =
        &["clone", "cloned", "copied", "contains", "count", "is_empty", "len", "max", "min", "parse", "sum", "collect"];
    let name = name.to_string();
    OWN.contains(&&*name) || name.starts_with("is_") || name.starts_with("to_")
}

/// What the tokens of a resolved initialiser show.
#[derive(Default)]
pub(super) struct Look {
    pub mentions: Vec<Local>,
    /// `&mut` is written there, or a method called as those of std are that return one.
    pub writes_mut: bool,
}

impl Look {
    pub fn at(expr: &Expr) -> Self {
        let mut look = Self::default();
        match expr {
            Expr::Lit(_) => {}
            other => look.tokens(other.to_token_stream(), &mut false),
        }
        look
    }

    fn tokens(&mut self, tokens: TokenStream, after_and: &mut bool) {
        for token in tokens {
            let and = match token {
                TokenTree::Group(group) => {
                    self.tokens(group.stream(), after_and);
                    continue;
                }
                TokenTree::Ident(ident) => {
                    let text = ident.to_string();
                    self.mentions.extend(decode_text(&text).map(|(local, _)| local));
                    self.writes_mut |= text == "mut" && *after_and || text.ends_with("_mut");
                    false
                }
                TokenTree::Punct(punct) => punct.as_char() == '&',
                TokenTree::Literal(_) => false,
            };
            *after_and = and;
        }
    }
}

/// Whether the type of `init` may be open until later code decides it.
pub(super) fn is_vague(init: &Expr, macros: &OpenedMacros, locals: &Locals) -> bool {
    if holds_closure(init, macros, locals) {
        return true;
    }
    match init {
        Expr::Path(path) => path.path.segments.last().is_some_and(|last| last.ident == "None"),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                let default = path.path.segments.last().is_some_and(|last| last.ident == "default");
                let wraps = path.path.get_ident().is_some_and(|name| name == "Some" || name == "Ok" || name == "Err");
                default || wraps && call.args.iter().all(|arg| is_vague(arg, macros, locals))
            }
            _ => false,
        },
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            let generic = matches!(&*name, "into" | "parse" | "collect" | "sum" | "product" | "try_into");
            generic && call.turbofish.is_none()
                || matches!(&*name, "unwrap" | "expect" | "unwrap_or_default") && is_vague(&call.receiver, macros, locals)
        }
        Expr::Tuple(tuple) => tuple.elems.iter().any(|elem| is_vague(elem, macros, locals)),
        Expr::Paren(paren) => is_vague(&paren.expr, macros, locals),
        _ => false,
    }
}

/// Whether the type of `init` is for later code to complete.
pub(super) fn is_open(init: &Expr, vague: bool) -> bool {
    match init {
        Expr::Path(_) => vague,
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                let name = path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
                let empty = matches!(&*name, "new" | "with_capacity" | "default");
                empty && path.path.segments.iter().all(|segment| segment.arguments.is_none())
            }
            _ => false,
        },
        _ => false,
    }
}

/// Methods of std that are given a closure to call it, not to keep it, or that leave nothing of an iterator that keeps one.
fn calls_its_closure(name: &str) -> bool {
    const CALLS: &[&str] = &[
        "all",
        "and_modify",
        "any",
        "binary_search_by",
        "binary_search_by_key",
        "collect",
        "count",
        "expect",
        "find",
        "find_map",
        "fold",
        "for_each",
        "get_or_init",
        "get_or_insert_with",
        "is_none_or",
        "is_some_and",
        "last",
        "map_or",
        "map_or_else",
        "max",
        "max_by",
        "max_by_key",
        "min",
        "min_by",
        "min_by_key",
        "next",
        "next_back",
        "nth",
        "or_default",
        "or_insert",
        "or_insert_with",
        "or_insert_with_key",
        "partition",
        "partition_point",
        "position",
        "product",
        "reduce",
        "retain",
        "rfind",
        "rposition",
        "sum",
        "then",
        "try_fold",
        "unwrap",
        "unwrap_or",
        "unwrap_or_default",
        "unwrap_or_else",
    ];
    CALLS.contains(&name)
}

/// Whether a closure in `init` may own what it captures.
fn holds_closure(init: &Expr, macros: &OpenedMacros, locals: &Locals) -> bool {
    use syn::visit::{self, Visit};
    struct Finder<'a>(bool, &'a OpenedMacros, &'a Locals);
    impl<'ast> Visit<'ast> for Finder<'_> {
        fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
            self.0 |= closure.capture.is_some() || super::super::flow::captures_by_value(closure, self.1, self.2);
        }
        fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
            if !calls_its_closure(&call.method.to_string()) {
                visit::visit_expr_method_call(self, call);
            }
        }
    }
    let mut finder = Finder(false, macros, locals);
    finder.visit_expr(init);
    finder.0
}

/// Whether the value of `init` looks like a number, a flag, a reference, or an `Option` or a tuple of these.
pub(super) fn is_plain(init: &Expr, locals: &Locals) -> bool {
    match init {
        Expr::Path(_) => local_of(init).is_some_and(|(local, _)| locals.infos[local].copy || locals.infos[local].plain),
        Expr::Binary(binary) => {
            !matches!(binary.op, syn::BinOp::Add(_)) || is_plain(&binary.left, locals) || copy::value(&binary.right)
        }
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            counts(&name) || matches!(&*name, "first" | "get" | "last" | "as_deref" | "as_ref" | "as_str" | "copied")
        }
        Expr::Call(call) => {
            let wraps = matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Some"));
            wraps && call.args.iter().all(|arg| is_plain(arg, locals))
        }
        Expr::Tuple(tuple) => tuple.elems.iter().all(|elem| is_plain(elem, locals)),
        Expr::Paren(paren) => is_plain(&paren.expr, locals),
        other => copy::value(other),
    }
}

/// The local that the value of `expr` is seen to borrow.
pub(super) fn borrowed(expr: &Expr) -> Option<Local> {
    match expr {
        Expr::Reference(reference) => root(&reference.expr).and_then(decode).map(|(local, _)| local),
        Expr::MethodCall(call) if lends(&call.method.to_string()) => root(&call.receiver).and_then(decode).map(|(local, _)| local),
        Expr::MethodCall(call) if matches!(&*call.method.to_string(), "unwrap" | "expect" | "enumerate") => {
            borrowed(&call.receiver)
        }
        Expr::Paren(paren) => borrowed(&paren.expr),
        _ => None,
    }
}

/// The `&mut` that the value of `expr` is certain to borrow through: its type is written, and so is the borrow.
pub fn lent(expr: &Expr, locals: &Locals) -> Option<Local> {
    const MUTABLE: &[&str] =
        &["as_deref_mut", "as_mut", "chunks_mut", "first_mut", "get_mut", "iter", "iter_mut", "last_mut", "values_mut"];
    let is_mut = |place: &Expr| {
        let (local, _) = root(place).and_then(decode)?;
        let ty = &locals.infos[local].ty;
        matches!(ty, Some(syn::Type::Reference(reference)) if reference.mutability.is_some()).then_some(local)
    };
    match expr {
        Expr::Reference(reference) if is_place(&reference.expr) => is_mut(&reference.expr),
        Expr::MethodCall(call) if MUTABLE.iter().any(|name| call.method == name) && is_place(&call.receiver) => {
            is_mut(&call.receiver)
        }
        Expr::MethodCall(call) if matches!(&*call.method.to_string(), "unwrap" | "expect" | "enumerate") => {
            lent(&call.receiver, locals)
        }
        Expr::Paren(paren) => lent(&paren.expr, locals),
        _ => None,
    }
}

/// No call, in which something else might be borrowed.
fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Field(field) => is_place(&field.base),
        Expr::Index(index) => is_place(&index.expr),
        Expr::Paren(paren) => is_place(&paren.expr),
        Expr::Unary(syn::ExprUnary { op: syn::UnOp::Deref(_), expr, .. }) => is_place(expr),
        _ => false,
    }
}
