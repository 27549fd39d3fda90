//! `query = query.filter(..)`: the local is assigned anew by what a method makes of it.
//!
//! So is `config` in `config = Config { name, ..config }`.
//!
//! Whether the method consumes it or borrows it, it may as well be moved into the call: nothing reads what it held before, and that
//! is dropped at the assignment either way. Methods under a name that std's numbers, texts and iterators have are left alone.

use quote::ToTokens;
use syn::{Expr, ExprAssign};

use super::super::super::locals::{Local, Mention, local_of};
use super::super::super::methods::left_alone;
use super::super::super::resolve::collect_mentions;

/// The mention of a local that `expr` is.
pub fn mention(expr: &Expr) -> Option<Mention> {
    local_of(expr).map(|(_, mention)| mention)
}

/// The local that is assigned as a whole.
pub fn target(assign: &ExprAssign) -> Option<(Local, Mention)> {
    local_of(&assign.left)
}

/// The mention of the assigned local as the receiver that the value begins with, or as what is left of a struct.
pub fn receiver(assign: &ExprAssign) -> Option<Mention> {
    let (local, _) = target(assign)?;
    if let Expr::Struct(literal) = &*assign.right {
        let rest = mention(literal.rest.as_deref()?)?;
        let mut same = false;
        collect_mentions(literal.rest.to_token_stream(), &mut |other, _| same |= other == local);
        return same.then_some(rest);
    }
    let first = first_call(&assign.right)?;
    let found = mention(&first.receiver)?;
    let mut others = 0;
    collect_mentions(assign.right.to_token_stream(), &mut |other, at| others += usize::from(other == local && at != found));
    let mut same = false;
    collect_mentions(first.receiver.to_token_stream(), &mut |other, _| same = other == local);
    (same && others == 0 && !left_alone(&first.method.to_string())).then_some(found)
}

fn first_call(expr: &Expr) -> Option<&syn::ExprMethodCall> {
    match expr {
        Expr::MethodCall(call) => first_call(&call.receiver).or(Some(call)),
        Expr::Paren(paren) => first_call(&paren.expr),
        _ => None,
    }
}
