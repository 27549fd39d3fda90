//! Types and values that are `Copy` for all to see: locals of such a type are never moved and leave nothing to drop.

use proc_macro2::{Ident, Span};
use syn::{BinOp, Expr, ExprLit, ExprRange, Lit, RangeLimits, Type, TypePath, UnOp};

const PRIMITIVES: [&str; 16] =
    ["u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64", "bool", "char"];

/// Types that mean the same wherever they are written.
pub fn is_primitive(ty: &Type) -> bool {
    match ty {
        Type::Path(path) if path.qself.is_none() => {
            path.path.get_ident().is_some_and(|name| PRIMITIVES.iter().any(|primitive| name == primitive))
        }
        Type::Array(array) => is_primitive(&array.elem) && matches!(array.len, Expr::Lit(_)),
        Type::Tuple(tuple) => tuple.elems.iter().all(is_primitive),
        Type::Paren(paren) => is_primitive(&paren.elem),
        Type::Group(group) => is_primitive(&group.elem),
        _ => false,
    }
}

pub fn ty(ty: &Type) -> bool {
    match ty {
        Type::Path(_) => is_primitive(ty),
        Type::Reference(reference) => reference.mutability.is_none(),
        Type::Array(array) => self::ty(&array.elem),
        Type::Tuple(tuple) => tuple.elems.iter().all(self::ty),
        Type::Paren(paren) => self::ty(&paren.elem),
        Type::Group(group) => self::ty(&group.elem),
        _ => false,
    }
}

/// Whether the type shows something that can be called once.
pub fn is_once(ty: &Type) -> bool {
    use syn::visit::Visit;
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
            self.0 |= ident == "FnOnce";
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
}

/// Whether a `&mut` is written in the type.
pub fn holds_mut(ty: &Type) -> bool {
    use syn::visit::{self, Visit};
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_type_reference(&mut self, reference: &'ast syn::TypeReference) {
            self.0 |= reference.mutability.is_some();
            visit::visit_type_reference(self, reference);
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    finder.0
}

pub fn value(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => !matches!(literal.lit, Lit::Verbatim(_)),
        Expr::Reference(reference) => reference.mutability.is_none(),
        Expr::Cast(cast) => ty(&cast.ty),
        Expr::Paren(paren) => value(&paren.expr),
        Expr::Group(group) => value(&group.expr),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Neg(_) | UnOp::Not(_)) && value(&unary.expr),
        Expr::Binary(binary) => {
            matches!(
                binary.op,
                BinOp::Eq(_)
                    | BinOp::Ne(_)
                    | BinOp::Lt(_)
                    | BinOp::Le(_)
                    | BinOp::Gt(_)
                    | BinOp::Ge(_)
                    | BinOp::And(_)
                    | BinOp::Or(_)
            )
        }
        Expr::Array(array) => !array.elems.is_empty() && array.elems.iter().all(number),
        Expr::Repeat(repeat) => number(&repeat.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().all(value),
        _ => false,
    }
}

fn number(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(literal) if matches!(literal.lit, Lit::Int(_) | Lit::Float(_) | Lit::Bool(_) | Lit::Byte(_) | Lit::Char(_)))
}

/// Whether what a `for` loop over `expr` yields is an integer: a range one of whose ends is a literal, or a local that `is_copy`.
pub fn items(expr: &Expr, is_copy: &dyn Fn(&Expr) -> bool) -> bool {
    match expr {
        Expr::Paren(paren) => items(&paren.expr, is_copy),
        Expr::Range(range) => {
            let end = |end: &Option<Box<Expr>>| {
                end.as_deref().is_some_and(|end| number(end) || is_copy(end) || matches!(end, Expr::Cast(cast) if ty(&cast.ty)))
            };
            matches!(range.limits, RangeLimits::HalfOpen(_) | RangeLimits::Closed(_)) && (end(&range.start) || end(&range.end))
        }
        Expr::MethodCall(call) => matches!(&*call.method.to_string(), "rev" | "step_by") && items(&call.receiver, is_copy),
        _ => false,
    }
}

/// The type of the ends of a range, where it is primitive and one of them shows it: a local of which `known` tells the type, a cast, or
/// a literal with a suffix.
fn ends(range: &ExprRange, known: &dyn Fn(&Expr) -> Option<Type>) -> Option<Type> {
    let end = |end: &Expr| match end {
        Expr::Cast(cast) => Some((*cast.ty).clone()),
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) if !number.suffix().is_empty() => {
            Some(primitive(number.suffix(), number.span()))
        }
        other => known(other),
    };
    let ends = [&range.start, &range.end].into_iter().filter_map(|expr| expr.as_deref());
    ends.filter_map(end).find(is_primitive)
}

/// The type of what a `for` loop over `expr` yields, where it is a range with ends of a type that shows.
pub fn element(expr: &Expr, known: &dyn Fn(&Expr) -> Option<Type>) -> Option<Type> {
    match expr {
        Expr::Paren(paren) => element(&paren.expr, known),
        Expr::Range(range) => ends(range, known),
        Expr::MethodCall(call) if matches!(&*call.method.to_string(), "rev" | "step_by") => element(&call.receiver, known),
        _ => None,
    }
}

fn primitive(name: &str, span: Span) -> Type {
    let path = Ident::new(name, span).into();
    Type::Path(TypePath { qself: None, path })
}
