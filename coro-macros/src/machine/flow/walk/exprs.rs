//! Expressions: what they use, and how.

use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

use super::super::super::locals::{Entry, Local, Mention, decode, local_of, root};
use super::super::super::lower::{is_comparison, is_compound};
use super::super::super::methods::{borrowing, consuming};
use super::super::super::offers;
use super::super::super::resolve::collect_mentions;
use super::super::super::std_macros;
use super::super::{Event, Use, parts};
use super::{Label, Walk, replaced};

impl Walk<'_> {
    /// A closure or an async block: what it mentions is captured where it stands.
    pub(super) fn capture(&mut self, by_move: bool, body: impl FnOnce(&mut Self)) {
        let outer = core::mem::replace(&mut self.inside_closure, true);
        let outer_move = core::mem::replace(&mut self.by_move, by_move);
        let labels = core::mem::take(&mut self.labels);
        let first = self.graph.events.len();
        let before = self.at;
        body(self);
        self.labels = labels;
        self.inside_closure = outer;
        self.by_move = outer_move;
        let uses: Vec<_> = self.graph.events[first..].to_vec();
        // However control runs inside, the captures happen once, here.
        for event in &mut self.graph.events[first..] {
            *event = Event::None;
        }
        self.at = before;
        let own = |local: Local| uses.iter().any(|event| matches!(event, Event::Declare(declared) if *declared == local));
        let mut captured: Vec<(Local, Mention, Use)> = Vec::new();
        for event in &uses {
            let Event::Use(local, mention, usage) = *event else { continue };
            if own(local) {
                continue;
            }
            let usage = if by_move && matches!(usage, Use::Reference | Use::Shared) { Use::Value } else { usage };
            captured.push((local, mention, usage));
        }
        for (local, mention, usage) in &captured {
            let whole = captured.iter().any(|other| other.0 == *local && other.2 == Use::Value);
            if *usage != Use::Value || !whole {
                self.mention(*local, *mention, if *usage == Use::Value { Use::Value } else { Use::Reference });
                if *usage == Use::Part {
                    self.mention(*local, *mention, Use::Part);
                }
            }
        }
        // All by-value captures of one local are one move.
        let mut moved: Vec<Local> = captured.iter().filter(|capture| capture.2 == Use::Value).map(|capture| capture.0).collect();
        moved.dedup();
        for (local, mention, usage) in captured {
            if usage == Use::Value && moved.contains(&local) {
                self.mention(local, mention, Use::Value);
                moved.retain(|other| *other != local);
            }
        }
    }

    pub(super) fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) {
        for expr in exprs {
            self.expr(expr, Use::Value);
        }
    }

    pub(super) fn expr(&mut self, expr: &Expr, usage: Use) {
        let borrows = matches!(usage, Use::Reference | Use::Shared) && !self.by_move;
        let part = if borrows { usage } else { Use::Part };
        if let Some((local, mention, path)) = parts::place(expr) {
            return self.part(expr, part, (local, mention, path), usage);
        }
        match expr {
            Expr::Path(path) => {
                let Some(name) = path.path.get_ident() else { return };
                if let Some((local, mention)) = decode(name) {
                    if let Some(span) = self.graph.spans.get_mut(mention) {
                        *span = name.span();
                    }
                    self.mention(local, mention, usage);
                }
            }
            Expr::Field(field) => self.expr(&field.base, part),
            Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => self.expr(&unary.expr, part),
            Expr::Unary(unary) => self.operand(&unary.expr),
            Expr::Index(index) => {
                self.expr(&index.expr, Use::Reference);
                self.expr(&index.index, Use::Value);
            }
            Expr::Paren(paren) => self.expr(&paren.expr, usage),
            Expr::Group(group) => self.expr(&group.expr, usage),
            Expr::Reference(reference) => {
                if reference.mutability.is_some() {
                    self.change(&reference.expr);
                } else {
                    self.graph.looks.extend(root(&reference.expr).and_then(decode).map(|(_, mention)| mention));
                }
                self.expr(&reference.expr, if reference.mutability.is_some() { Use::Reference } else { Use::Shared });
            }
            Expr::RawAddr(raw) => self.expr(&raw.expr, Use::Reference),
            Expr::MethodCall(call) => self.method_call(call),
            Expr::Call(call) => self.call(call),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Assign(assign) => {
                let outer = core::mem::replace(&mut self.replaced, replaced::receiver(assign));
                self.expr(&assign.right, Use::Value);
                self.replaced = outer;
                self.assign(&assign.left);
            }
            Expr::Let(_) => {
                let (yes, no) = self.cond(expr);
                self.at = yes;
                self.join(no);
            }
            Expr::Cast(cast) => {
                self.owned(&cast.expr);
                self.copied(&cast.expr);
            }
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.yielded(elem)),
            Expr::Array(array) => self.exprs(&array.elems),
            Expr::Repeat(repeat) => self.expr(&repeat.expr, Use::Value),
            Expr::Range(range) => self.exprs(range.start.iter().chain(&range.end).map(|end| &**end)),
            Expr::Struct(literal) => {
                self.exprs(literal.fields.iter().map(|field| &field.expr));
                if let Some(rest) = &literal.rest {
                    let replaced = replaced::mention(rest).is_some_and(|mention| self.replaced == Some(mention));
                    self.expr(rest, if replaced { Use::Value } else { Use::Part });
                }
            }
            Expr::Await(awaited) => self.expr(&awaited.base, Use::Value),
            Expr::Try(question) => self.expr(&question.expr, Use::Value),
            Expr::Macro(mac) => self.opaque(&mac.mac, &mac.attrs),
            Expr::Closure(closure) => self.capture(closure.capture.is_some(), |this| {
                closure.inputs.iter().for_each(|input| this.declare(input));
                this.expr(&closure.body, Use::Value);
            }),
            Expr::Async(block) => self.capture(block.capture.is_some(), |this| this.block(&block.block)),
            _ => self.control(expr, usage),
        }
    }

    fn method_call(&mut self, call: &syn::ExprMethodCall) {
        let replaced = replaced::mention(&call.receiver).is_some_and(|mention| self.replaced == Some(mention));
        let name = call.method.to_string();
        // A temporary of ours is the receiver of this call only, which may consume it.
        let own = local_of(&call.receiver).is_some_and(|(local, _)| self.locals.infos[local].generated);
        let usage = match () {
            () if replaced || consuming(&name) || self.fills(call, &name) => Use::Value,
            () if own && !borrowing(&name) => Use::Part,
            () => Use::Reference,
        };
        if usage == Use::Reference
            && let Some((_, mention)) = offers::receiver(call)
        {
            self.graph.receivers.push(mention);
        }
        self.expr(&call.receiver, usage);
        self.exprs(&call.args);
    }

    /// `entry.insert(value)` of a vacant entry, `entry.remove()` of one that is not.
    fn fills(&self, call: &syn::ExprMethodCall, name: &str) -> bool {
        local_of(&call.receiver).is_some_and(|(local, _)| match self.locals.infos[local].entry {
            Some(Entry::Vacant) => name.starts_with("insert"),
            Some(Entry::Occupied) => matches!(name, "remove" | "remove_entry"),
            None => false,
        })
    }

    pub(super) fn call(&mut self, call: &syn::ExprCall) {
        if let Some(opened) = self.macros.get(&call.func) {
            for (arg, how) in call.args.iter().zip(&opened.args) {
                let usage = match how.usage {
                    std_macros::Use::Value => Use::Value,
                    std_macros::Use::Reference => Use::Shared,
                    std_macros::Use::Mutable => Use::Reference,
                };
                self.expr(arg, usage);
            }
            if opened.diverges {
                self.cut();
            }
        } else {
            let once = matches!(&*call.func, Expr::Path(path) if path.path.get_ident().and_then(decode)
                .is_some_and(|(local, _)| self.locals.infos[local].once));
            if let (false, Some((_, mention))) = (once, offers::callee(call)) {
                self.graph.receivers.push(mention);
            }
            self.expr(&call.func, if once { Use::Value } else { Use::Reference });
            self.exprs(&call.args);
        }
    }

    fn binary(&mut self, binary: &syn::ExprBinary) {
        use syn::BinOp;
        self.counts(binary);
        match binary.op {
            BinOp::And(_) | BinOp::Or(_) => {
                self.expr(&binary.left, Use::Value);
                let skip = self.at;
                self.push(Event::None);
                self.expr(&binary.right, Use::Value);
                self.join(skip);
            }
            op if is_comparison(&op) => {
                self.expr(&binary.left, Use::Shared);
                self.expr(&binary.right, Use::Shared);
            }
            op if is_compound(&op) => {
                self.copied(&binary.right);
                self.change(&binary.left);
                self.graph.counted.extend(parts::place(&binary.left).map(|(_, mention, _)| mention));
                self.expr(&binary.left, Use::Reference);
            }
            _ => {
                // To a text, another one is added: it is moved.
                let is_text = matches!(binary.op, BinOp::Add(_)) && is_borrowed(&binary.right);
                if is_text && !self.inside_closure {
                    self.expr(&binary.left, Use::Value)
                } else {
                    self.operand(&binary.left)
                }
                self.operand(&binary.right);
            }
        }
    }

    /// An operand of arithmetic. What a closure captures for one is a number, or nearly always: it stays where it is.
    fn operand(&mut self, operand: &Expr) {
        let captured = self.inside_closure && matches!(operand, Expr::Path(_) | Expr::Field(_));
        if captured { self.expr(operand, Use::Shared) } else { self.copied(operand) }
    }

    /// By value, where a part is a number or a flag, or nearly always: it is not moved out.
    pub(super) fn copied(&mut self, expr: &Expr) {
        self.expr(expr, if parts::place(expr).is_some() { Use::Part } else { Use::Value });
    }

    /// What is yielded, or collected in a tuple: what is there behind a reference is copied, or nearly always.
    pub(super) fn yielded(&mut self, expr: &Expr) {
        if parts::is_deref(expr) { self.copied(expr) } else { self.expr(expr, Use::Value) }
    }

    /// A part of a local.
    fn part(&mut self, place: &Expr, part: Use, (local, mention, path): (Local, Mention, parts::Path), usage: Use) {
        if let Some(span) = self.graph.spans.get_mut(mention) {
            *span = place.span();
        }
        if let Some(known) = self.graph.paths.get_mut(mention) {
            *known = Some(path);
        }
        self.mention(local, mention, part);
        if usage == Use::Value && !self.inside_closure {
            self.graph.parts.push(parts::Part { local, mention, place: place.clone(), node: self.at });
        }
    }

    pub(super) fn control(&mut self, expr: &Expr, usage: Use) {
        match expr {
            Expr::If(if_expr) => {
                let (yes, no) = self.cond(&if_expr.cond);
                self.at = yes;
                self.block(&if_expr.then_branch);
                let after = self.at;
                self.at = no;
                if let Some((_, otherwise)) = &if_expr.else_branch {
                    self.expr(otherwise, usage);
                }
                self.join(after);
            }
            Expr::Match(match_expr) => {
                let pats: Vec<&Pat> = match_expr.arms.iter().map(|arm| &arm.pat).collect();
                let sure: Vec<&Pat> = match_expr.arms.iter().filter(|arm| arm.guard.is_none()).map(|arm| &arm.pat).collect();
                self.offer_matched(&match_expr.expr, &pats);
                self.guarded_scrutinee(&match_expr.expr, &pats, &sure);
                let mut ends = Vec::new();
                let mut fork = self.at;
                for arm in &match_expr.arms {
                    let guard = arm.guard.as_ref().map(|(_, guard)| &**guard);
                    fork = self.arm(fork, &match_expr.expr, &arm.pat, guard);
                    self.expr(&arm.body, usage);
                    ends.push(self.at);
                }
                self.join_all(&ends);
            }
            Expr::Block(block) => {
                let leave = self.detached(Event::None);
                let name = block.label.as_ref().map(|label| label.name.ident.to_string());
                self.labels.push(Label { name, is_loop: false, leave, again: None });
                self.block(&block.block);
                self.labels.pop();
                self.edge(self.at, leave);
                self.at = leave;
            }
            Expr::Unsafe(block) => self.block(&block.block),
            Expr::Loop(loop_expr) => {
                let label = loop_expr.label.as_ref().map(|label| &label.name);
                self.repeat(label, |this, _| this.block(&loop_expr.body));
            }
            Expr::While(while_expr) => {
                let label = while_expr.label.as_ref().map(|label| &label.name);
                self.repeat(label, |this, leave| {
                    let (yes, no) = this.cond(&while_expr.cond);
                    this.edge(no, leave);
                    this.at = yes;
                    this.push(Event::None);
                    this.block(&while_expr.body);
                });
            }
            Expr::ForLoop(for_loop) => {
                self.expr(&for_loop.expr, Use::Value);
                let label = for_loop.label.as_ref().map(|label| &label.name);
                self.repeat(label, |this, leave| {
                    this.edge(this.at, leave);
                    this.push(Event::None);
                    this.declare(&for_loop.pat);
                    this.block(&for_loop.body);
                });
            }
            Expr::Break(jump) => {
                if let Some(value) = &jump.expr {
                    self.expr(value, Use::Value);
                }
                self.leave(jump.label.as_ref(), false);
            }
            Expr::Continue(jump) => self.leave(jump.label.as_ref(), true),
            Expr::Return(returned) => {
                if let Some(value) = &returned.expr {
                    self.leaves(value);
                    self.expr(value, Use::Value);
                }
                self.jump(self.end);
            }
            Expr::Lit(_) | Expr::Infer(_) | Expr::Const(_) => {}
            other => {
                let mut found = Vec::new();
                collect_mentions(other.to_token_stream(), &mut |local, mention| found.push((local, mention)));
                for (local, mention) in found {
                    self.mention(local, mention, Use::Opaque);
                }
            }
        }
    }
}

/// `&x`, or a literal text.
fn is_borrowed(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(_) => true,
        Expr::Lit(lit) => matches!(lit.lit, syn::Lit::Str(_)),
        _ => false,
    }
}
