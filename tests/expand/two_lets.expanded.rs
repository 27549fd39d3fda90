//! Two values asked for in a row.
extern crate alloc;
use alloc::string::String;
use coro::Coroutine;
#[allow(
    unreachable_code,
    unused_variables,
    non_shorthand_field_patterns,
    unused_assignments,
    unused_mut,
    unused_labels,
    unused_parens,
    unused_braces,
    unused_unsafe,
    single_use_lifetimes,
)]
#[cfg_attr(
    clippy,
    allow(
        clippy::redundant_else,
        clippy::suspicious_else_formatting,
        clippy::drop_non_drop,
        clippy::if_not_else,
        clippy::redundant_field_names,
        clippy::let_underscore_untyped,
        clippy::never_loop,
        clippy::needless_return,
        clippy::diverging_sub_expression,
        clippy::unnecessary_semicolon,
        clippy::unused_unit,
        clippy::needless_else,
        clippy::redundant_pattern_matching,
        clippy::semicolon_if_nothing_returned,
        clippy::cognitive_complexity,
        clippy::too_many_lines,
        clippy::items_after_statements,
        clippy::large_enum_variant,
        clippy::let_unit_value,
        clippy::missing_const_for_fn,
        clippy::used_underscore_binding,
        clippy::no_effect_underscore_binding,
    )
)]
/// Asks for a name and an age.
pub fn two_lets() -> impl Coroutine<
    String,
    Yield = &'static str,
    Return = (String, String),
> {
    {
        #[allow(dead_code)]
        enum TwoLetsState<Name> {
            Done,
            Panicked,
            Start,
            Yield1,
            Yield2 { name: Name },
        }
        impl<Name> ::coro::__private::State for TwoLetsState<Name> {
            #[inline]
            fn panic(&mut self) {
                *self = TwoLetsState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let TwoLetsState::Done = *self { true } else { false }
            }
        }
        let start = TwoLetsState::Start;
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut TwoLetsState<_>,
            argument: String,
        | -> ::coro::__private::Turn<&'static str, (String, String)> {
            ::coro::__private::same_type(state, types);
            let mut argument = ::core::option::Option::Some(argument);
            let value: (String, String) = 'coroutine: {
                if let TwoLetsState::Start = *state {
                    {
                        ::core::mem::drop(::coro::__private::take(&mut argument));
                        let yielded: &'static str = "name";
                        ::coro::__private::enter(state, TwoLetsState::Yield1);
                        return ::coro::__private::Turn::Yielded(yielded);
                    }
                }
                if let TwoLetsState::Yield1 = *state {
                    let name = ::coro::__private::take(&mut argument);
                    let yielded: &'static str = "age";
                    ::coro::__private::enter(state, TwoLetsState::Yield2 { name });
                    return ::coro::__private::Turn::Yielded(yielded);
                }
                if let TwoLetsState::Yield2 { .. } = *state {
                    let TwoLetsState::Yield2 { mut name } = ::core::mem::replace(
                        state,
                        TwoLetsState::Panicked,
                    ) else { ::coro::__private::unreachable() };
                    let age = ::coro::__private::take(&mut argument);
                    break 'coroutine (name, age);
                }
                match *state {
                    TwoLetsState::Done | TwoLetsState::Panicked => {
                        return ::coro::__private::Turn::Over(
                            if let TwoLetsState::Done = *state { true } else { false },
                        );
                    }
                    _ => ::coro::__private::unreachable(),
                }
            };
            *state = TwoLetsState::Panicked;
            *state = TwoLetsState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
