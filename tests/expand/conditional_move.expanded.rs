//! A local that is moved on one path and dropped at the end on the other.
extern crate alloc;
use alloc::string::String;
use alloc::vec::Vec;
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
/// Keeps the line if it is told to.
pub fn conditional_move(
    line: String,
    kept: Vec<String>,
) -> impl Coroutine<bool, Yield = usize, Return = Vec<String>> {
    {
        #[allow(dead_code)]
        enum ConditionalMoveState<Line, Kept> {
            Done,
            Panicked,
            Start { kept: Kept, line: Line },
            WithKept {
                at: ConditionalMoveWithKept,
                kept: Kept,
                line: ::core::option::Option<Line>,
            },
        }
        #[allow(dead_code)]
        enum ConditionalMoveWithKept {
            Yield1,
            Yield2,
        }
        impl<Line, Kept> ::coro::__private::State for ConditionalMoveState<Line, Kept> {
            #[inline]
            fn panic(&mut self) {
                *self = ConditionalMoveState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let ConditionalMoveState::Done = *self { true } else { false }
            }
        }
        let start = ConditionalMoveState::Start {
            line: line,
            kept: kept,
        };
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut ConditionalMoveState<_, _>,
            argument: bool,
        | -> ::coro::__private::Turn<usize, Vec<String>> {
            ::coro::__private::same_type(state, types);
            let value: Vec<String> = 'coroutine: {
                if let ConditionalMoveState::WithKept { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let ConditionalMoveState::Start { .. } = *state {
                        let ConditionalMoveState::Start { mut line, mut kept } = ::core::mem::replace(
                            state,
                            ConditionalMoveState::Panicked,
                        ) else { ::coro::__private::unreachable() };
                        {
                            ::core::mem::drop(argument);
                            let yielded: usize = line.len();
                            ::coro::__private::enter(
                                state,
                                ConditionalMoveState::WithKept {
                                    line: ::core::option::Option::Some(line),
                                    kept,
                                    at: ConditionalMoveWithKept::Yield1,
                                },
                            );
                            return ::coro::__private::Turn::Yielded(yielded);
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let ConditionalMoveState::Done = *state {
                                true
                            } else {
                                false
                            },
                        )
                    }
                }
                if let ConditionalMoveState::WithKept {
                    ref mut line,
                    ref mut kept,
                    at: ref mut at1,
                } = *state {
                    if let ConditionalMoveWithKept::Yield1 = *at1 {
                        let mut resumed = argument;
                        if resumed {
                            (*kept).push(::coro::__private::take(line));
                        }
                        let yielded: usize = (*kept).len();
                        *at1 = ConditionalMoveWithKept::Yield2;
                        return ::coro::__private::Turn::Yielded(yielded);
                    }
                    if let ConditionalMoveWithKept::Yield2 = *at1 {
                        let ConditionalMoveState::WithKept {
                            mut line,
                            mut kept,
                            at: _,
                        } = ::core::mem::replace(state, ConditionalMoveState::Panicked)
                        else { ::coro::__private::unreachable() };
                        let line = &mut line;
                        ::core::mem::drop(argument);
                        break 'coroutine kept;
                    }
                }
                ::coro::__private::unreachable()
            };
            *state = ConditionalMoveState::Panicked;
            *state = ConditionalMoveState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
