//! Locals that cannot borrow another one: they leave the coroutine, or are numbers or flags.

use syn::{Expr, ExprBinary, Lit};

use super::super::super::locals::local_of;
use super::super::super::lower::is_comparison;
use super::super::super::syntax::is_constructor;
use super::Walk;

impl Walk<'_> {
    /// What is yielded or returned.
    pub(super) fn leaves(&mut self, value: &Expr) {
        match value {
            Expr::Paren(paren) => self.leaves(&paren.expr),
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.leaves(elem)),
            Expr::Array(array) => array.elems.iter().for_each(|elem| self.leaves(elem)),
            Expr::Struct(literal) => literal.fields.iter().for_each(|field| self.leaves(&field.expr)),
            Expr::Call(call) if is_constructor(&call.func) => call.args.iter().for_each(|arg| self.leaves(arg)),
            other => self.owned(other),
        }
    }

    /// Of `n < 3`, `n` is a number, and no reference to one.
    pub(super) fn counts(&mut self, binary: &ExprBinary) {
        if !is_comparison(&binary.op) {
            return;
        }
        if is_number(&binary.right) {
            self.owned(&binary.left);
        }
        if is_number(&binary.left) {
            self.owned(&binary.right);
        }
    }

    /// A condition.
    pub(super) fn is_flag(&mut self, cond: &Expr) {
        match cond {
            // It may as well be a reference to one.
            Expr::Unary(syn::ExprUnary { op: syn::UnOp::Not(_), expr, .. }) => {
                if let Some(negated) = local_of(expr).and_then(|(local, _)| self.graph.negated.get_mut(local)) {
                    *negated = true;
                }
            }
            other => self.owned(other),
        }
    }

    pub(super) fn owned(&mut self, expr: &Expr) {
        match expr {
            Expr::Paren(paren) => self.owned(&paren.expr),
            other => {
                if let Some(owned) = local_of(other).and_then(|(local, _)| self.graph.owned.get_mut(local)) {
                    *owned = true;
                }
            }
        }
    }
}

fn is_number(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(lit) if matches!(lit.lit, Lit::Int(_) | Lit::Float(_)))
}
