//! What a block holds while it is built, and what its patterns bind.

use syn::visit::{self, Visit};
use syn::{Expr, ExprBreak, Lifetime, Pat};

use super::super::diverge;
use super::super::ir::Dest;
use super::super::locals::{Local, decode};
use super::super::sections::{Chunk, Code, Target, Value};
use super::{Build, Open};

/// The statements of one block while they are built.
pub(super) struct Scope {
    pub(super) open: Open,
    /// The code that runs in place, once a later statement has its own section.
    pub(super) inline: Option<Chunk>,
    pub(super) declared: Vec<Local>,
    pub(super) discard: bool,
}

impl Scope {
    pub(super) fn plain(&mut self, stmt: syn::Stmt) {
        if let syn::Stmt::Local(local) = &stmt {
            self.declared.extend(bound(&local.pat));
        }
        self.open.chunk.diverges |= diverge::stmt(&stmt);
        self.open.chunk.code.push(Code::Plain(stmt));
    }

    pub(super) fn tail(&mut self, tail: Expr) {
        if diverge::expr(&tail) {
            self.open.chunk.diverges = true;
            let semi = syn::Token![;](proc_macro2::Span::mixed_site());
            self.open.chunk.code.push(Code::Plain(syn::Stmt::Expr(tail, Some(semi))));
        } else {
            self.open.chunk.tail = Some(Value::Plain(tail));
        }
    }

    /// Goes on in `next`; what was open is the code in place, or closed.
    pub(super) fn go_on(&mut self, build: &mut Build, next: Open) {
        let done = core::mem::replace(&mut self.open, next);
        if self.inline.is_none() {
            self.inline = Some(done.chunk);
        } else {
            build.close(done);
        }
    }
}

impl Chunk {
    pub(super) fn value(value: Value, diverges: bool) -> Chunk {
        Chunk { code: Vec::new(), tail: Some(value), diverges }
    }

    pub(super) fn push(&mut self, code: Code) {
        self.code.push(code);
    }

    /// Turns the value into a statement.
    pub(super) fn evaluate(&mut self, target: Target) {
        if let Some(value) = self.tail.take() {
            let code = core::mem::take(&mut self.code);
            let value = if code.is_empty() {
                value
            } else {
                let chunk = Chunk { code, tail: Some(value), diverges: self.diverges };
                Value::Block { label: None, is_unsafe: false, is_users: true, chunk: Box::new(chunk) }
            };
            self.code.push(Code::Eval(value, target));
        } else if !self.code.is_empty() && !matches!(target, Target::Discard) {
            let code = core::mem::take(&mut self.code);
            let chunk = Chunk { code, tail: None, diverges: self.diverges };
            let value = Value::Block { label: None, is_unsafe: false, is_users: true, chunk: Box::new(chunk) };
            self.code.push(Code::Eval(value, target));
        } else if let Target::Slot(slot) = target {
            let unit = Value::Plain(syn::parse_quote!(()));
            self.code.push(Code::Eval(unit, Target::Slot(slot)));
        } else if !self.code.is_empty() {
            // Its locals end here.
            let code = core::mem::take(&mut self.code);
            let chunk = Chunk { code, tail: None, diverges: self.diverges };
            self.code.push(Code::Eval(
                Value::Block { label: None, is_unsafe: false, is_users: true, chunk: Box::new(chunk) },
                Target::Discard,
            ));
        }
    }

    /// Appends a construct built for this place.
    pub(super) fn splice(&mut self, inline: Chunk, target: Target) {
        self.diverges |= inline.diverges;
        self.code.extend(inline.code);
        if let Some(value) = inline.tail {
            let target = if inline.diverges { Target::Discard } else { target.clone() };
            self.code.push(Code::Eval(value, target));
        }
        // What follows is not reached, but may mention it.
        if let Target::Let(pat) = target
            && inline.diverges
            && !bound(&pat).is_empty()
        {
            self.code.push(Code::Eval(Value::Plain(syn::parse_quote!(::core::unreachable!())), Target::Let(pat)));
        }
    }

    pub(super) fn splice_tail(&mut self, inline: Chunk, discard: bool) {
        if inline.diverges || discard || inline.tail.is_none() {
            self.splice(inline, Target::Discard);
        } else {
            self.code.extend(inline.code);
            self.tail = inline.tail;
        }
    }
}

pub(super) fn target(dest: &Dest) -> Target {
    match dest {
        Dest::Let(pat) => Target::Let(pat.clone()),
        Dest::Discard | Dest::Tail => Target::Discard,
    }
}

/// The locals that a pattern binds, in order.
pub fn bound(pat: &Pat) -> Vec<Local> {
    struct Bound(Vec<Local>);
    impl<'ast> Visit<'ast> for Bound {
        fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
            if let Some((local, _)) = decode(&pat.ident)
                && !self.0.contains(&local)
            {
                self.0.push(local);
            }
            visit::visit_pat_ident(self, pat);
        }
        fn visit_expr(&mut self, _: &'ast Expr) {}
    }
    let mut found = Bound(Vec::new());
    found.visit_pat(pat);
    found.0
}

/// The locals that a condition binds for its branch.
pub fn bound_in(cond: &Expr) -> Vec<Local> {
    match cond {
        Expr::Let(let_expr) => bound(&let_expr.pat),
        Expr::Binary(binary) => [bound_in(&binary.left), bound_in(&binary.right)].concat(),
        Expr::Paren(paren) => bound_in(&paren.expr),
        Expr::Group(group) => bound_in(&group.expr),
        _ => Vec::new(),
    }
}

/// Whether a `break` names `label`.
pub fn is_break_to(jump: &ExprBreak, label: &Lifetime) -> bool {
    jump.label.as_ref().is_some_and(|target| target.ident == label.ident)
}
