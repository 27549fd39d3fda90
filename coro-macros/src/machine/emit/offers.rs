//! Calls that may consume what is kept in the state.
//!
//! ```text
//! [source]  let open = door.unlock(key);
//! [lowered] let open = __offer!(door, |door| door => door.unlock(key));
//! ```
//!
//! Where what it returns might borrow from the local, its type is asked:
//!
//! ```text
//! [source]  let length = job.spent(); println!("{length}");
//! [lowered] let length = __choose!(AskNumber about (*held(job)).spent(); job, |job| job => job.spent());
//! ```

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::Expr;
use syn::spanned::Spanned;

use super::super::access::Access;
use super::super::flow::{Outcome, Question};
use super::super::locals::{Local, local_of, root};
use super::super::offers::{self, Offer};
use super::super::sections::SectionId;
use super::Emit;
use super::code::at_span;

/// What is offered, what is put aside before, and what becomes of the value.
pub(super) struct Offered<'a> {
    local: Local,
    given: TokenStream,
    outcome: &'a Outcome,
}

impl Emit<'_> {
    /// Whether `expr` is what some local is to be offered, and the offer, unless it has to be declined.
    pub(super) fn offered(&self, section: SectionId, expr: &Expr) -> Option<Option<(Offered<'_>, Expr)>> {
        if !self.facts.offers(section) {
            return None;
        }
        let offer = offers::of(expr, self.macros)?;
        let receiver = offer.receivers.iter().find(|receiver| self.facts.offered[**receiver].is_some())?;
        let (local, _) = offer.mentions.iter().find(|mention| mention.1 == *receiver)?;
        let is_elsewhere = matches!(self.access(section, *local), Access::Optional | Access::Slot);
        if !is_elsewhere || !self.is_clear(section, expr, *receiver) {
            return Some(None);
        }
        let mut expr = expr.clone();
        let given = self.given(section, &offer, &mut expr);
        let outcome = self.facts.offered[*receiver].as_ref()?;
        Some(Some((Offered { local: *local, given, outcome }, expr)))
    }

    /// `expr`, with what it is offered for a variable.
    pub(super) fn on_variable(&self, offered: &Offered, expr: &Expr) -> Expr {
        offers::with(expr, &|place| {
            let ident = root(place).filter(|_| local_of(place).is_some_and(|(other, _)| other == offered.local))?;
            Some(self.name(offered.local, ident).to_token_stream())
        })
    }

    /// Offers a local to `expr`, which takes it for a variable. `borrowing` is the same, but leaves the local where it is.
    pub(super) fn offer(
        &self,
        section: SectionId,
        offered: &Offered,
        expr: &Expr,
        borrowing: impl FnOnce() -> Expr,
    ) -> TokenStream {
        let Offered { local, given, outcome } = offered;
        let local = *local;
        let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
        let slot = match self.access(section, local) {
            Access::Slot => {
                let slot = self.names.slot(local);
                hygienic!(&mut #slot)
            }
            _ => name.to_token_stream(),
        };
        let mutability = self.locals.infos[local].mutable.then(|| hygienic!(mut));
        let span = Span::mixed_site().located_at(expr.span());
        let krate = at_span(span, self.body.krate.to_token_stream());
        // It may be a borrow of what is offered, as of `builder.size(3);`.
        let call = match outcome {
            Outcome::Unused => hygienic!({ #expr; }),
            Outcome::Ignored => hygienic!({ let _ = #expr; }),
            Outcome::Free | Outcome::Bound(_) | Outcome::Asked(_) => expr.to_token_stream(),
        };
        let offer = match outcome {
            Outcome::Asked(question) => {
                let ask = question.asked();
                let about = if offers::is_branch(expr) { hygienic!(about_question) } else { hygienic!(about) };
                let borrowing = borrowing();
                quote_spanned!(span=> #krate::__choose!(#ask #about #borrowing; #slot, |#mutability #name| #name => #call))
            }
            _ => quote_spanned!(span=> #krate::__offer!(#slot, |#mutability #name| #name => #call)),
        };
        if given.is_empty() { offer } else { hygienic!({ #given #offer }) }
    }

    /// Puts aside what `expr` moves out of variables: a closure would capture it by value.
    fn given(&self, section: SectionId, offer: &Offer, expr: &mut Expr) -> TokenStream {
        let krate = &self.body.krate;
        let mut given = TokenStream::new();
        for (index, (local, mention)) in offer.mentions.iter().enumerate() {
            let part = self.facts.part(*mention);
            if self.access(section, *local) != Access::Own || part.is_none() && !self.facts.moves[*mention] {
                continue;
            }
            let name = format_ident!("given{index}", span = proc_macro2::Span::mixed_site());
            let is_moved = |place: &Expr| match part {
                Some(part) => part.is(place),
                None => local_of(place).is_some_and(|(_, other)| other == *mention),
            };
            let value = core::cell::RefCell::new(TokenStream::new());
            *expr = offers::with(expr, &|place| {
                is_moved(place).then(|| {
                    value.replace(place.to_token_stream());
                    hygienic!(#krate::__private::take(&mut #name))
                })
            });
            let value = value.into_inner();
            given.extend(hygienic!(let mut #name = ::core::option::Option::Some(#value);));
        }
        given
    }
}

impl Question {
    /// The struct of `coro-core` that asks it.
    fn asked(self) -> TokenStream {
        match self {
            Question::Kept => hygienic!(AskKept),
            Question::Reference => hygienic!(AskReference),
            Question::Number => hygienic!(AskNumber),
        }
    }
}
