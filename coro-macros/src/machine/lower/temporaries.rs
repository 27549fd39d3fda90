//! Temporaries of a statement live to its end, so across the yields in it: they become locals.
//!
//! `f(a(), make().field)` leaves what `make()` returned to the end of the statement. Where such a call is seen, it is bound to a local
//! before, and so is what is evaluated before it.

use syn::visit::{self, Visit};
use syn::{BinOp, Expr, UnOp};

use super::super::ir::Stmt;
use super::super::locals::{Locals, decode, local_of};
use super::operands::{Usage, is_local_place, written_after};
use super::{Lower, is_comparison};
use crate::machine::methods::borrowing;
use crate::machine::syntax::is_constructor;
use crate::machine::{offers, suspends};

impl Lower<'_> {
    /// Moves the temporaries that computing `expr` leaves behind to `out`.
    pub(super) fn hoist(&mut self, expr: Expr, out: &mut Vec<Stmt>) -> Expr {
        if self.leaves_temporary(&expr) { self.hoist_inside(expr, out) } else { expr }
    }

    /// Moves the temporaries that a `let` extends to the end of the block to `out`: the block yields before it ends.
    pub(super) fn extend(&mut self, local: &mut syn::Local, out: &mut Vec<Stmt>) {
        let Some(init) = &mut local.init else { return };
        if suspends::expr(&init.expr) || init.diverge.is_some() {
            return;
        }
        if binds_by_reference(&local.pat) && (is_made(&init.expr) || holds_made(&init.expr)) {
            take(&mut init.expr, |value| self.bind(value, out));
        } else if extends(&init.expr) {
            take(&mut init.expr, |value| self.extended(value, out));
        }
    }

    fn extended(&mut self, mut expr: Expr, out: &mut Vec<Stmt>) -> Expr {
        if let Expr::Reference(reference) = &mut expr {
            let inner = &mut reference.expr;
            if extends(inner) {
                take(inner, |inner| self.extended(inner, out));
            }
            take(inner, |inner| self.bind(inner, out));
            return expr;
        }
        if let Expr::Paren(paren) = &mut expr {
            take(&mut paren.expr, |inner| self.extended(inner, out));
            return expr;
        }
        let Some(operands) = self.operands_of(&mut expr) else { return expr };
        let Some(last) = operands.iter().rposition(|(operand, _)| extends(operand)) else { return expr };
        let later = written_after(&operands, last);
        for (index, (operand, usage)) in operands.into_iter().enumerate().take(last + 1) {
            take(operand, |operand| match () {
                () if extends(&operand) => self.extended(operand, out),
                () if is_function(&operand) => operand,
                () => self.before(operand, usage, &later[index], out),
            });
        }
        expr
    }

    fn leaves_temporary(&self, expr: &Expr) -> bool {
        let mut expr = expr.clone();
        if let Expr::Paren(paren) = &expr {
            return self.leaves_temporary(&paren.expr);
        }
        if self.is_opened(&expr) {
            return false;
        }
        if self.offered(&mut expr).is_some() {
            return true;
        }
        let holds = self.holding_operand(&expr);
        let Some(operands) = self.operands_of(&mut expr) else { return false };
        operands.iter().enumerate().any(|(index, (operand, _))| holds == Some(index) || self.leaves_temporary(operand))
    }

    fn hoist_inside(&mut self, mut expr: Expr, out: &mut Vec<Stmt>) -> Expr {
        if let Expr::Paren(paren) = &mut expr {
            take(&mut paren.expr, |inner| self.hoist_inside(inner, out));
            return expr;
        }
        if let Some(value) = self.offered(&mut expr) {
            take(value, |value| self.bind_offered(value, out));
            return expr;
        }
        let holds = self.holding_operand(&expr);
        let Some(operands) = self.operands_of(&mut expr) else { return expr };
        let leaves = |(index, operand): (usize, &(&mut Expr, Usage))| holds == Some(index) || self.leaves_temporary(operand.0);
        let Some(last) = (0..operands.len()).rev().find(|index| leaves((*index, &operands[*index]))) else { return expr };
        let later = written_after(&operands, last);
        let in_place = |operand: &Expr, usage| usage != Usage::Value && !is_local_place(operand) && !is_function(operand);
        if operands[..last].iter().any(|(operand, usage)| in_place(operand, *usage)) {
            return expr;
        }
        for (index, (operand, usage)) in operands.into_iter().enumerate().take(last + 1) {
            take(operand, |operand| {
                if index < last {
                    return self.before(operand, usage, &later[index], out);
                }
                let operand = self.hoist(operand, out);
                if holds == Some(index) { self.bind(operand, out) } else { operand }
            });
        }
        expr
    }

    /// The operand that is borrowed in place, if it is a value and not a place: such a value is a temporary.
    fn holding_operand(&self, expr: &Expr) -> Option<usize> {
        let holds = match expr {
            Expr::Field(field) => is_value(&field.base, self.locals),
            Expr::Index(index) => is_value(&index.expr, self.locals),
            Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)) && is_value(&unary.expr, self.locals),
            Expr::Reference(reference) => !is_static(reference) && is_value(&reference.expr, self.locals),
            Expr::MethodCall(call) => borrowing(&call.method.to_string()) && is_value(&call.receiver, self.locals),
            Expr::Binary(binary) if is_comparison(&binary.op) => {
                return [&binary.left, &binary.right].into_iter().rposition(|operand| is_made(operand));
            }
            _ => false,
        };
        holds.then_some(0)
    }

    /// The value that `chain` begins with, if what is made of it may as well borrow it as consume it. A chain that borrows another
    /// value in place is bound there first.
    fn offered<'e>(&self, chain: &'e mut Expr) -> Option<&'e mut Expr> {
        if self.holds_inside(chain) {
            return None;
        }
        offers::begins_with(chain, self.macros).filter(|value| is_value(value, self.locals))
    }

    fn holds_inside(&self, chain: &Expr) -> bool {
        match chain {
            Expr::MethodCall(call) => self.holding_operand(chain).is_some() || self.holds_inside(&call.receiver),
            Expr::Field(field) => self.holding_operand(chain).is_some() || self.holds_inside(&field.base),
            _ => false,
        }
    }

    /// An opened macro, which ends the temporaries of its arguments itself.
    fn is_opened(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Call(call) if self.macros.get(&call.func).is_some())
    }

    fn bind_offered(&mut self, value: Expr, out: &mut Vec<Stmt>) -> Expr {
        let value = self.hoist(value, out);
        let bound = self.bind(value, out);
        if let Some((local, _)) = local_of(&bound) {
            self.locals.infos[local].offered = true;
        }
        bound
    }

    fn bind(&mut self, value: Expr, out: &mut Vec<Stmt>) -> Expr {
        let span = syn::spanned::Spanned::span(&value);
        let (local, pat) = self.temporary("temporary", span, true);
        out.push(Stmt::Plain(syn::parse_quote_spanned!(span=> let #pat = #value;)));
        self.mention(local, span)
    }
}

fn take(place: &mut Expr, change: impl FnOnce(Expr) -> Expr) {
    let taken = core::mem::replace(place, Expr::Verbatim(proc_macro2::TokenStream::new()));
    *place = change(taken);
}

/// A path that no local declares.
fn is_function(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(_)) && local_of(callee).is_none()
}

/// A call of a function or a struct literal: surely a value, which may have something to drop.
fn is_made(expr: &Expr) -> bool {
    match expr {
        Expr::Call(_) | Expr::Struct(_) => true,
        Expr::Paren(paren) => is_made(&paren.expr),
        _ => false,
    }
}

/// Whether `let x = expr;` makes a temporary that may have something to drop live as long as `x`.
fn extends(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(reference) => {
            !is_static(reference) && (is_made(&reference.expr) || holds_made(&reference.expr)) || extends(&reference.expr)
        }
        Expr::Paren(paren) => extends(&paren.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().any(extends),
        Expr::Array(array) => array.elems.iter().any(extends),
        Expr::Struct(literal) => literal.fields.iter().any(|field| extends(&field.expr)),
        Expr::Call(call) => is_constructor(&call.func) && call.args.iter().any(extends),
        _ => false,
    }
}

/// `&` of a value: `let` makes it live as long as what it declares.
pub fn is_extended(reference: &syn::ExprReference) -> bool {
    is_made(&reference.expr) || holds_made(&reference.expr)
}

/// A tuple or an array with a call in it.
fn holds_made(expr: &Expr) -> bool {
    match expr {
        Expr::Tuple(tuple) => tuple.elems.iter().any(|elem| is_made(elem) || holds_made(elem)),
        Expr::Array(array) => array.elems.iter().any(|elem| is_made(elem) || holds_made(elem)),
        Expr::Repeat(repeat) => is_made(&repeat.expr),
        _ => false,
    }
}

/// Whether all that `pat` binds it binds by `ref`: what it takes apart stays whole.
fn binds_by_reference(pat: &syn::Pat) -> bool {
    struct Finder {
        by_ref: bool,
        by_value: bool,
    }
    impl<'ast> Visit<'ast> for Finder {
        fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
            let by_ref = pat.by_ref.is_some();
            self.by_ref |= by_ref;
            self.by_value |= !by_ref && decode(&pat.ident).is_some();
            visit::visit_pat_ident(self, pat);
        }
    }
    let mut finder = Finder { by_ref: false, by_value: false };
    finder.visit_pat(pat);
    finder.by_ref && !finder.by_value
}

