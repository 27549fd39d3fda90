//! Printing the code of one section.

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote_spanned};
use syn::{Expr, Pat};

use super::super::access::Access;
use super::super::build::bound;
use super::super::locals::Local;
use super::super::plan::Class;
use super::super::sections::{Chunk, Code, Entry, FrameId, SectionId, Target, Value};
use super::super::syntax;
use super::Emit;

/// Generated tokens say where they stand for something of the user's: errors about them are shown there.
pub(super) fn at_span(span: proc_macro2::Span, tokens: TokenStream) -> TokenStream {
    if tokens.is_empty() {
        return tokens;
    }
    tokens
        .into_iter()
        .map(|mut token| {
            let here = token.span().located_at(span);
            if let TokenTree::Group(group) = &token {
                token = proc_macro2::Group::new(group.delimiter(), at_span(span, group.stream())).into();
            }
            token.set_span(here);
            token
        })
        .collect()
}

/// What is empty costs more to emit than not to.
pub(super) fn some(tokens: TokenStream) -> Option<TokenStream> {
    (!tokens.is_empty()).then_some(tokens)
}

/// One after the other, where one of them is mostly empty.
pub(super) fn joined(first: TokenStream, second: TokenStream) -> TokenStream {
    match (first.is_empty(), second.is_empty()) {
        (true, _) => second,
        (_, true) => first,
        _ => hygienic!(#first #second),
    }
}

/// An initialiser before `else` may not end with a brace.
fn before_else(init: TokenStream) -> TokenStream {
    match init.clone().into_iter().last() {
        Some(TokenTree::Group(last)) if last.delimiter() == proc_macro2::Delimiter::Brace => hygienic!((#init)),
        _ => init,
    }
}

/// A block around one that it adds nothing to.
fn is_lone_block(code: &[Code]) -> bool {
    matches!(code, [Code::Eval(Value::Block { .. } | Value::LoopResult, Target::Discard)])
}

/// `code` in braces of that span.
fn braced(span: proc_macro2::Span, code: TokenStream) -> proc_macro2::Group {
    let mut group = proc_macro2::Group::new(proc_macro2::Delimiter::Brace, code);
    group.set_span(span);
    group
}

impl Emit<'_> {
    /// The code of a section, less its entry.
    pub fn section_code(&self, section: SectionId) -> TokenStream {
        let chunk = &self.sections.sections[section].code;
        let code = self.codes(section, &chunk.code, true);
        let label = format!("section{section}");
        if self.is_label_used(&label) {
            let label = self.use_label(&label);
            hygienic!(#label: { #code })
        } else {
            code
        }
    }

    fn codes(&self, section: SectionId, codes: &[Code], at_end: bool) -> TokenStream {
        if let [only] = codes {
            return self.code(section, only, at_end);
        }
        let last = codes.len().wrapping_sub(1);
        codes.iter().enumerate().map(|(index, code)| self.code(section, code, at_end && index == last)).collect()
    }

    fn chunk(&self, section: SectionId, chunk: &Chunk, discard: bool, at_end: bool) -> TokenStream {
        let code = self.codes(section, &chunk.code, at_end && chunk.tail.is_none());
        let Some(tail) = &chunk.tail else { return code };
        let tail = if discard { self.discarded(section, tail, at_end) } else { self.value(section, tail) };
        joined(code, tail)
    }

    fn code(&self, section: SectionId, code: &Code, at_end: bool) -> TokenStream {
        match code {
            Code::Plain(stmt) => self.plain(section, stmt),
            Code::Eval(value, target) => self.eval(section, value, target, at_end),
            Code::LetElse { pat, init, otherwise } => {
                let declared = self.declare(section, &bound(pat));
                let (pat, init) = (self.pat(pat), before_else(self.expr(section, init)));
                let otherwise = self.chunk(section, otherwise, false, false);
                hygienic!(let #pat = #init else { #otherwise }; #declared)
            }
            Code::Suspend { value, target, span, exit } => {
                let krate = &self.body.krate;
                let span = proc_macro2::Span::mixed_site().located_at(*span);
                let put_back = self.put_back(section, Some(*target));
                let save = self.save(section);
                let save = at_span(span, joined(put_back, save));
                let dead = self.dead(section, *exit, *target);
                let early = value.as_ref().map_or_else(Vec::new, |value| self.borrowing(&dead, value));
                // What is put back may be lent to what is dead, and so may what is stored before it.
                let late: Vec<Local> = if save.is_empty() && !self.is_stored_outside(section, *target, &dead) {
                    Vec::new()
                } else {
                    dead.into_iter().filter(|local| !early.contains(local)).collect()
                };
                let released = [&early[..], &late[..]].concat();
                let (early, late) =
                    (self.release_dead(section, *exit, &early), at_span(span, self.release_dead(section, *exit, &late)));
                let store = at_span(span, self.store(section, *target, *exit, true, &released));
                let leave = at_span(span, self.leave(section, *target, *exit, &released));
                let store = joined(leave, store);
                let value = value.as_ref().map_or_else(|| quote_spanned!(span=> ()), |value| self.expr(section, value));
                let ty = match &self.body.yield_type {
                    syn::Type::Infer(_) => None,
                    ty => Some(hygienic!(: #ty)),
                };
                let [early, late, hints] = [early, late, self.hints(section, *target)].map(some);
                if save.is_empty() && store.is_empty() {
                    let leave = self.leave_turn(span, &quote_spanned!(span=> #krate::__private::Turn::Yielded(#value)));
                    quote_spanned!(span=> #leave; #hints)
                } else {
                    let leave = self.leave_turn(span, &quote_spanned!(span=> #krate::__private::Turn::Yielded(yielded)));
                    quote_spanned!(span=> #early let yielded #ty = #value; #late #save #store #leave; #hints)
                }
            }
            Code::Rebind(frames) => self.rebind(section, frames),
            Code::Goto { target, exit } => self.goto(section, *target, *exit, at_end),
            Code::Finish(value) => self.finish(section, value.as_ref()),
        }
    }

    fn rebind(&self, section: SectionId, frames: &[FrameId]) -> TokenStream {
        // What ended with a loop was dropped when the loop was left.
        let info = &self.sections.sections[section];
        let gone = |frame: &FrameId| matches!(info.entry, Entry::LoopExit(_)) && info.leaves.contains(frame);
        let taken = frames.iter().filter(|frame| self.plan.taken[section].contains(frame) && !gone(frame));
        let locals = taken.flat_map(|frame| &self.sections.frames[*frame].locals);
        let kept = locals.filter(|local| {
            let relayed = self.plan.classes[**local] == Class::Relay;
            !self.params.contains(local)
                && self.plan.classes[**local] != Class::Leftover
                && (relayed || matches!(self.access(section, **local), Access::Own | Access::Optional))
        });
        kept.map(|local| {
            if self.plan.classes[*local] == Class::Relay {
                let slot = self.names.slot(*local);
                return hygienic!(let mut #slot = #slot;);
            }
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            match self.access(section, *local) {
                Access::Optional => hygienic!(let #name = &mut #name.take();),
                _ => hygienic!(let mut #name = #name;),
            }
        })
        .collect()
    }

    fn is_empty(&self, section: SectionId, code: &Code) -> bool {
        matches!(code, Code::Rebind(frames) if self.rebind(section, frames).is_empty())
    }

    fn plain(&self, section: SectionId, stmt: &syn::Stmt) -> TokenStream {
        let code = self.stmt(section, stmt);
        match stmt {
            syn::Stmt::Local(local) if local.init.is_some() => {
                let declared = self.declare(section, &bound(&local.pat));
                joined(code, declared)
            }
            syn::Stmt::Local(local) => self.defer(section, &local.pat, code),
            _ => code,
        }
    }

    fn eval(&self, section: SectionId, value: &Value, target: &Target, at_end: bool) -> TokenStream {
        match target {
            Target::Discard => self.discarded(section, value, at_end),
            Target::Let(pat) => {
                let declared = self.declare(section, &bound(pat));
                let (pat, value, declared) = (self.pat_stmt(pat), self.value(section, value), some(declared));
                hygienic!(#pat = #value; #declared)
            }
            Target::Slot(slot) => {
                let (slot, value) =
                    (format_ident!("value{slot}", span = proc_macro2::Span::mixed_site()), self.value(section, value));
                hygienic!(#slot = ::core::option::Option::Some(#value);)
            }
            Target::Never => {
                let value = self.value(section, value);
                hygienic!(let _: ::core::convert::Infallible = #value;)
            }
        }
    }

    fn pat_stmt(&self, pat: &Pat) -> TokenStream {
        let pat = self.pat(pat);
        hygienic!(let #pat)
    }

    /// After the statement that declares them: locals that a section does not hold as plain variables are put where they go.
    fn declare(&self, section: SectionId, locals: &[Local]) -> TokenStream {
        let each = locals.iter().map(|local| {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            match self.access(section, *local) {
                Access::Optional => hygienic!(let #name = &mut ::core::option::Option::Some(#name);),
                Access::Slot => {
                    let slot = self.names.slot(*local);
                    hygienic!(#slot = ::core::option::Option::Some(#name);)
                }
                Access::Own if self.is_changed(section, *local) => hygienic!(let mut #name = #name;),
                Access::Own if self.plan.tied[section].contains(local) => self.tie(*local),
                Access::Own | Access::InPlace => TokenStream::new(),
            }
        });
        each.collect()
    }

    /// Tells what the slot of a local is for.
    pub(super) fn tie(&self, local: Local) -> TokenStream {
        let krate = &self.body.krate;
        let (name, slot) = (self.names.local(local, self.locals, self.locals.infos[local].name.span()), self.names.slot(local));
        hygienic!(#krate::__private::slot_of(&#slot, &#name);)
    }

    /// `let x;` of a local that is not a plain variable.
    fn defer(&self, section: SectionId, pat: &Pat, plain: TokenStream) -> TokenStream {
        let [local] = bound(pat)[..] else { return plain };
        let none = match pat {
            Pat::Type(typed) => {
                let ty = &typed.ty;
                hygienic!(::core::option::Option::<#ty>::None)
            }
            _ => hygienic!(::core::option::Option::None),
        };
        match self.access(section, local) {
            Access::Optional => {
                let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
                hygienic!(let #name = &mut #none;)
            }
            Access::Slot => {
                let slot = self.names.slot(local);
                hygienic!(#slot = #none;)
            }
            // Assigned in later sections only.
            Access::Own if self.plan.classes[local] != Class::Plain && !self.facts.is_assigned(section, local) => {
                TokenStream::new()
            }
            Access::Own | Access::InPlace => plain,
        }
    }

    pub fn value(&self, section: SectionId, value: &Value) -> TokenStream {
        match value {
            Value::Plain(expr) => self.statement_expr(section, expr),
            Value::Argument => self.argument(section),
            Value::Slot(slot) => {
                let slot = format_ident!("value{slot}", span = proc_macro2::Span::mixed_site());
                let krate = &self.body.krate;
                hygienic!(#krate::__private::take(&mut #slot))
            }
            Value::LoopResult => {
                self.broken.set(true);
                quote_spanned!(self.return_span()=> broken)
            }
            _ => self.construct(section, value, false, false),
        }
    }

    /// An expression that may stand at the beginning of a statement.
    fn statement_expr(&self, section: SectionId, expr: &Expr) -> TokenStream {
        let tokens = self.expr(section, expr);
        if syntax::is_value(expr) { tokens } else { hygienic!((#tokens)) }
    }

    pub(super) fn discarded(&self, section: SectionId, value: &Value, at_end: bool) -> TokenStream {
        match value {
            Value::Plain(Expr::Tuple(unit)) if unit.elems.is_empty() => TokenStream::new(),
            Value::Plain(expr) => {
                let expr = self.statement_expr(section, expr);
                hygienic!(#expr;)
            }
            Value::Argument if self.unit_argument() => TokenStream::new(),
            Value::Argument => {
                let argument = self.argument(section);
                hygienic!(::core::mem::drop(#argument);)
            }
            Value::LoopResult => TokenStream::new(),
            Value::Slot(_) => {
                let value = self.value(section, value);
                hygienic!(#value;)
            }
            _ => self.construct(section, value, true, at_end),
        }
    }

    fn construct(&self, section: SectionId, value: &Value, discard: bool, at_end: bool) -> TokenStream {
        match value {
            Value::Block { chunk, .. } if discard && chunk.code.is_empty() && chunk.tail.is_none() => TokenStream::new(),
            Value::Block { label: None, is_unsafe: false, chunk, .. }
                if chunk.tail.is_some() && chunk.code.iter().all(|code| self.is_empty(section, code)) =>
            {
                self.chunk(section, chunk, discard, at_end)
            }
            Value::Block { label: None, is_unsafe: false, chunk, .. }
                if discard && chunk.tail.is_none() && is_lone_block(&chunk.code) =>
            {
                self.codes(section, &chunk.code, at_end)
            }
            Value::Block { label, is_unsafe, is_users, chunk } => {
                let code = self.chunk(section, chunk, discard, at_end);
                let label = label.as_ref().map(|label| hygienic!(#label:));
                // These braces are the user's: how long temporaries live depends on the edition that they are written in.
                let span = if *is_users { self.user_span() } else { proc_macro2::Span::mixed_site() };
                let block = braced(span, code);
                if *is_unsafe { hygienic!(unsafe #block) } else { hygienic!(#label #block) }
            }
            Value::Loop { label, chunk } => {
                let block = braced(self.user_span(), self.chunk(section, chunk, true, false));
                self.note_loop();
                hygienic!(#label: loop #block)
            }
            Value::If { cond, then, otherwise } => {
                let declared = self.declare(section, &super::super::build::bound_in(cond));
                let cond = self.binding(section, cond, &super::super::build::bound_in(cond));
                let then = self.chunk(section, then, discard, at_end);
                let span = self.user_span();
                let then = braced(span, joined(declared, then));
                let otherwise = otherwise.as_ref().map(|otherwise| {
                    let otherwise = braced(span, self.chunk(section, otherwise, discard, at_end));
                    quote_spanned!(span=> else #otherwise)
                });
                quote_spanned!(span=> if #cond #then #otherwise)
            }
            Value::Match { scrutinee, arms } => {
                let scrutinee = self.expr(section, scrutinee);
                let arms = arms.iter().map(|arm| {
                    let declared = self.declare(section, &bound(&arm.pat));
                    let pat = self.pat(&arm.pat);
                    let guard = arm.guard.as_ref().map(|guard| {
                        let guard = self.binding(section, guard, &bound(&arm.pat));
                        hygienic!(if #guard)
                    });
                    let code = self.chunk(section, &arm.chunk, discard, at_end);
                    let attrs = &arm.attrs;
                    let code = braced(self.user_span(), joined(declared, code));
                    hygienic!(#(#attrs)* #pat #guard => #code)
                });
                let span = self.user_span();
                let arms = braced(span, hygienic!(#(#arms)*));
                quote_spanned!(span=> match #scrutinee #arms)
            }
            _ => self.value(section, value),
        }
    }
}
