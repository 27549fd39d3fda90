//! Values that nobody takes: where the user's code has to be of type `()`, what the sections throw away is checked to be.
//!
//! ```text
//! [source]  for n in numbers { yield n; total(n) }
//! [lowered] for n in numbers { yield n; let _: () = total(n); }
//! ```

use proc_macro2::{Span, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Stmt, parse_quote_spanned};

use super::lower::is_compound;
use super::suspends;

/// `is_unit`: the value of the body is `()`.
pub fn check(block: &mut Block, is_unit: bool) {
    Check.visit_block_mut(block);
    if is_unit && let Some(Stmt::Expr(tail, None)) = block.stmts.last_mut() {
        unit(tail);
    }
}

struct Check;

impl VisitMut for Check {
    fn visit_block_mut(&mut self, block: &mut Block) {
        let last = block.stmts.len().wrapping_sub(1);
        for (index, stmt) in block.stmts.iter_mut().enumerate() {
            if let Stmt::Expr(expr, None) = stmt
                && index != last
            {
                unit(expr);
            }
        }
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::ForLoop(for_loop) if suspends::block(&for_loop.body) => unit_block(&mut for_loop.body),
            Expr::While(repeated) if suspends::block(&repeated.body) || suspends::expr(&repeated.cond) => {
                unit_block(&mut repeated.body);
            }
            Expr::Loop(repeated) if suspends::block(&repeated.body) => unit_block(&mut repeated.body),
            Expr::If(condition) if condition.else_branch.is_none() && suspends::block(&condition.then_branch) => {
                unit_block(&mut condition.then_branch);
            }
            _ => {}
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_expr_closure_mut(&mut self, _: &mut syn::ExprClosure) {}
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// `expr` stands for a statement, without `;`.
fn unit(expr: &mut Expr) {
    if !suspends::expr(expr) {
        return;
    }
    match expr {
        Expr::Block(block) if block.label.is_none() => unit_block(&mut block.block),
        Expr::Unsafe(block) => unit_block(&mut block.block),
        Expr::If(condition) => {
            unit_block(&mut condition.then_branch);
            if let Some((_, otherwise)) = &mut condition.else_branch {
                unit_branch(otherwise);
            }
        }
        Expr::Match(matched) => matched.arms.iter_mut().for_each(|arm| unit_branch(&mut arm.body)),
        _ => {}
    }
}

/// The `else` of a statement, or an arm.
fn unit_branch(expr: &mut Expr) {
    if suspends::expr(expr) {
        unit(expr);
    } else if let Expr::Block(block) = expr {
        unit_block(&mut block.block);
    } else if may_have_value(expr) {
        let checked = checked(expr);
        *expr = parse_quote_spanned!(expr.span()=> { #checked });
    }
}

fn unit_block(block: &mut Block) {
    let Some(Stmt::Expr(expr, None)) = block.stmts.last_mut() else { return };
    if suspends::expr(expr) {
        unit(expr);
    } else if may_have_value(expr) {
        let checked = checked(expr);
        block.stmts.pop();
        block.stmts.push(checked);
    }
}

fn checked(expr: &Expr) -> Stmt {
    let span = Span::mixed_site().located_at(expr.span());
    parse_quote_spanned!(span=> let _: () = #expr;)
}

fn may_have_value(expr: &Expr) -> bool {
    match expr {
        // Attributes belong to statements, not to values.
        _ if begins_with_attribute(expr) => false,
        Expr::Assign(_)
        | Expr::Break(_)
        | Expr::Continue(_)
        | Expr::Return(_)
        | Expr::While(_)
        | Expr::ForLoop(_)
        | Expr::Loop(_)
        | Expr::Macro(_) => false,
        Expr::Binary(binary) => !is_compound(&binary.op),
        Expr::Tuple(tuple) => !tuple.elems.is_empty(),
        Expr::Paren(paren) => may_have_value(&paren.expr),
        Expr::Block(block) => block_may_have_value(&block.block),
        Expr::Unsafe(block) => block_may_have_value(&block.block),
        Expr::If(condition) => condition
            .else_branch
            .as_ref()
            .is_some_and(|(_, otherwise)| block_may_have_value(&condition.then_branch) || may_have_value(otherwise)),
        Expr::Match(matched) => matched.arms.iter().any(|arm| may_have_value(&arm.body)),
        Expr::Call(call) => {
            let drops =
                matches!(&*call.func, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "drop"));
            !drops && !super::std_macros::is_opened(&call.func)
        }
        _ => true,
    }
}

fn begins_with_attribute(expr: &Expr) -> bool {
    matches!(expr.to_token_stream().into_iter().next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#')
}

fn block_may_have_value(block: &Block) -> bool {
    matches!(block.stmts.last(), Some(Stmt::Expr(expr, None)) if may_have_value(expr))
}
