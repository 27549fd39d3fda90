//! Syntax trees made by hand: to parse them from tokens takes longer than all else that is done to a loop.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::token::{Brace, Paren};
use syn::{
    AngleBracketedGenericArguments, Block, Expr, ExprBlock, ExprBreak, ExprCall, ExprIf, ExprPath, ExprReference, GenericArgument,
    Lifetime, Local, LocalInit, Pat, PatTupleStruct, PatWild, Path, PathArguments, Stmt, Token, Type, TypePath,
};

/// `::core::names`
fn core_path(names: &[&str], span: Span) -> Path {
    let mut path = Path { leading_colon: Some(Token![::](span)), segments: Punctuated::new() };
    path.segments.push_value(Ident::new("core", span).into());
    for name in names {
        path.segments.push_punct(Token![::](span));
        path.segments.push_value(Ident::new(name, span).into());
    }
    path
}

/// `::core::names<of>`
pub fn core_type(names: &[&str], of: Type, span: Span) -> Type {
    let mut path = core_path(names, span);
    if let Some(last) = path.segments.last_mut() {
        let args = Punctuated::from_iter([GenericArgument::Type(of)]);
        let (lt_token, gt_token) = (Token![<](span), Token![>](span));
        last.arguments =
            PathArguments::AngleBracketed(AngleBracketedGenericArguments { colon2_token: None, lt_token, args, gt_token });
    }
    Type::Path(TypePath { qself: None, path })
}

/// `::core::names(argument)`
pub fn core_call(names: &[&str], argument: Expr, span: Span) -> Expr {
    let func = Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path: core_path(names, span) });
    let args = Punctuated::from_iter([argument]);
    Expr::Call(ExprCall { attrs: Vec::new(), func: Box::new(func), paren_token: Paren(span), args })
}

/// `&mut of`
pub fn borrow_mut(of: Expr, span: Span) -> Expr {
    let (and_token, mutability) = (Token![&](span), Some(Token![mut](span)));
    Expr::Reference(ExprReference { attrs: Vec::new(), and_token, mutability, expr: Box::new(of) })
}

/// `::core::option::Option::Some(inner)`
pub fn some(inner: Pat, span: Span) -> Pat {
    let (path, elems) = (core_path(&["option", "Option", "Some"], span), Punctuated::from_iter([inner]));
    Pat::TupleStruct(PatTupleStruct { attrs: Vec::new(), qself: None, path, paren_token: Paren(span), elems })
}

/// `_`
pub fn wild() -> Pat {
    Pat::Wild(PatWild { attrs: Vec::new(), underscore_token: Token![_](Span::call_site()) })
}

/// `if cond then else otherwise`
pub fn if_else(cond: Expr, then_branch: Block, otherwise: Expr, span: Span) -> ExprIf {
    let else_branch = Some((Token![else](span), Box::new(otherwise)));
    ExprIf { attrs: Vec::new(), if_token: Token![if](span), cond: Box::new(cond), then_branch, else_branch }
}

/// `{ expr }`
pub fn block(expr: Expr, span: Span) -> Expr {
    let block = Block { brace_token: Brace(span), stmts: vec![Stmt::Expr(expr, None)] };
    Expr::Block(ExprBlock { attrs: Vec::new(), label: None, block })
}

/// `break label`
pub fn break_out(label: Lifetime, span: Span) -> Expr {
    Expr::Break(ExprBreak { attrs: Vec::new(), break_token: Token![break](span), label: Some(label), expr: None })
}

/// `let pat = value;`, `let pat = value else otherwise;`
pub fn let_stmt(pat: Pat, value: Expr, otherwise: Option<Expr>, span: Span) -> Stmt {
    let diverge = otherwise.map(|otherwise| (Token![else](span), Box::new(otherwise)));
    let init = Some(LocalInit { eq_token: Token![=](span), expr: Box::new(value), diverge });
    Stmt::Local(Local { attrs: Vec::new(), let_token: Token![let](span), pat, init, semi_token: Token![;](span) })
}
