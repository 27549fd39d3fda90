//! Returning from the middle, and from a condition that yields.
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
/// Guesses until it is right.
pub fn early_return(
    low: u32,
    high: u32,
) -> impl Coroutine<bool, Yield = u32, Return = Option<u32>> {
    {
        #[allow(dead_code)]
        enum EarlyReturnState {
            Done,
            Panicked,
            Start { high: u32, low: u32 },
            For1 { at: EarlyReturnFor1, iter: ::core::ops::Range<u32> },
        }
        #[allow(dead_code)]
        enum EarlyReturnFor1 {
            Head,
            Yield1 { guess: u32 },
        }
        impl ::coro::__private::State for EarlyReturnState {
            #[inline]
            fn panic(&mut self) {
                *self = EarlyReturnState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let EarlyReturnState::Done = *self { true } else { false }
            }
        }
        let start = EarlyReturnState::Start {
            low: low,
            high: high,
        };
        let step = move |
            state: &mut EarlyReturnState,
            argument: bool,
        | -> ::coro::__private::Turn<u32, Option<u32>> {
            let value: Option<u32> = 'coroutine: {
                if let EarlyReturnState::For1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let EarlyReturnState::Start { mut low, mut high } = *state {
                        {
                            ::core::mem::drop(argument);
                            {
                                let mut iter = ::core::iter::IntoIterator::into_iter(
                                    low..high,
                                );
                                *state = EarlyReturnState::For1 {
                                    iter,
                                    at: EarlyReturnFor1::Head,
                                };
                            }
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let EarlyReturnState::Done = *state {
                                true
                            } else {
                                false
                            },
                        )
                    }
                }
                if let EarlyReturnState::For1 { ref mut iter, at: ref mut at3 } = *state {
                    'loop1: loop {
                        if let EarlyReturnFor1::Head = *at3 {
                            {
                                let ::core::option::Option::Some(guess) = ::core::iter::Iterator::next(
                                    &mut (*iter),
                                ) else { break 'loop1 };
                                let yielded: u32 = guess;
                                *at3 = EarlyReturnFor1::Yield1 { guess };
                                return ::coro::__private::Turn::Yielded(yielded);
                            }
                        }
                        if let EarlyReturnFor1::Yield1 { ref mut guess } = *at3 {
                            {
                                let mut resumed = argument;
                                if resumed {
                                    break 'coroutine (Some((*guess)));
                                }
                            }
                        }
                        *at3 = EarlyReturnFor1::Head;
                    }
                    break 'coroutine None;
                }
                ::coro::__private::unreachable()
            };
            *state = EarlyReturnState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
