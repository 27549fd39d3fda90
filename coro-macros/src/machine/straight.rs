//! Loops that are left for good by every turn that suspends in them.
//!
//! ```text
//! for row in rows.iter() {
//!     if row.is_empty() {
//!         yield 0;
//!         return;          no resumption goes on with the loop: it is a plain one, and its iterator ends with the turn
//!     }
//! }
//! ```

use syn::visit::{self, Visit};
use syn::{Expr, Lifetime};

use super::diverge;
use super::ir::{Block, Kind, Stmt};

pub fn is_straight(label: &Lifetime, body: &Block) -> bool {
    let mut resumed = Resumed { jumps: Vec::new(), anywhere: false };
    !resumed.block(body, false) && !resumed.jumps(label, true)
}

struct Jump {
    label: String,
    /// `continue`
    again: bool,
}

/// What runs after a yield.
struct Resumed {
    jumps: Vec<Jump>,
    /// A macro that is not known may jump to any label, or without one.
    anywhere: bool,
}

impl Resumed {
    /// Whether the end of `block` may be reached after a yield. `resumed`: its beginning may.
    fn block(&mut self, block: &Block, mut resumed: bool) -> bool {
        for stmt in &block.stmts {
            resumed = match stmt {
                Stmt::Plain(stmt) => {
                    if resumed {
                        self.visit_stmt(stmt);
                    }
                    resumed && !diverge::stmt(stmt)
                }
                Stmt::Suspend(suspend) => self.construct(&suspend.kind, resumed),
            };
        }
        if let Some(tail) = block.tail.as_ref().filter(|_| resumed) {
            self.visit_expr(tail);
            resumed = !diverge::expr(tail);
        }
        resumed
    }

    fn construct(&mut self, kind: &Kind, resumed: bool) -> bool {
        match kind {
            Kind::Yield { value, .. } => {
                value.iter().for_each(|value| self.plain(value, resumed));
                true
            }
            Kind::If { cond, then, otherwise } => {
                self.plain(cond, resumed);
                let then = self.block(then, resumed);
                otherwise.as_ref().map_or(resumed, |otherwise| self.block(otherwise, resumed)) | then
            }
            Kind::Match { scrutinee, arms } => {
                self.plain(scrutinee, resumed);
                let mut falls = false;
                for arm in arms {
                    falls |= self.block(&arm.body, resumed);
                }
                falls
            }
            Kind::Scope { label, body, .. } => {
                self.block(body, resumed) | label.as_ref().is_some_and(|label| self.jumps(label, false))
            }
            Kind::Loop { label, body, .. } => {
                if self.block(body, resumed) || self.jumps(label, true) {
                    self.block(body, true);
                }
                self.jumps(label, false)
            }
            Kind::Straight { label, body } => {
                self.block(body, resumed);
                self.jumps(label, false)
            }
            Kind::LetElse { init, otherwise, .. } => {
                self.plain(init, resumed);
                self.block(otherwise, resumed);
                resumed
            }
        }
    }

    fn plain(&mut self, expr: &Expr, resumed: bool) {
        if resumed {
            self.visit_expr(expr);
        }
    }

    fn jumps(&self, label: &Lifetime, again: bool) -> bool {
        self.anywhere || self.jumps.iter().any(|jump| label.ident == jump.label && jump.again == again)
    }

    fn jump(&mut self, label: Option<&Lifetime>, again: bool) {
        self.jumps.extend(label.map(|label| Jump { label: label.ident.to_string(), again }));
    }
}

impl<'ast> Visit<'ast> for Resumed {
    fn visit_expr_break(&mut self, jump: &'ast syn::ExprBreak) {
        self.jump(jump.label.as_ref(), false);
        visit::visit_expr_break(self, jump);
    }
    fn visit_expr_continue(&mut self, jump: &'ast syn::ExprContinue) {
        self.jump(jump.label.as_ref(), true);
    }
    fn visit_macro(&mut self, _: &'ast syn::Macro) {
        self.anywhere = true;
    }
    fn visit_expr_closure(&mut self, _: &'ast syn::ExprClosure) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}
