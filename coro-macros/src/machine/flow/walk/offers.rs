//! What may be offered a local: values of which it is known what becomes of them.

use syn::{Block, Expr, Lit, Local, Pat, Stmt};

use super::super::super::build::bound;
use super::super::super::desugar::BODY;
use super::super::super::locals::{decode, local_of, root};
use super::super::super::offers;
use super::super::super::sections::{Chunk, Code, SlotId, Target, Value};
use super::super::offered::{Outcome, Question};
use super::Walk;

impl Walk<'_> {
    /// Notes what `code` may offer.
    pub(super) fn offers_of(&mut self, code: &Code) {
        match code {
            Code::Plain(stmt) => self.offer_statement(stmt),
            Code::Eval(Value::Plain(expr), Target::Discard) => self.offer(expr, &Outcome::Unused),
            Code::Eval(Value::Plain(expr), Target::Let(pat)) => self.offer_let(expr, pat),
            Code::Eval(value, Target::Discard | Target::Never) => self.offer_value(value, &Outcome::Free),
            Code::Eval(value, Target::Let(pat)) => self.offer_value(value, &Outcome::Bound(bound(pat))),
            Code::Eval(value, Target::Slot(slot)) => {
                if let Some(outcome) = self.slot_outcome(*slot) {
                    self.offer_value(value, &outcome);
                }
            }
            Code::Suspend { value: Some(expr), .. } => {
                self.leaves(expr);
                self.offer(expr, &Outcome::Free);
            }
            Code::Finish(Some(value)) => {
                if let Value::Plain(expr) = value {
                    self.leaves(expr);
                }
                self.offer_value(value, &Outcome::Free);
            }
            _ => {}
        }
    }

    /// What becomes of the value of branches, where they meet.
    fn slot_outcome(&self, slot: SlotId) -> Option<Outcome> {
        let mut codes = self.sections.sections.iter().flat_map(|section| &section.code.code);
        codes.find_map(|code| match code {
            Code::Eval(Value::Slot(other), Target::Let(pat)) if *other == slot => Some(Outcome::Bound(bound(pat))),
            Code::Finish(Some(Value::Slot(other))) if *other == slot => Some(Outcome::Free),
            _ => None,
        })
    }

    /// The value of a statement is thrown away, with its semicolon; without one, it is `()`.
    pub(super) fn offer_statement(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Local(Local { pat, init: Some(init), .. }) if init.diverge.is_none() => self.offer_let(&init.expr, pat),
            Stmt::Expr(expr, Some(_)) => self.offer(expr, &Outcome::Unused),
            Stmt::Expr(expr, None) => self.offer(expr, &Outcome::Free),
            _ => {}
        }
    }

    fn offer_value(&mut self, value: &Value, outcome: &Outcome) {
        match value {
            Value::Plain(expr) => self.offer_bare(expr, outcome),
            Value::Block { chunk, .. } => self.offer_tail(chunk, outcome),
            Value::If { then, otherwise, .. } => {
                self.offer_tail(then, outcome);
                otherwise.iter().for_each(|otherwise| self.offer_tail(otherwise, outcome));
            }
            Value::Match { arms, .. } => arms.iter().for_each(|arm| self.offer_tail(&arm.chunk, outcome)),
            Value::Loop { .. } | Value::Argument | Value::Slot(_) | Value::LoopResult => {}
        }
    }

    fn offer_tail(&mut self, chunk: &Chunk, outcome: &Outcome) {
        chunk.tail.iter().for_each(|tail| self.offer_value(tail, outcome));
    }

    /// Notes what in `expr` may be offered a local, if `outcome` is what becomes of its value.
    pub(super) fn offer(&mut self, expr: &Expr, outcome: &Outcome) {
        if self.inside_closure {
            return;
        }
        match expr {
            Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Unsafe(_) if !offers::is_question(expr) => {
                // What the branches of a statement come to has to be of one type, which may be a borrow.
                if !matches!(outcome, Outcome::Unused) {
                    self.offer_branches(expr, outcome);
                }
            }
            Expr::Assign(assign) => {
                let target = root(&assign.left).and_then(decode).map(|(local, _)| local);
                if let (Some((local, _)), Some(target)) = (local_of(&assign.right), target) {
                    self.graph.passed.push((local, vec![target]));
                }
                self.offer_bare(&assign.right, &Outcome::Bound(target.into_iter().collect()));
            }
            Expr::Return(syn::ExprReturn { expr: Some(value), .. }) => self.offer(value, &Outcome::Free),
            Expr::Break(syn::ExprBreak { label: Some(label), expr: Some(value), .. }) if label.ident == BODY => {
                self.leaves(value);
                self.offer(value, &Outcome::Free);
            }
            _ => self.offer_whole(expr, outcome),
        }
    }

    fn offer_whole(&mut self, expr: &Expr, outcome: &Outcome) {
        let whole = offers::whole(expr);
        let Some(offer) = offers::of(whole, self.macros) else { return };
        let binds =
            |local: &_| offer.mentions.iter().any(|(mentioned, mention)| mentioned == local && offer.receivers.contains(mention));
        if self.binding.iter().any(binds) {
            return;
        }
        let outcome = match outcome {
            // `?` looks at it.
            Outcome::Unused | Outcome::Ignored if !core::ptr::eq(whole, expr) => &Outcome::Asked(Question::Kept),
            other => other,
        };
        self.graph.offers.push((offer, outcome.clone()));
    }

    fn offer_branches(&mut self, expr: &Expr, outcome: &Outcome) {
        match expr {
            Expr::If(condition) => {
                self.offer_end(&condition.then_branch, outcome);
                condition.else_branch.iter().for_each(|(_, otherwise)| self.offer_bare(otherwise, outcome));
            }
            Expr::Match(matched) => matched.arms.iter().for_each(|arm| self.offer_bare(&arm.body, outcome)),
            Expr::Block(block) => self.offer_end(&block.block, outcome),
            Expr::Unsafe(block) => self.offer_end(&block.block, outcome),
            _ => {}
        }
    }

    /// Where the temporaries of `expr` would outlive it: only what leaves none is offered something.
    fn offer_bare(&mut self, expr: &Expr, outcome: &Outcome) {
        let branches =
            matches!(expr, Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Unsafe(_)) && !offers::is_question(expr);
        if branches || offers::is_bare(offers::whole(expr)) {
            self.offer(expr, outcome);
        }
    }

    fn offer_let(&mut self, expr: &Expr, pat: &Pat) {
        self.pass(expr, &[pat]);
        match pat {
            Pat::Wild(_) if matches!(offers::whole(expr), Expr::MethodCall(_) | Expr::Call(_)) => {
                self.offer(expr, &Outcome::Ignored)
            }
            Pat::Wild(_) => {}
            pat if compares(pat) => self.offer(expr, &Outcome::Free),
            pat => self.offer(expr, &Outcome::Bound(bound(pat))),
        }
    }

    /// What is matched with `pats`.
    pub(super) fn offer_matched(&mut self, expr: &Expr, pats: &[&Pat]) {
        self.pass(expr, pats);
        let outcome = if pats.iter().all(|pat| compares(pat)) {
            Outcome::Free
        } else {
            Outcome::Bound(pats.iter().flat_map(|pat| bound(pat)).collect())
        };
        self.offer_bare(expr, &outcome);
    }

    fn pass(&mut self, expr: &Expr, pats: &[&Pat]) {
        if let Some((local, _)) = local_of(expr) {
            self.graph.passed.push((local, pats.iter().flat_map(|pat| bound(pat)).collect()));
        }
    }

    fn offer_end(&mut self, block: &Block, outcome: &Outcome) {
        if let Some(Stmt::Expr(tail, None)) = block.stmts.last() {
            self.offer_bare(tail, outcome);
        }
    }
}

/// A pattern of numbers and flags, or of nothing.
fn compares(pat: &Pat) -> bool {
    match pat {
        Pat::Wild(_) | Pat::Range(_) => true,
        Pat::Lit(lit) => !matches!(lit.lit, Lit::Str(_) | Lit::ByteStr(_) | Lit::CStr(_)),
        Pat::Tuple(unit) => unit.elems.is_empty(),
        Pat::Or(any) => any.cases.iter().all(compares),
        Pat::Paren(paren) => compares(&paren.pat),
        Pat::Type(typed) => compares(&typed.pat),
        _ => false,
    }
}
