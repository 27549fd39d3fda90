//! Puts the machine into the user's function, or into an expression for `coro!`.

use crate::{
    body::{Form, Kind},
    input::function::Function,
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Path, spanned::Spanned};

/// What the caller gets: the coroutine itself, an iterator, a stream or a future, or any of these in a box.
pub struct Wrapper {
    pub kind: Kind,
    pub form: Form,
    pub boxing: Boxing,
    pub object: Object,
    pub krate: Path,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boxing {
    Unboxed,
    Box,
    PinBox,
}

/// What a box of it is seen as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    /// A `dyn` with no bounds but these.
    Dyn { is_send: bool, is_sync: bool },
    /// A type of which values may be moved, or a `dyn` with other bounds.
    Other,
}

/// ```text
/// [source]   fn f(n: u32) -> Box<dyn Iterator<Item = u32>> { .. }
/// [lowered]  #[allow(..)]
///            fn f(n: u32) -> Box<dyn Iterator<Item = u32>> { let machine = <machine>; Box::new(machine) }
/// ```
pub fn function(function: &Function, wrapper: &Wrapper, lowered: TokenStream) -> TokenStream {
    let allowed = allowed_lints();
    let pinned = wrapper.is_pinned().then(|| pinned_lints(wrapper.kind));
    let function = function.with_body(&wrapper.apply(lowered));
    quote!(#allowed #pinned #function)
}

/// ```text
/// [source]   coro!(move |first| { .. })
/// [lowered]  { #[allow(..)] let machine = <machine>; machine }
/// ```
pub fn closure(lints: &[syn::Attribute], form: Form, machine: &TokenStream) -> TokenStream {
    let allowed = allowed_lints();
    let pinned = (form != Form::Movable).then(|| pinned_lints(Kind::Coroutine));
    let name = Ident::new("machine", Span::mixed_site());
    quote_spanned!(Span::mixed_site()=> { #allowed #pinned #(#lints)* let #name = #machine; #name })
}

impl Wrapper {
    /// What the function's braces hold.
    fn apply(&self, lowered: TokenStream) -> TokenStream {
        let span = self.span();
        let krate = &self.krate;
        let private = quote_spanned!(span=> #krate::__private);
        if let Some(settled) = self.settled(&private, &lowered) {
            return settled;
        }
        // By itself: else all that it is made into would have to be kept in mind while its body is checked.
        let machine = (self.kind == Kind::Iterator && !self.is_pinned()).then(|| quote_spanned!(span=> let machine = #lowered;));
        let value = match (self.kind, self.form) {
            (Kind::Iterator, Form::Movable) => quote_spanned!(span=> machine),
            (Kind::Iterator, _) => quote_spanned!(span=> #private::boxed_iter(#lowered)),
            (Kind::Stream, _) if self.pins_itself() => quote_spanned!(span=> #private::boxed_stream(#lowered)),
            (Kind::Stream, _) => quote_spanned!(span=> #private::stream(#lowered)),
            (Kind::Coroutine | Kind::Future, _) => lowered,
        };
        let value =
            if self.pins_itself() && self.kind != Kind::Stream { quote_spanned!(span=> #private::Box::pin(#value)) } else { value };
        match self.boxing {
            Boxing::Unboxed => quote_spanned!(span=> #machine #value),
            Boxing::Box => quote_spanned!(span=> #machine #private::Box::new(#value)),
            Boxing::PinBox => quote_spanned!(span=> #machine #private::Box::pin(#value)),
        }
    }

    /// An iterator in one box, if that can do.
    fn settled(&self, private: &TokenStream, lowered: &TokenStream) -> Option<TokenStream> {
        let Object::Dyn { is_send, is_sync } = self.object else { return None };
        if self.kind != Kind::Iterator || !self.is_pinned() {
            return None;
        }
        let settle = match (is_send, is_sync) {
            (false, false) => "settle",
            (true, false) => "settle_send",
            (false, true) => "settle_sync",
            (true, true) => "settle_send_sync",
        };
        let settle = Ident::new(settle, self.span());
        let settled = quote_spanned!(self.span()=> #private::#settle(#lowered));
        match self.boxing {
            Boxing::Unboxed => None,
            Boxing::Box => Some(settled),
            Boxing::PinBox => Some(quote_spanned!(self.span()=> #private::Box::into_pin(#settled))),
        }
    }

    /// Whether it is boxed beyond what the return type says.
    fn pins_itself(&self) -> bool {
        self.form == Form::Boxed && self.kind != Kind::Iterator && self.boxing != Boxing::PinBox
    }

    /// Whether `rustc` lays it out.
    pub fn is_pinned(&self) -> bool {
        self.form != Form::Movable || self.kind.awaits()
    }

    /// Where the crate's name is said to stand, there stands all else: at the attribute.
    fn span(&self) -> Span {
        Span::mixed_site().located_at(self.krate.span())
    }
}

/// The lints that generated code would set off through no fault of the user's. Those of clippy would take rustc longer to look up than
/// it takes to drop them.
fn allowed_lints() -> TokenStream {
    quote_spanned! {Span::mixed_site()=>
        #[allow(
            unreachable_code, // what follows a diverging statement is still emitted, to keep its types
            unused_variables, // a local is read in some sections only
            non_shorthand_field_patterns, // a field pattern is written out
            unused_assignments, // a local kept for its drop alone is written and not read
            unused_mut, // a local is `mut` in every part of the step if it is in one
            unused_labels, // a loop keeps its label though what used it became a state
            unused_parens, // an operand keeps its parentheses though it became a statement
            unused_braces, // likewise
            unused_unsafe, // a yield in an `unsafe` block divides it
            single_use_lifetimes, // an elided lifetime of a resume argument gets a name
        )]
        #[cfg_attr(clippy, allow(
            clippy::redundant_else, // what diverges may be followed by what joins it
            clippy::suspicious_else_formatting, // the braces come from different places
            clippy::drop_non_drop, // what a loop leaves behind may have nothing to drop
            clippy::if_not_else, // a `while` became an `if`
            clippy::redundant_field_names, // likewise
            clippy::let_underscore_untyped, // a value is dropped
            clippy::never_loop, // a loop may be left by every path once its yields are returns
            clippy::needless_return, // a yield is a `return`
            clippy::diverging_sub_expression, // a `?` is a `break`
            clippy::unnecessary_semicolon, // likewise, before the user's `;`
            clippy::unused_unit, // a `return` without a value is a `break` with `()`
            clippy::needless_else, // an empty `else` stands beside a branch that yields
            clippy::redundant_pattern_matching, // a condition of a chain became a statement
            clippy::semicolon_if_nothing_returned, // a block may end where the user's does not
            clippy::cognitive_complexity, // the emitted control flow is not the user's
            clippy::too_many_lines, // likewise
            clippy::items_after_statements, // the state is declared inside the function
            clippy::large_enum_variant, // the user chose what is kept
            clippy::let_unit_value, // what is kept may be `()`
            clippy::missing_const_for_fn, // that making the machine could be `const` is an accident
            clippy::used_underscore_binding, // `_x` is kept for its drop
            clippy::no_effect_underscore_binding, // likewise
        ))]
    }
}

/// Those of an `async` closure.
fn pinned_lints(kind: Kind) -> TokenStream {
    let held = (!kind.awaits()).then(|| {
        quote_spanned! {Span::mixed_site()=>
            #[allow(
                clippy::await_holding_lock, // what is awaited is the caller, on the same thread
                clippy::await_holding_refcell_ref, // likewise
                clippy::await_holding_invalid_type, // likewise
            )]
        }
    });
    quote_spanned! {Span::mixed_site()=>
        #held
        #[allow(
            clippy::unit_arg, // what is yielded is an argument
            clippy::large_futures, // the user chose what is kept
        )]
    }
}
