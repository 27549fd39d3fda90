//! What lowering makes of a body: control flow that suspends is spelled out, everything else stays plain Rust.

use proc_macro2::Span;
use syn::{Expr, Lifetime, Pat};

#[derive(Default)]
pub struct Block {
    pub stmts: Vec<Stmt>,
    /// The block's value, where computing it does not suspend.
    pub tail: Option<Expr>,
}

#[allow(clippy::large_enum_variant, reason = "each is made once and taken apart once")]
pub enum Stmt {
    Plain(syn::Stmt),
    Suspend(Suspend),
}

/// A construct with a suspension inside, and where its value goes.
pub struct Suspend {
    pub kind: Kind,
    pub dest: Dest,
}

#[derive(Clone)]
pub enum Dest {
    Discard,
    /// `let pat = ..;` (the pattern holds the type, if one is written)
    Let(Pat),
    /// The value of the enclosing block.
    Tail,
}

pub enum Kind {
    Yield {
        value: Option<Expr>,
        span: Span,
    },
    Loop {
        label: Lifetime,
        /// `For`, `While` or `Loop`: names the state.
        keyword: &'static str,
        body: Block,
    },
    /// A loop that no resumption goes on with.
    Straight {
        label: Lifetime,
        body: Block,
    },
    If {
        cond: Expr,
        then: Block,
        otherwise: Option<Block>,
    },
    Match {
        scrutinee: Expr,
        arms: Vec<Arm>,
    },
    Scope {
        label: Option<Lifetime>,
        body: Block,
        is_unsafe: bool,
        /// Made for the operands of one expression, not written by the user.
        operands: bool,
    },
    /// `let pat = init else { .. };` where the `else` suspends.
    LetElse {
        pat: Pat,
        init: Expr,
        otherwise: Block,
    },
}

pub struct Arm {
    pub attrs: Vec<syn::Attribute>,
    pub pat: Pat,
    pub guard: Option<Expr>,
    pub body: Block,
}