/// What is borrowed may be a static.
fn is_static(reference: &syn::ExprReference) -> bool {
    reference.mutability.is_none() && is_constant(&reference.expr)
}

/// What `&` makes a static of.
fn is_constant(expr: &Expr) -> bool {
    let is_type =
        |path: &syn::Path| path.segments.last().is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase));
    match expr {
        Expr::Lit(_) => true,
        Expr::Path(path) => is_type(&path.path),
        Expr::Call(call) => is_constructor(&call.func) && call.args.iter().all(is_constant),
        Expr::Struct(literal) => literal.rest.is_none() && literal.fields.iter().all(|field| is_constant(&field.expr)),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_constant),
        Expr::Array(array) => array.elems.iter().all(is_constant),
        Expr::Paren(paren) => is_constant(&paren.expr),
        _ => false,
    }
}

/// Whether `expr` is a value that may have something to drop. A method that borrows a local of the coroutine is not counted: what it
/// returns could not be kept across the yield.
fn is_value(expr: &Expr, locals: &Locals) -> bool {
    match expr {
        Expr::Call(_) | Expr::Struct(_) | Expr::Macro(_) => true,
        Expr::MethodCall(_) | Expr::Match(_) => !suspends::expr(expr) && !borrows_local(expr, locals),
        Expr::Binary(binary) => matches!(binary.op, BinOp::Add(_)) && is_value(&binary.left, locals),
        Expr::Paren(paren) => is_value(&paren.expr, locals),
        _ => false,
    }
}

/// Whether `expr` holds a closure, or borrows a local that may own what is borrowed.
fn borrows_local(expr: &Expr, locals: &Locals) -> bool {
    struct Borrows<'a>(&'a Locals, bool);
    impl Borrows<'_> {
        fn owner(&self, place: &Expr) -> bool {
            match place {
                Expr::Path(path) => path
                    .path
                    .get_ident()
                    .and_then(decode)
                    .is_some_and(|(local, _)| !self.0.infos[local].copy && !self.0.infos[local].trivial),
                Expr::Field(field) => self.owner(&field.base),
                Expr::Index(index) => self.owner(&index.expr),
                Expr::Paren(paren) => self.owner(&paren.expr),
                _ => false,
            }
        }
    }
    impl<'ast> Visit<'ast> for Borrows<'_> {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.1 |= match expr {
                Expr::MethodCall(call) => self.owner(&call.receiver),
                Expr::Reference(reference) => self.owner(&reference.expr),
                Expr::Closure(_) => true,
                _ => false,
            };
            visit::visit_expr(self, expr);
        }
    }
    let mut borrows = Borrows(locals, false);
    borrows.visit_expr(expr);
    borrows.1
}
