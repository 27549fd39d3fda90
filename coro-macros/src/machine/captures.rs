//! What a `coro!` closure captures, and which of it enters the start state: there the body may move out of it, in part too, and keep
//! what it borrows through it.
//!
//! ```text
//! [source]  coro!(move || { for name in self.names { yield name; } log(&mut hits); })
//! [lowered] State::Start { this: self }      `hits` stays with the closure
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Expr, ExprMethodCall, Stmt};

use super::build::bound;
use super::desugar::BODY;
use super::emit;
use super::locals::{Local, decode, local_of, root};
use super::lower::is_compound;
use super::methods::{changing, lending, unsure};
use super::resolve::makes_its_own;
use super::sections::{Entry, SectionId};
use super::suspends;

#[derive(Clone)]
pub struct Capture {
    pub name: Ident,
    /// What is borrowed through it is kept: it is a reference.
    pub is_lent: bool,
}

/// The free names that enter the start state, and what the body does to them that wants them to be `mut`, in the user's words.
#[derive(Default)]
pub struct Captures {
    pub names: Vec<Capture>,
    changes: Vec<TokenStream>,
}

impl Captures {
    /// With `move`, what the body moves, keeps a borrow of, or lets a method have that may consume it. Without, what it mentions by
    /// value, and does not change.
    pub fn find(lowered: &emit::Input, names: &[Ident]) -> Self {
        let by_move = lowered.body.by_move;
        let mut look = Look { lowered, changes: Vec::new(), lent: Vec::new(), calls: Vec::new() };
        if let (true, Some(block)) = (by_move, lowered.resolved) {
            look.escapes_of_block(block);
            look.visit_block(block);
        }
        let facts = lowered.facts;
        let enters = |local: Local| match by_move {
            true => {
                let parted = facts.parts.iter().any(|part| part.local == local);
                facts.by_value[local] || parted || look.is_offered(local) || look.is_kept(local)
            }
            false => facts.by_value[local] && !facts.written_anywhere(local),
        };
        let mut found = Self::default();
        for (name, local) in names.iter().zip(lowered.params).filter(|(_, local)| enters(**local)) {
            found.names.push(Capture { name: name.clone(), is_lent: look.is_kept(*local) });
            found.changes.extend(look.changes.iter().filter(|change| change.0 == *local).map(|change| change.1.clone()));
        }
        found
    }

    /// What enters the state is changed there, not where it was declared: said here, so that `mut` is not taken to be unused.
    pub fn changed(&self, machine: TokenStream) -> TokenStream {
        let changes = &self.changes;
        if changes.is_empty() {
            return machine;
        }
        hygienic!({
            #(
                // So that it hinders nobody who borrows them, what it does is not gone on from.
                #[allow(unused_must_use, unused_results)]
                if false {
                    #changes;
                    ::core::unreachable!()
                }
            )*
            #machine
        })
    }
}

struct Look<'a> {
    lowered: &'a emit::Input<'a>,
    changes: Vec<(Local, TokenStream)>,
    /// Names that something is borrowed of, and the locals that hold it; none if it is kept for sure.
    lent: Vec<(Local, Option<Vec<Local>>)>,
    /// Receivers, the names of the methods, and whether these may consume them.
    calls: Vec<(Local, String, bool)>,
}

