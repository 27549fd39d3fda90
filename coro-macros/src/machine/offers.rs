//! Method calls that may consume the local that they begin with, or may borrow it: `let open = door.unlock(key);`
//!
//! Where nothing reads the local again, and what the call is part of cannot borrow from it, all of that is *offered* the local:
//! `coro-core`'s `Offer` finds out whether it took it.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, UnOp};

use super::locals::{Local, Mention, decode};
use super::methods::unsure;
use super::resolve::collect_mentions;
use super::std_macros::OpenedMacros;

/// An expression that may be offered a local.
pub struct Offer {
    /// Locals that a method is called on which may consume them. At most one of them is offered.
    pub receivers: Vec<Mention>,
    /// The mentions of locals in it, but for closures.
    pub mentions: Vec<(Local, Mention)>,
    /// Those in closures. One that is moved there would look as if the receiver were.
    pub captured: Vec<Mention>,
}

/// What of `expr` may be offered something: all of it, less what jumps.
pub fn whole(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => whole(&paren.expr),
        Expr::Group(group) => whole(&group.expr),
        Expr::Assign(assign) => whole(&assign.right),
        Expr::Return(syn::ExprReturn { expr: Some(value), .. }) => whole(value),
        Expr::Match(question) if is_call_of(&question.expr, "branch") => whole(&question.expr),
        Expr::Call(call) if is_call_of(expr, "branch") => call.args.first().map_or(expr, whole),
        _ => expr,
    }
}

/// The offer that `expr` is, if it can stand in a closure of ours.
pub fn of(expr: &Expr, macros: &OpenedMacros) -> Option<Offer> {
    let offer = Offer { receivers: Vec::new(), mentions: Vec::new(), captured: Vec::new() };
    let mut finder = Finder { macros, offer, leaves: false };
    finder.visit_expr(expr);
    let found = !finder.leaves && !finder.offer.receivers.is_empty();
    found.then_some(finder.offer)
}

/// The value that a chain of calls begins with, if the first of them may as well borrow it as consume it.
pub fn begins_with<'e>(chain: &'e mut Expr, macros: &OpenedMacros) -> Option<&'e mut Expr> {
    let mut finder =
        Finder { macros, offer: Offer { receivers: Vec::new(), mentions: Vec::new(), captured: Vec::new() }, leaves: false };
    let mut first = None;
    let mut at = chain;
    loop {
        at = match at {
            Expr::MethodCall(call) => {
                call.args.iter().for_each(|arg| finder.visit_expr(arg));
                first = Some(unsure(&call.method.to_string()));
                &mut call.receiver
            }
            Expr::Field(field) => &mut field.base,
            value => return (first == Some(true) && !finder.leaves).then_some(value),
        };
    }
}

/// The local that a method is called on, which may consume it.
pub fn receiver(call: &syn::ExprMethodCall) -> Option<(Local, Mention)> {
    let Expr::Path(path) = &*call.receiver else { return None };
    path.path.get_ident().and_then(decode).filter(|_| unsure(&call.method.to_string()))
}

/// A call that `?` was made of.
fn is_call_of(expr: &Expr, name: &str) -> bool {
    let Expr::Call(call) = expr else { return false };
    let Expr::Path(path) = &*call.func else { return false };
    let mut last = path.path.segments.iter().rev();
    call.args.len() == 1
        && last.next().is_some_and(|last| last.ident == name)
        && last.next().is_some_and(|before| before.ident == "Branch")
}

struct Finder<'a> {
    macros: &'a OpenedMacros,
    offer: Offer,
    /// Control leaves it, or may do so; or it has statements.
    leaves: bool,
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Path(path) => self.offer.mentions.extend(path.path.get_ident().and_then(decode)),
            Expr::Closure(_) | Expr::Async(_) => {
                collect_mentions(expr.to_token_stream(), &mut |_, mention| self.offer.captured.push(mention));
            }
            Expr::Call(call) if self.macros.get(&call.func).is_some_and(|opened| opened.diverges) => self.leaves = true,
            Expr::MethodCall(call) => {
                self.offer.receivers.extend(receiver(call).map(|(_, mention)| mention));
                visit::visit_expr(self, expr);
            }
            Expr::Array(_)
            | Expr::Binary(_)
            | Expr::Call(_)
            | Expr::Cast(_)
            | Expr::Field(_)
            | Expr::Group(_)
            | Expr::Index(_)
            | Expr::Lit(_)
            | Expr::Paren(_)
            | Expr::Range(_)
            | Expr::Reference(_)
            | Expr::Repeat(_)
            | Expr::Struct(_)
            | Expr::Tuple(_)
            | Expr::Unary(syn::ExprUnary { op: UnOp::Deref(_) | UnOp::Neg(_) | UnOp::Not(_), .. }) => visit::visit_expr(self, expr),
            _ => self.leaves = true,
        }
    }
}

/// `expr` with each place for which `other` has something replaced by that.
pub fn with(expr: &Expr, other: &dyn Fn(&Expr) -> Option<TokenStream>) -> Expr {
    struct Replace<'a>(&'a dyn Fn(&Expr) -> Option<TokenStream>);
    impl VisitMut for Replace<'_> {
        fn visit_expr_mut(&mut self, expr: &mut Expr) {
            match self.0(expr) {
                Some(other) => *expr = Expr::Verbatim(other),
                None => visit_mut::visit_expr_mut(self, expr),
            }
        }
    }
    let mut expr = expr.clone();
    Replace(other).visit_expr_mut(&mut expr);
    expr
}
