//! Whether nothing but the receiver is captured by value where something is offered it, by a closure of ours.
//!
//! Such a capture would look as if the receiver had been consumed.

use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Expr, UnOp};

use super::super::access::Access;
use super::super::locals::{Local, Mention, decode, root};
use super::super::lower::is_comparison;
use super::super::methods::unsure;
use super::super::resolve::collect_mentions;
use super::super::sections::SectionId;
use super::Emit;

impl Emit<'_> {
    /// What is moved out of variables is put aside before, and so does not count.
    pub(super) fn is_clear(&self, section: SectionId, expr: &Expr, receiver: Mention) -> bool {
        let mut clear = Clear { emit: self, section, receiver, clear: true };
        clear.visit_expr(expr);
        clear.clear
    }
}

struct Clear<'a, 'b> {
    emit: &'a Emit<'b>,
    section: SectionId,
    receiver: Mention,
    clear: bool,
}

impl Clear<'_, '_> {
    /// A variable that may have something to drop.
    fn may_be_captured(&self, local: Local) -> bool {
        let info = &self.emit.locals.infos[local];
        !info.copy && !info.trivial && self.emit.access(self.section, local) == Access::Own
    }

    /// `place` may be moved, though that does not show: the receiver of a method of an unknown name, a box, a closure that can be called
    /// once, a part that is not a number though it is reckoned with. (What is seen to be moved is put aside, and the rest is `Copy`.)
    fn unsure(&mut self, place: &Expr) {
        let local = root(place).and_then(decode).filter(|(_, mention)| *mention != self.receiver);
        self.clear &= !local.is_some_and(|(local, _)| self.may_be_captured(local));
    }

    fn reckoned(&mut self, operand: &Expr) {
        match operand {
            Expr::Field(_) => self.unsure(operand),
            Expr::Paren(paren) => self.reckoned(&paren.expr),
            _ => {}
        }
    }

    /// What is looked at or borrowed is not captured by value.
    fn place(&mut self, place: &Expr) {
        if !is_place(place) {
            self.visit_expr(place);
        }
    }
}

impl<'ast> Visit<'ast> for Clear<'_, '_> {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::MethodCall(call) => {
                if unsure(&call.method.to_string()) && is_place(&call.receiver) {
                    self.unsure(&call.receiver);
                }
                self.place(&call.receiver);
                return call.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Reference(reference) => return self.place(&reference.expr),
            Expr::Binary(binary) if is_comparison(&binary.op) => {
                self.place(&binary.left);
                return self.place(&binary.right);
            }
            Expr::Binary(binary) => {
                self.reckoned(&binary.left);
                self.reckoned(&binary.right);
            }
            Expr::Unary(unary) if is_deref(expr) => self.unsure(&unary.expr),
            Expr::Unary(unary) => self.reckoned(&unary.expr),
            Expr::Call(call) if self.emit.macros.get(&call.func).is_none() => self.unsure(&call.func),
            Expr::Struct(syn::ExprStruct { rest: Some(rest), .. }) => self.unsure(rest),
            Expr::Closure(_) | Expr::Async(_) => return self.captures(expr),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

impl Clear<'_, '_> {
    fn captures(&mut self, closure: &Expr) {
        let (mut own, mut captured) = (Vec::new(), Vec::new());
        collect_mentions(closure.to_token_stream(), &mut |local, mention| {
            if self.emit.locals.is_declaration(mention) { own.push(local) } else { captured.push(local) }
        });
        self.clear &= !captured.into_iter().any(|local| !own.contains(&local) && self.may_be_captured(local));
    }
}

fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) => true,
        Expr::Field(field) => is_place(&field.base),
        Expr::Paren(paren) => is_place(&paren.expr),
        other => is_deref(other),
    }
}

fn is_deref(expr: &Expr) -> bool {
    matches!(expr, Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)))
}
