//! The end of a section: the end of the body, or a jump.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::Expr;
use syn::spanned::Spanned;

use super::super::sections::{Entry, ExitId, FrameId, SectionId, Value};
use super::Emit;
use super::code::{at_span, joined, some};
use crate::body::Flavor;

impl Emit<'_> {
    /// Where the user wrote the type that a value is missing of.
    pub(super) fn return_span(&self) -> proc_macro2::Span {
        proc_macro2::Span::mixed_site().located_at(self.body.return_type.span())
    }

    pub(super) fn finish(&self, section: SectionId, value: Option<&Value>) -> TokenStream {
        let label = self.body_label();
        let (put_back, hand_back) = (self.put_back(section, None), self.hand_back(section, None));
        let put_back = joined(put_back, hand_back);
        match (self.body.flavor, value) {
            (Flavor::Coroutine, Some(value)) => {
                let simple = matches!(
                    value,
                    Value::Plain(
                        Expr::Path(_) | Expr::Lit(_) | Expr::Tuple(_) | Expr::Call(_) | Expr::MethodCall(_) | Expr::Binary(_)
                    )
                );
                let value = self.value(section, value);
                // A block after a label reads like a labelled block.
                let value = if simple { value } else { hygienic!((#value)) };
                if put_back.is_empty() {
                    hygienic!(break #label #value;)
                } else {
                    hygienic!(let value = #value; #put_back break #label value;)
                }
            }
            (Flavor::Coroutine, None) => {
                let unit = quote_spanned!(self.return_span()=> ());
                hygienic!(#put_back break #label #unit;)
            }
            (Flavor::Iterator, value) => {
                let value = value.map(|value| match value {
                    Value::Plain(expr) => {
                        let expr = self.expr(section, expr);
                        hygienic!(let () = #expr;)
                    }
                    other => self.discarded(section, other, false),
                });
                let put_back = some(put_back);
                let none = self.is_left.then(|| hygienic!((::core::option::Option::None)));
                hygienic!(#value #put_back break #label #none;)
            }
        }
    }

    pub(super) fn goto(&self, section: SectionId, target: SectionId, exit: ExitId, at_end: bool) -> TokenStream {
        let from = self.sections.sections[section].frame;
        let to = self.sections.sections[target].frame;
        let put_back = self.put_back(section, Some(target));
        let loops: Vec<FrameId> = self.sections.path(from).into_iter().filter(|frame| self.is_loop(*frame)).collect();
        let is_start = section == 0;
        if matches!(self.sections.sections[target].entry, Entry::Head) && loops.contains(&to) && !is_start {
            let innermost = loops.last() == Some(&to);
            let release = self.release(section, target);
            let put_back = joined(put_back, release);
            // The rows that follow look into frames that this section may have taken.
            if at_end && innermost && (self.plan.taken[section].is_empty() || self.falls_out(section, to)) {
                return put_back;
            }
            let put_back = some(put_back);
            if self.sections.single(to).is_some() {
                let label = self.loop_label(to);
                return hygienic!(#put_back continue #label;);
            }
            let next = self.use_label(&format!("next{to}"));
            return hygienic!(#put_back break #next;);
        }
        let (save, handed) = (self.release(section, target), self.hand_on(section, target, exit));
        let store = at_span(self.store_span(section, target), self.store(section, target, exit, false, &[]));
        let before = joined(joined(put_back, joined(save, handed)), store);
        let level = self.level_of(section, target);
        if self.dispatches(level) {
            let label = if self.is_loop(level) { self.loop_label(level) } else { self.use_label(&format!("level{level}")) };
            let before = some(before);
            return hygienic!(#before continue #label;);
        }
        let path = self.sections.path(from);
        let mut crossed = path.iter().filter(|frame| !is_start && !self.sections.is_inside(to, **frame));
        let jump = match crossed.next() {
            Some(_) if at_end && self.falls_out(section, to) => TokenStream::new(),
            Some(outermost) => {
                let leave = self.use_label(&format!("leave{}", self.chain(*outermost).1));
                hygienic!(break #leave;)
            }
            None if at_end => TokenStream::new(),
            None => {
                let label = self.use_label(&format!("section{section}"));
                hygienic!(break #label;)
            }
        };
        joined(before, jump)
    }
}
