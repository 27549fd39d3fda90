//! Where an expression has to be in parentheses to be read as one.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, ExprParen, token};

/// `expr`, in parentheses if it begins with a block: `{ 1 } & 2` is two statements, and `0..{ 1 } + 2` may not be read at all.
pub fn as_value(expr: Expr) -> Expr {
    if is_value(&expr) { expr } else { parenthesized(expr) }
}

/// The ends of a range are read only so far as no block begins them.
pub fn range(range: &mut syn::ExprRange) {
    for end in [&mut range.start, &mut range.end].into_iter().flatten() {
        **end = as_operand((**end).clone());
    }
}

/// Whether `expr` is read as one expression at the beginning of a statement.
pub fn is_value(expr: &Expr) -> bool {
    !first_operand(expr).is_some_and(begins_with_block)
}

/// `expr`, in parentheses if it is a block or begins with one.
fn as_operand(expr: Expr) -> Expr {
    if begins_with_block(&expr) { parenthesized(expr) } else { expr }
}

pub fn parenthesized(expr: Expr) -> Expr {
    let span = match &expr {
        Expr::Yield(yielded) => yielded.yield_token.span,
        other => other.span(),
    };
    let paren_token = token::Paren(Span::mixed_site().located_at(span));
    Expr::Paren(ExprParen { attrs: Vec::new(), paren_token, expr: Box::new(expr) })
}

fn begins_with_block(expr: &Expr) -> bool {
    match expr {
        Expr::Block(_)
        | Expr::Unsafe(_)
        | Expr::If(_)
        | Expr::Match(_)
        | Expr::Loop(_)
        | Expr::While(_)
        | Expr::ForLoop(_)
        | Expr::Const(_) => true,
        other => first_operand(other).is_some_and(begins_with_block),
    }
}

fn first_operand(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Binary(binary) => Some(&binary.left),
        Expr::Assign(assign) => Some(&assign.left),
        Expr::Cast(cast) => Some(&cast.expr),
        Expr::MethodCall(call) => Some(&call.receiver),
        Expr::Call(call) => Some(&call.func),
        Expr::Field(field) => Some(&field.base),
        Expr::Index(index) => Some(&index.expr),
        Expr::Try(question) => Some(&question.expr),
        Expr::Range(range) => range.start.as_deref(),
        _ => None,
    }
}

/// By its name, `callee` makes a struct or a variant.
pub fn is_constructor(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase)))
}
