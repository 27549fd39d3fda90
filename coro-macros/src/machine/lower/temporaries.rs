//! Temporaries of a statement live to its end, so across the yields in it: they become locals.
//!
//! Done where it is certain that there is a temporary and that nothing is evaluated before it: the base of a field or an index that is
//! read or borrowed in place, and what `&` is taken of.

use syn::spanned::Spanned;
use syn::{BinOp, Expr};

use super::super::ir::Stmt;
use super::super::locals::decode;
use super::{Lower, consuming, is_comparison};

impl Lower<'_> {
    /// Moves the temporaries that `expr` evaluates first to `out`.
    pub(super) fn hoist(&mut self, expr: Expr, out: &mut Vec<Stmt>) -> Expr {
        match expr {
            Expr::Paren(mut paren) => {
                *paren.expr = self.hoist(*paren.expr, out);
                Expr::Paren(paren)
            }
            Expr::MethodCall(mut call) => {
                let in_place = !consuming(&call.method.to_string());
                *call.receiver = if in_place { self.hoist_place(*call.receiver, out) } else { self.hoist(*call.receiver, out) };
                Expr::MethodCall(call)
            }
            Expr::Binary(mut binary) if !matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) => {
                let in_place = is_comparison(&binary.op);
                *binary.left = if in_place { self.hoist_place(*binary.left, out) } else { self.hoist(*binary.left, out) };
                Expr::Binary(binary)
            }
            Expr::Cast(mut cast) => {
                *cast.expr = self.hoist(*cast.expr, out);
                Expr::Cast(cast)
            }
            Expr::Call(mut call) if is_function(&call.func) && self.macros.get(&call.func).is_none() => {
                if let Some(first) = call.args.first_mut() {
                    let taken = core::mem::replace(first, Expr::Verbatim(proc_macro2::TokenStream::new()));
                    *first = self.hoist(taken, out);
                }
                Expr::Call(call)
            }
            other => other,
        }
    }

    fn hoist_place(&mut self, place: Expr, out: &mut Vec<Stmt>) -> Expr {
        match place {
            Expr::Paren(mut paren) => {
                *paren.expr = self.hoist_place(*paren.expr, out);
                Expr::Paren(paren)
            }
            Expr::Field(mut field) => {
                *field.base = self.hoist_base(*field.base, out);
                Expr::Field(field)
            }
            other => self.hoist(other, out),
        }
    }

    fn hoist_base(&mut self, base: Expr, out: &mut Vec<Stmt>) -> Expr {
        match base {
            Expr::Field(_) | Expr::Paren(_) => self.hoist_place(base, out),
            Expr::Call(_) | Expr::Struct(_) => {
                let base = self.hoist(base, out);
                let span = base.span();
                let (local, pat) = self.temporary("temporary", span, true);
                out.push(Stmt::Plain(syn::parse_quote_spanned!(span=> let #pat = #base;)));
                self.mention(local, span)
            }
            other => self.hoist(other, out),
        }
    }
}

/// A path that no local declares.
fn is_function(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(path) if path.path.get_ident().and_then(decode).is_none())
}
