//! Whether what a branch comes to may borrow what the section has not stored yet.
//!
//! ```text
//! let r = if c { yield 0; &x } else { &y };     x, y: String, of this turn
//! ```
//!
//! Where the branches meet, `x` and `y` lie in the state. The branch that has not yielded would move `y` there after it was borrowed.
//! So they are stored before.

use syn::Expr;
use syn::visit::{self, Visit};

use super::super::ir::{Block, Dest, Kind, Stmt};
use super::super::locals::{Local, decode, local_of, root};
use super::super::methods::lends;
use super::super::sections::{Chunk, Entry, SectionId};
use super::scope::{Scope, bound};
use super::{Build, Open};

impl Build {
    /// The locals of frames that are opened in this section: plain variables as yet.
    pub(super) fn unstored(&self, section: SectionId) -> Vec<Local> {
        let opened =
            self.out.path(self.frame).into_iter().filter(|frame| !self.out.is_inside(self.out.sections[section].frame, *frame));
        opened.flat_map(|frame| self.out.frames[frame].locals.clone()).collect()
    }

    /// Goes on in a section of the open frames.
    pub(super) fn store_first(&mut self, scope: &mut Scope) {
        let merge = self.new_section(Entry::Merge);
        scope.open.chunk.push(self.out.goto(merge));
        scope.open.chunk.diverges = true;
        scope.go_on(self, Open { section: merge, chunk: Chunk::default() });
    }
}

/// Whether a branch of `kind` that does not suspend may come to a borrow of one of `locals`.
pub(super) fn by_a_branch(kind: &Kind, locals: &[Local]) -> bool {
    by_kind(kind, locals, &[])
}

/// `lent`: names that patterns bound to what may be borrowed.
fn by_kind(kind: &Kind, locals: &[Local], lent: &[Local]) -> bool {
    match kind {
        Kind::If { cond, then, otherwise: Some(otherwise) } => {
            let bound = lent_in(cond, locals);
            by_block(then, locals, &[lent, &bound].concat()) || by_block(otherwise, locals, lent)
        }
        Kind::Match { scrutinee, arms } => {
            let looks_at = looks_at(scrutinee, locals);
            arms.iter().any(|arm| {
                let bound = if looks_at { bound(&arm.pat) } else { Vec::new() };
                by_block(&arm.body, locals, &[lent, &bound].concat())
            })
        }
        Kind::Scope { body, .. } => by_block(body, locals, lent),
        _ => false,
    }
}

/// What a condition binds to what it looks at.
fn lent_in(cond: &Expr, locals: &[Local]) -> Vec<Local> {
    match cond {
        Expr::Let(let_expr) if looks_at(&let_expr.expr, locals) => bound(&let_expr.pat),
        Expr::Binary(binary) => [lent_in(&binary.left, locals), lent_in(&binary.right, locals)].concat(),
        Expr::Paren(paren) => lent_in(&paren.expr, locals),
        _ => Vec::new(),
    }
}

/// Whether a pattern may bind what is borrowed from one of `locals`. A local that is the scrutinee is taken apart, or moved.
fn looks_at(scrutinee: &Expr, locals: &[Local]) -> bool {
    mentions(scrutinee, locals) && !matches!(scrutinee, Expr::Path(_))
}

fn by_block(block: &Block, locals: &[Local], lent: &[Local]) -> bool {
    if let Some(tail) = &block.tail {
        return borrows(tail, locals, lent);
    }
    match block.stmts.last() {
        Some(Stmt::Suspend(last)) if matches!(last.dest, Dest::Tail) => by_kind(&last.kind, locals, lent),
        _ => false,
    }
}

/// Whether `value` may borrow one of `locals`, or be what is `lent`.
fn borrows(value: &Expr, locals: &[Local], lent: &[Local]) -> bool {
    struct Borrows<'a> {
        locals: &'a [Local],
        lent: &'a [Local],
        found: bool,
    }
    impl Borrows<'_> {
        fn place(&mut self, place: &Expr) {
            self.found |= root(place).and_then(decode).is_some_and(|(local, _)| self.locals.contains(&local));
        }
    }
    impl<'ast> Visit<'ast> for Borrows<'_> {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.found |= local_of(expr).is_some_and(|(local, _)| self.lent.contains(&local));
            match expr {
                Expr::Reference(reference) => self.place(&reference.expr),
                Expr::MethodCall(call) if lends(&call.method.to_string()) => self.place(&call.receiver),
                Expr::Binary(_) | Expr::Closure(_) | Expr::Macro(_) => return,
                _ => {}
            }
            visit::visit_expr(self, expr);
        }
    }
    let mut borrows = Borrows { locals, lent, found: false };
    borrows.visit_expr(value);
    borrows.found
}

fn mentions(expr: &Expr, locals: &[Local]) -> bool {
    struct Mentions<'a>(&'a [Local], bool);
    impl<'ast> Visit<'ast> for Mentions<'_> {
        // What a closure returns hardly borrows from it.
        fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
            call.args.iter().for_each(|arg| self.visit_expr(arg));
        }
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.1 |= local_of(expr).is_some_and(|(local, _)| self.0.contains(&local));
            visit::visit_expr(self, expr);
        }
    }
    let mut found = Mentions(locals, false);
    found.visit_expr(expr);
    found.1
}
