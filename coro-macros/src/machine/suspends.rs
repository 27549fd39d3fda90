//! Whether a piece of code holds a yield of the coroutine itself.

use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprAsync, ExprClosure, ExprYield, Item, Stmt};

#[derive(Default)]
struct Finder(bool);

impl<'ast> Visit<'ast> for Finder {
    fn visit_expr_yield(&mut self, _: &'ast ExprYield) {
        self.0 = true;
    }
    fn visit_expr_closure(&mut self, _: &'ast ExprClosure) {}
    fn visit_expr_async(&mut self, _: &'ast ExprAsync) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_item(&mut self, _: &'ast Item) {}
    fn visit_expr(&mut self, expr: &'ast Expr) {
        if !self.0 {
            visit::visit_expr(self, expr);
        }
    }
}

pub fn expr(expr: &Expr) -> bool {
    let mut finder = Finder::default();
    finder.visit_expr(expr);
    finder.0
}

pub fn stmt(stmt: &Stmt) -> bool {
    let mut finder = Finder::default();
    finder.visit_stmt(stmt);
    finder.0
}

pub fn block(block: &Block) -> bool {
    block.stmts.iter().any(stmt)
}
