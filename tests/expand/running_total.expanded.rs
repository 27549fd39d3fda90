//! A resume argument, and a yield in an operand.
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
/// Adds until the limit is reached.
pub fn running_total(limit: i64) -> impl Coroutine<i64, Yield = i64, Return = i64> {
    {
        #[allow(dead_code)]
        enum RunningTotalState<Total> {
            Done,
            Panicked,
            Start { limit: i64 },
            While1 { total: Total, limit: i64 },
        }
        #[allow(dead_code)]
        enum RunningTotalWhile1 {
            Head,
            Yield1,
        }
        impl<Total> ::coro::__private::State for RunningTotalState<Total> {
            #[inline]
            fn panic(&mut self) {
                *self = RunningTotalState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let RunningTotalState::Done = *self { true } else { false }
            }
        }
        let start = RunningTotalState::Start {
            limit: limit,
        };
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut RunningTotalState<_>,
            argument: i64,
        | -> ::coro::__private::Turn<i64, i64> {
            ::coro::__private::same_type(state, types);
            let at2 = &mut RunningTotalWhile1::Yield1;
            let value: i64 = 'coroutine: {
                if let RunningTotalState::While1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let RunningTotalState::Start { mut limit } = *state {
                        {
                            let first = argument;
                            let mut total = first;
                            ::coro::__private::enter(
                                state,
                                RunningTotalState::While1 {
                                    limit,
                                    total,
                                },
                            );
                            *at2 = RunningTotalWhile1::Head;
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let RunningTotalState::Done = *state {
                                true
                            } else {
                                false
                            },
                        )
                    }
                }
                if let RunningTotalState::While1 { ref mut limit, ref mut total } = *state {
                    'loop1: loop {
                        if let RunningTotalWhile1::Head = *at2 {
                            {
                                if (*total) < (*limit) {
                                    return ::coro::__private::Turn::Yielded((*total));
                                } else {
                                    break 'loop1;
                                }
                            }
                        }
                        if let RunningTotalWhile1::Yield1 = *at2 {
                            {
                                let mut resumed = argument;
                                (*total) += resumed;
                            }
                        }
                        *at2 = RunningTotalWhile1::Head;
                    }
                    let RunningTotalState::While1 { mut limit, mut total } = ::core::mem::replace(
                        state,
                        RunningTotalState::Panicked,
                    ) else { ::coro::__private::unreachable() };
                    break 'coroutine total;
                }
                ::coro::__private::unreachable()
            };
            *state = RunningTotalState::Panicked;
            *state = RunningTotalState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
