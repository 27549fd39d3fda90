//! Method calls that may consume the local that they begin with, or may borrow it: `let open = door.unlock(key);` So may the call of a
//! closure, and `*boxed`.
//!
//! Where nothing reads the local again, and what the call is part of cannot borrow from it, all of that is *offered* the local:
//! `coro-core`'s `Offer` finds out whether it took it.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, UnOp};

use super::locals::{Local, Mention, local_of};
use super::lower::{is_comparison, is_compound};
use super::methods::{ends, unsure};
use super::resolve::collect_mentions;
use super::std_macros::OpenedMacros;

/// An expression that may be offered a local.
pub struct Offer {
    /// Locals that a method is called on which may consume them, or that are called, or dereferenced. At most one of them is offered.
    pub receivers: Vec<Mention>,
    /// What these calls return does not borrow from what they are called on.
    pub ends: bool,
    /// The mentions of locals in it, but for closures.
    pub mentions: Vec<(Local, Mention)>,
    /// Those in closures. One that is moved there would look as if the receiver were.
    pub captured: Vec<(Local, Mention)>,
}

impl Offer {
    const NONE: Offer = Offer { receivers: Vec::new(), ends: true, mentions: Vec::new(), captured: Vec::new() };
}

/// What of `expr` may be offered something: all of it, less what jumps.
pub fn whole(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => whole(&paren.expr),
        Expr::Group(group) => whole(&group.expr),
        Expr::Match(question) if is_question(expr) => whole(&question.expr),
        Expr::Call(call) if is_call_of(expr, "branch") => call.args.first().map_or(expr, whole),
        _ => expr,
    }
}

/// The offer that `expr` is, if it can stand in a closure of ours.
pub fn of(expr: &Expr, macros: &OpenedMacros) -> Option<Offer> {
    let mut finder = Finder { macros, offer: Offer::NONE, leaves: false };
    finder.visit_expr(expr);
    let found = !finder.leaves && !finder.offer.receivers.is_empty();
    found.then_some(finder.offer)
}

/// The value that a chain of calls begins with, if the first of them may as well borrow it as consume it.
pub fn begins_with<'e>(chain: &'e mut Expr, macros: &OpenedMacros) -> Option<&'e mut Expr> {
    let mut finder = Finder { macros, offer: Offer::NONE, leaves: false };
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

/// A call of a method on a local, of a local or of a function, whose operands leave no temporaries behind.
pub fn is_bare(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => local_of(&call.receiver).is_some() && call.args.iter().all(is_simple),
        Expr::Call(call) => call.args.iter().all(is_simple),
        Expr::Paren(paren) => is_bare(&paren.expr),
        _ => false,
    }
}

/// An operand that leaves no temporary behind.
fn is_simple(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Field(field) => is_simple(&field.base),
        Expr::Paren(paren) => is_simple(&paren.expr),
        Expr::Unary(unary) => is_simple(&unary.expr),
        Expr::Cast(cast) => is_simple(&cast.expr),
        Expr::Binary(binary) => is_simple(&binary.left) && is_simple(&binary.right),
        Expr::Call(call) => call.args.iter().all(is_simple),
        Expr::MethodCall(call) => is_looked_at(&call.receiver) && call.args.iter().all(is_simple),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_simple),
        Expr::Struct(literal) => literal.fields.iter().all(|field| is_simple(&field.expr)),
        Expr::Reference(reference) => is_looked_at(&reference.expr),
        _ => false,
    }
}

/// A place, or a literal, which is a static.
fn is_looked_at(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Field(field) => is_looked_at(&field.base),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)) && is_looked_at(&unary.expr),
        _ => false,
    }
}

/// The local that a method is called on, which may consume it.
pub fn receiver(call: &syn::ExprMethodCall) -> Option<(Local, Mention)> {
    local_of(&call.receiver).filter(|_| unsure(&call.method.to_string()))
}

/// The local that is called: a closure that can be called once is consumed.
pub fn callee(call: &syn::ExprCall) -> Option<(Local, Mention)> {
    local_of(&call.func)
}

/// What `?` was made of.
pub fn is_question(expr: &Expr) -> bool {
    matches!(expr, Expr::Match(question) if is_call_of(&question.expr, "branch"))
}

/// The call in what `?` was made of.
pub fn is_branch(expr: &Expr) -> bool {
    is_call_of(expr, "branch")
}

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
            Expr::Path(_) => self.offer.mentions.extend(local_of(expr)),
            Expr::Closure(_) | Expr::Async(_) => {
                collect_mentions(expr.to_token_stream(), &mut |local, mention| self.offer.captured.push((local, mention)));
            }
            Expr::Call(call) if self.macros.get(&call.func).is_some_and(|opened| opened.diverges) => self.leaves = true,
            Expr::MethodCall(call) => {
                if let Some((_, mention)) = receiver(call) {
                    self.offer.receivers.push(mention);
                    self.offer.ends &= ends(&call.method.to_string());
                }
                self.place(&call.receiver);
                call.args.iter().for_each(|arg| self.argument(arg));
            }
            Expr::Field(field) => self.place(&field.base),
            Expr::Reference(reference) => self.place(&reference.expr),
            Expr::Index(index) => {
                self.place(&index.expr);
                self.visit_expr(&index.index);
            }
            // The right side may not be run, but a closure captures what is in it all the same.
            Expr::Binary(syn::ExprBinary { op: syn::BinOp::And(_) | syn::BinOp::Or(_), .. }) => self.leaves = true,
            Expr::Binary(binary) if is_comparison(&binary.op) || is_compound(&binary.op) => {
                self.place(&binary.left);
                if is_comparison(&binary.op) { self.place(&binary.right) } else { self.visit_expr(&binary.right) }
            }
            Expr::Call(call) => {
                self.offer.receivers.extend(callee(call).map(|(_, mention)| mention));
                self.visit_expr(&call.func);
                let opened = self.macros.get(&call.func).is_some();
                call.args.iter().for_each(|arg| if opened { self.visit_expr(arg) } else { self.argument(arg) });
            }
            Expr::Array(_)
            | Expr::Binary(_)
            | Expr::Cast(_)
            | Expr::Group(_)
            | Expr::Lit(_)
            | Expr::Paren(_)
            | Expr::Range(_)
            | Expr::Repeat(_)
            | Expr::Struct(_)
            | Expr::Tuple(_)
            | Expr::Unary(syn::ExprUnary { op: UnOp::Deref(_) | UnOp::Neg(_) | UnOp::Not(_), .. }) => visit::visit_expr(self, expr),
            _ => self.leaves = true,
        }
    }
}

impl Finder<'_> {
    /// `f(*boxed)` takes what is in the box; elsewhere, what is behind a pointer and read by value is a number, or nearly always.
    fn argument(&mut self, argument: &Expr) {
        if let Expr::Unary(syn::ExprUnary { op: UnOp::Deref(_), expr, .. }) = argument {
            self.offer.receivers.extend(local_of(expr).map(|(_, mention)| mention));
        }
        self.visit_expr(argument);
    }

    /// What is looked at, or borrowed, and not read by value.
    fn place(&mut self, place: &Expr) {
        match place {
            Expr::Unary(syn::ExprUnary { op: UnOp::Deref(_), expr, .. }) => self.place(expr),
            Expr::Paren(paren) => self.place(&paren.expr),
            other => self.visit_expr(other),
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
