//! What the tokens alone tell of control flow: code that never reaches its end, jumps to a label.

use syn::visit::{self, Visit};
use syn::{Expr, ExprBreak, ExprClosure, Lifetime, Stmt};

use super::build::is_break_to;
use super::sections::{Chunk, Code, Value};
use super::{std_macros, suspends};

pub fn stmt(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(expr, _) => self::expr(expr),
        Stmt::Local(local) => local.init.as_ref().is_some_and(|init| self::expr(&init.expr)),
        _ => false,
    }
}

fn block(block: &syn::Block) -> bool {
    block.stmts.iter().any(stmt)
}

/// Whether `expr` surely diverges. `false` is always safe.
pub fn expr(expr: &Expr) -> bool {
    match expr {
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
        Expr::Paren(paren) => self::expr(&paren.expr),
        Expr::Group(group) => self::expr(&group.expr),
        Expr::Block(labelled) => labelled.label.is_none() && block(&labelled.block),
        Expr::Unsafe(unsafe_block) => block(&unsafe_block.block),
        Expr::If(if_expr) => {
            let otherwise = if_expr.else_branch.as_ref().is_some_and(|(_, otherwise)| self::expr(otherwise));
            self::expr(&if_expr.cond) || (block(&if_expr.then_branch) && otherwise)
        }
        Expr::Match(match_expr) => {
            self::expr(&match_expr.expr) || (!match_expr.arms.is_empty() && match_expr.arms.iter().all(|arm| self::expr(&arm.body)))
        }
        Expr::Call(call) => is_panic(&call.func),
        _ => false,
    }
}

/// A body that comes to a value, and ends with a statement all the same, does not reach its end: its last call does not return, or so.
/// In a block of its own that statement is of any type.
///
/// ```text
/// [source]   if k < 5 { return k; } die(k);
/// [lowered]  if k < 5 { return k; } { die(k); }
/// ```
pub fn end(body: &mut syn::Block) {
    let items = body.stmts.iter().rev().take_while(|stmt| matches!(stmt, Stmt::Item(_))).count();
    body.stmts.rotate_right(items);
    let ends = match body.stmts.last() {
        Some(Stmt::Expr(last, Some(_))) => may_end(last),
        Some(Stmt::Local(last)) => last.init.as_ref().is_some_and(|init| may_end(&init.expr)),
        _ => false,
    };
    if ends && let Some(last) = body.stmts.pop() {
        body.stmts.push(Stmt::Expr(syn::parse_quote!({ #last }), None));
    }
}

fn may_end(last: &Expr) -> bool {
    let may = matches!(last, Expr::Call(_) | Expr::MethodCall(_) | Expr::Loop(_) | Expr::Macro(_) | Expr::If(_) | Expr::Match(_));
    may && !suspends::expr(last) && !expr(last)
}

fn is_panic(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(path) if path.path.get_ident().is_some_and(std_macros::diverges))
}

/// Whether computing `value` may leave a temporary that has something to drop.
pub fn may_hold_temporary(value: &Value) -> bool {
    struct Calls(bool);
    impl<'ast> Visit<'ast> for Calls {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.0 |= matches!(expr, Expr::Field(_) | Expr::MethodCall(_) | Expr::Reference(_) | Expr::Match(_) | Expr::If(_));
            visit::visit_expr(self, expr);
        }
    }
    let Value::Plain(expr) = value else { return false };
    let mut calls = Calls(false);
    calls.visit_expr(expr);
    calls.0
}

struct Breaks<'a> {
    label: &'a Lifetime,
    found: bool,
}

impl<'ast> Visit<'ast> for Breaks<'_> {
    fn visit_expr_break(&mut self, jump: &'ast ExprBreak) {
        self.found |= is_break_to(jump, self.label);
        visit::visit_expr_break(self, jump);
    }
    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        self.found |= mac.tokens.to_string().contains(&format!("'{}", self.label.ident));
    }
    fn visit_expr_closure(&mut self, _: &'ast ExprClosure) {}
    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

/// Whether `chunk` holds a `break` to `label`.
pub fn breaks(chunk: &Chunk, label: &Lifetime) -> bool {
    let mut breaks = Breaks { label, found: false };
    chunk_breaks(chunk, &mut breaks);
    breaks.found
}

fn chunk_breaks(chunk: &Chunk, breaks: &mut Breaks) {
    for code in &chunk.code {
        match code {
            Code::Plain(stmt) => breaks.visit_stmt(stmt),
            Code::Eval(value, _) => value_breaks(value, breaks),
            Code::LetElse { init, otherwise, .. } => {
                breaks.visit_expr(init);
                chunk_breaks(otherwise, breaks);
            }
            Code::Suspend { value, .. } => value.iter().for_each(|value| breaks.visit_expr(value)),
            Code::Finish(value) => value.iter().for_each(|value| value_breaks(value, breaks)),
            Code::Goto { .. } | Code::Rebind(_) => {}
        }
    }
    chunk.tail.iter().for_each(|value| value_breaks(value, breaks));
}

fn value_breaks(value: &Value, breaks: &mut Breaks) {
    match value {
        Value::Plain(expr) => breaks.visit_expr(expr),
        Value::Argument | Value::Slot(_) | Value::LoopResult => {}
        Value::Block { chunk, .. } | Value::Loop { chunk, .. } => chunk_breaks(chunk, breaks),
        Value::If { cond, then, otherwise } => {
            breaks.visit_expr(cond);
            chunk_breaks(then, breaks);
            otherwise.iter().for_each(|chunk| chunk_breaks(chunk, breaks));
        }
        Value::Match { scrutinee, arms } => {
            breaks.visit_expr(scrutinee);
            for arm in arms {
                arm.guard.iter().for_each(|guard| breaks.visit_expr(guard));
                chunk_breaks(&arm.chunk, breaks);
            }
        }
    }
}
