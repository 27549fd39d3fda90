//! One turn: the body of the step closure.
//!
//! ```text
//! [lowered]  let value: T = 'coroutine: { .. return Turn::Yielded(item); .. };
//!            *state = Done;
//!            Turn::Complete(value)
//! ```
//!
//! Where a macro may hide a `return`, the turn is a future of what the coroutine returns. It is polled once: a yield leaves it by waiting
//! for what never comes, so that a `return` can be the user's.
//!
//! ```text
//! [lowered]  let mut turn = None;
//!            let body = async { let value: T = 'coroutine: { .. turn = Some(Turn::Yielded(item)); match Abandoned.await {} .. }; value };
//!            match once(body) { Some(value) => { *state = Done; Turn::Complete(value) }, None => take(&mut turn) }
//! ```

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use super::super::plan::Class;
use super::super::sections::ROOT;
use super::Emit;
use super::code::at_span;
use crate::body::Flavor;

impl Emit<'_> {
    pub(super) fn step(&self) -> TokenStream {
        let sections = self.level(ROOT);
        let (items, prelude, label, release) = (self.items, self.prelude(), self.body_label(), self.release_relays());
        let turn = match self.body.flavor {
            Flavor::Coroutine if self.returns => self.returning(&hygienic! {
                #prelude
                #label: { #sections }
            }),
            Flavor::Coroutine => {
                let return_type = &self.body.return_type;
                let over = self.over_with(&release);
                let complete = self.complete();
                hygienic! {
                    #prelude
                    let value: #return_type = #label: { #sections };
                    #over
                    #complete
                }
            }
            Flavor::Iterator if self.returns => self.returning(&hygienic!(#prelude last = #label: { #sections };)),
            Flavor::Iterator => {
                let over = self.over_with(&release);
                let complete = self.complete();
                let last = self.is_left.then(|| hygienic!(let last =));
                hygienic! {
                    #prelude
                    #last #label: { #sections };
                    #over
                    #complete
                }
            }
        };
        let krate = &self.body.krate;
        let unseen = self.returns.then(|| hygienic!(#krate::__unseen_yields!($);));
        hygienic!(#(#items)* #unseen #turn)
    }

    /// A turn that ends with what `code` comes to, or a macro in it returns. The `last` item of an iterator is told aside.
    fn returning(&self, code: &TokenStream) -> TokenStream {
        let (krate, return_type) = (&self.body.krate, &self.body.return_type);
        let (over, complete) = (self.over_with(&TokenStream::new()), self.complete());
        let (last, told, value) = match self.body.flavor {
            Flavor::Coroutine => {
                let told = hygienic!(if false { return #krate::__private::returned::<#return_type>(); });
                (None, Some(told), hygienic!(value))
            }
            Flavor::Iterator => (Some(hygienic!(let mut last = ::core::option::Option::None;)), None, hygienic!(())),
        };
        hygienic! {
            let mut turn = ::core::option::Option::None;
            #last
            let body = async { #told #code };
            match #krate::__private::once(body) {
                ::core::option::Option::Some(#value) => { #over #complete }
                ::core::option::Option::None => #krate::__private::take(&mut turn),
            }
        }
    }

    /// What the body has come to: `value`, or the `last` item.
    fn complete(&self) -> TokenStream {
        let krate = &self.body.krate;
        match self.body.flavor {
            Flavor::Coroutine => hygienic!(#krate::__private::Turn::Complete(value)),
            Flavor::Iterator if !self.is_left => hygienic!(#krate::__private::Turn::Complete(())),
            Flavor::Iterator => hygienic! {
                match last {
                    ::core::option::Option::Some(item) => #krate::__private::Turn::Yielded(item),
                    ::core::option::Option::None => #krate::__private::Turn::Complete(()),
                }
            },
        }
    }

    /// The state of a machine that has ended. By way of `Panicked`: that is what stays if dropping the rest panics.
    fn over_with(&self, release: &TokenStream) -> TokenStream {
        let root = &self.names.enums[ROOT];
        // Nothing that is kept may be borrowed any more.
        let panicked = self.may_drop(ROOT).then(|| at_span(self.borrow_span(ROOT), hygienic!(*state = #root::Panicked;)));
        hygienic!(#release #panicked *state = #root::Done;)
    }

    /// Drops what is in the slots of the turn, in order.
    fn release_relays(&self) -> TokenStream {
        let relays = (0..self.locals.len())
            .rev()
            .filter(|local| self.plan.classes[*local] == Class::Relay && !self.locals.infos[*local].copy);
        let each = relays.map(|local| {
            let slot = self.names.slot(local);
            hygienic!(#slot = ::core::option::Option::None;)
        });
        each.collect()
    }

    /// Ends the turn, in the middle of the body.
    pub(super) fn leave_turn(&self, span: Span, turn: &TokenStream) -> TokenStream {
        let krate = &self.body.krate;
        if self.returns {
            quote_spanned!(span=> { turn = ::core::option::Option::Some(#turn); match #krate::__private::Abandoned.await {} })
        } else {
            quote_spanned!(span=> return #turn)
        }
    }
}