impl Look<'_> {
    fn is_kept(&self, local: Local) -> bool {
        let resumptions: Vec<SectionId> = (0..self.lowered.sections.sections.len())
            .filter(|section| matches!(self.lowered.sections.sections[*section].entry, Entry::Resume(_)))
            .collect();
        let lives_on = |holder: &Local| resumptions.iter().any(|section| self.lowered.facts.is_live(*section, *holder));
        let mut lent = self.lent.iter().filter(|lent| lent.0 == local);
        lent.any(|(_, holders)| holders.as_ref().is_none_or(|holders| holders.iter().any(lives_on)))
    }

    /// `expr` is put into `holders`, or leaves the coroutine: notes what it borrows.
    fn lend(&mut self, expr: &Expr, holders: Option<Vec<Local>>) {
        let mut loans = Loans { lowered: self.lowered, found: Vec::new() };
        loans.visit_expr(expr);
        self.lent.extend(loans.found.into_iter().map(|local| (local, holders.clone())));
    }

    /// What is the value of the body leaves it.
    fn escapes_of_block(&mut self, block: &Block) {
        if let Some(Stmt::Expr(tail, None)) = block.stmts.last() {
            self.escapes(tail);
        }
    }

    fn escapes(&mut self, tail: &Expr) {
        match tail {
            Expr::Block(block) => self.escapes_of_block(&block.block),
            Expr::If(if_expr) => {
                self.escapes_of_block(&if_expr.then_branch);
                if let Some((_, otherwise)) = &if_expr.else_branch {
                    self.escapes(otherwise);
                }
            }
            Expr::Match(match_expr) => match_expr.arms.iter().for_each(|arm| self.escapes(&arm.body)),
            other => self.lend(other, None),
        }
    }

    fn assigned(&mut self, place: &Expr) {
        if let Some((local, place)) = self.place(place) {
            let span = Span::mixed_site().located_at(place.span());
            let value = some_value(span);
            self.change(local, quote_spanned!(span=> #place = #value));
        }
    }

    fn lent_to_change(&mut self, place: &Expr) {
        if let Some((local, place)) = self.place(place) {
            let span = Span::mixed_site().located_at(place.span());
            self.change(local, quote_spanned!(span=> let _ = &mut #place));
        }
    }

    fn change(&mut self, local: Local, change: TokenStream) {
        let text = change.to_string();
        if self.changes.iter().all(|(_, known)| known.to_string() != text) {
            self.changes.push((local, change));
        }
    }

    /// A captured name, or a part of one, as the user wrote it.
    fn place(&self, expr: &Expr) -> Option<(Local, TokenStream)> {
        match expr {
            Expr::Path(path) => {
                let (local, _) = local_of(expr)?;
                let mut name = self.lowered.locals.infos[local].name.clone();
                name.set_span(path.span());
                self.lowered.params.contains(&local).then(|| (local, name.into_token_stream()))
            }
            Expr::Field(field) => {
                let (local, base) = self.place(&field.base)?;
                let member = &field.member;
                Some((local, quote_spanned!(field.span()=> #base.#member)))
            }
            Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => {
                let (local, base) = self.place(&unary.expr)?;
                Some((local, quote_spanned!(unary.span()=> (*#base))))
            }
            Expr::Paren(paren) => self.place(&paren.expr),
            Expr::Group(group) => self.place(&group.expr),
            _ => None,
        }
    }

    fn receiver(&mut self, call: &ExprMethodCall) {
        let method = &call.method;
        if let Some((local, mention)) = local_of(&call.receiver) {
            let is_offered = self.lowered.facts.offered[mention].is_some();
            self.calls.push((local, method.to_string(), is_offered));
        }
        let name = method.to_string();
        if let (true, None, Some((local, place))) = (changing(&name), &call.turbofish, self.place(&call.receiver)) {
            // The others are generic for some types: what is not shown could be of any type.
            let says_type = matches!(&*name, "push_back" | "push_front" | "push_str" | "truncate");
            let arg = |arg: &Expr| self.shown(arg).or_else(|| says_type.then(|| some_value(method.span())));
            let Some(args) = call.args.iter().map(arg).collect::<Option<Vec<_>>>() else { return };
            self.change(local, quote_spanned!(method.span()=> #place.#method(#(#args),*)));
        }
    }

    /// What means the same where the closure stands.
    fn shown(&self, arg: &Expr) -> Option<TokenStream> {
        match arg {
            Expr::Lit(lit) => Some(lit.to_token_stream()),
            Expr::Reference(reference) => {
                let (mutability, inner) = (&reference.mutability, self.shown(&reference.expr)?);
                Some(hygienic!(&#mutability #inner))
            }
            place => self.place(place).map(|(_, place)| place),
        }
    }

    /// Whether a method may consume it. One that it is lent to before does not.
    fn is_offered(&self, local: Local) -> bool {
        let lends = |name: &String| self.calls.iter().any(|call| call.0 == local && call.1 == *name && !call.2);
        self.calls.iter().any(|(other, name, is_offered)| *other == local && *is_offered && !lends(name))
    }
}

impl<'ast> Visit<'ast> for Look<'_> {
    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            self.lend(&init.expr, Some(bound(&local.pat)));
        }
        visit::visit_local(self, local);
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Let(let_expr) => self.lend(&let_expr.expr, Some(bound(&let_expr.pat))),
            Expr::Match(match_expr) => {
                self.lend(&match_expr.expr, Some(match_expr.arms.iter().flat_map(|arm| bound(&arm.pat)).collect()));
            }
            Expr::ForLoop(for_loop) if suspends::block(&for_loop.body) => self.lend(&for_loop.expr, None),
            Expr::Yield(yielded) => yielded.expr.iter().for_each(|value| self.lend(value, None)),
            Expr::Break(jump) if jump.label.as_ref().is_some_and(|label| label.ident == BODY) => {
                jump.expr.iter().for_each(|value| self.lend(value, None));
            }
            Expr::Assign(assign) => {
                self.lend(&assign.right, Some(root(&assign.left).and_then(decode).map(|(local, _)| local).into_iter().collect()));
                self.assigned(&assign.left);
            }
            Expr::Binary(binary) if is_compound(&binary.op) => self.assigned(&binary.left),
            Expr::Reference(reference) if reference.mutability.is_some() => self.lent_to_change(&reference.expr),
            Expr::MethodCall(call) => self.receiver(call),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// The captured names that the value of an expression may borrow.
struct Loans<'a> {
    lowered: &'a emit::Input<'a>,
    found: Vec<Local>,
}

impl Loans<'_> {
    fn of(&mut self, place: &Expr) {
        let local = root(place).and_then(decode).map(|(local, _)| local);
        self.found.extend(local.filter(|local| self.lowered.params.contains(local)));
    }

    /// What a method of the user's own type returns may as well borrow from it.
    fn may_lend(&self, call: &ExprMethodCall) -> bool {
        let name = call.method.to_string();
        let is_self =
            || root(&call.receiver).and_then(decode).is_some_and(|(local, _)| self.lowered.locals.infos[local].name == "self");
        lending(&name) || unsure(&name) && is_self()
    }
}

impl<'ast> Visit<'ast> for Loans<'_> {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Binary(_) | Expr::Closure(_) | Expr::Macro(_) | Expr::Yield(_) => return,
            Expr::MethodCall(call) if makes_its_own(&call.method) => return,
            Expr::Call(call) if self.lowered.macros.get(&call.func).is_some() => return,
            Expr::MethodCall(call) if self.may_lend(call) => self.of(&call.receiver),
            Expr::Reference(reference) => self.of(&reference.expr),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}

/// Of any type. It is not known to diverge, as what follows would not count then.
fn some_value(span: Span) -> TokenStream {
    quote_spanned!(span=> ::core::option::Option::unwrap(::core::option::Option::None))
}
