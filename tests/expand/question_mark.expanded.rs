//! `?` in a coroutine, and in an iterator of results.
use core::num::ParseIntError;
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
/// Sums up what parses.
///
/// # Errors
///
/// The first that does not.
pub fn sums(
    text: &str,
) -> impl Coroutine<Yield = u32, Return = Result<u32, ParseIntError>> + '_ {
    {
        #[allow(dead_code)]
        enum SumsState<Text, Sum, Word, Iter> {
            Done,
            Panicked,
            Start { text: Text },
            For1 { word: Word, iter: Iter, sum: Sum },
        }
        impl<Text, Sum, Word, Iter> ::coro::__private::State
        for SumsState<Text, Sum, Word, Iter> {
            #[inline]
            fn panic(&mut self) {
                *self = SumsState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let SumsState::Done = *self { true } else { false }
            }
        }
        let start = SumsState::Start { text: text };
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut SumsState<_, _, _, _>,
            _: (),
        | -> ::coro::__private::Turn<u32, Result<u32, ParseIntError>> {
            ::coro::__private::same_type(state, types);
            let value: Result<u32, ParseIntError> = 'coroutine: {
                if let SumsState::For1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let SumsState::Start { mut text } = *state {
                        {
                            let mut sum = 0;
                            {
                                let mut iter = ::core::iter::IntoIterator::into_iter(
                                    text.split(','),
                                );
                                ::coro::__private::enter(
                                    state,
                                    SumsState::For1 {
                                        sum,
                                        iter,
                                        word: ::coro::__private::nothing(),
                                    },
                                );
                            }
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let SumsState::Done = *state { true } else { false },
                        )
                    }
                }
                if let SumsState::For1 {
                    ref mut sum,
                    ref mut iter,
                    word: ref mut word_left,
                } = *state {
                    'loop1: loop {
                        *word_left = ::coro::__private::nothing();
                        {
                            let ::core::option::Option::Some(word) = ::core::iter::Iterator::next(
                                &mut (*iter),
                            ) else { break 'loop1 };
                            (*sum)
                                += match ::coro::__private::Branch::branch(
                                    word.parse::<u32>(),
                                ) {
                                    ::core::ops::ControlFlow::Continue(value) => value,
                                    ::core::ops::ControlFlow::Break(residual) => {
                                        break 'coroutine (::coro::__private::FromResidual::from_residual(
                                            residual,
                                        ));
                                    }
                                };
                            let yielded: u32 = (*sum);
                            *word_left = ::coro::__keep_lent!(
                                ::core::option::Option::Some(word)
                            );
                            return ::coro::__private::Turn::Yielded(yielded);
                        }
                    }
                    let SumsState::For1 { mut sum, mut iter, word: _ } = ::core::mem::replace(
                        state,
                        SumsState::Panicked,
                    ) else { ::coro::__private::unreachable() };
                    ::core::mem::drop(iter);
                    break 'coroutine Ok(sum);
                }
                ::coro::__private::unreachable()
            };
            *state = SumsState::Panicked;
            *state = SumsState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
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
/// What parses, and the first error.
pub fn parsed(text: &str) -> impl Iterator<Item = Result<u32, ParseIntError>> + '_ {
    let machine = {
        #[allow(dead_code)]
        enum ParsedState<Text, Word, Iter> {
            Done,
            Panicked,
            Start { text: Text },
            For1 { word: Word, iter: Iter },
        }
        impl<Text, Word, Iter> ::coro::__private::State
        for ParsedState<Text, Word, Iter> {
            #[inline]
            fn panic(&mut self) {
                *self = ParsedState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let ParsedState::Done = *self { true } else { false }
            }
        }
        let start = ParsedState::Start { text: text };
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut ParsedState<_, _, _>,
            _: (),
        | -> ::coro::__private::Turn<Result<u32, ParseIntError>, ()> {
            ::coro::__private::same_type(state, types);
            let last = 'coroutine: {
                if let ParsedState::For1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let ParsedState::Start { mut text } = *state {
                        {
                            let mut iter = ::core::iter::IntoIterator::into_iter(
                                text.split(','),
                            );
                            ::coro::__private::enter(
                                state,
                                ParsedState::For1 {
                                    iter,
                                    word: ::coro::__private::nothing(),
                                },
                            );
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let ParsedState::Done = *state { true } else { false },
                        )
                    }
                }
                if let ParsedState::For1 { ref mut iter, word: ref mut word_left } = *state {
                    'loop1: loop {
                        *word_left = ::coro::__private::nothing();
                        {
                            let ::core::option::Option::Some(word) = ::core::iter::Iterator::next(
                                &mut (*iter),
                            ) else { break 'loop1 };
                            let yielded: Result<u32, ParseIntError> = Ok(
                                match ::coro::__private::Branch::branch(word.parse()) {
                                    ::core::ops::ControlFlow::Continue(value) => value,
                                    ::core::ops::ControlFlow::Break(residual) => {
                                        break 'coroutine (::core::option::Option::Some(
                                            ::coro::__private::FromResidual::from_residual(residual),
                                        ));
                                    }
                                },
                            );
                            *word_left = ::coro::__keep_lent!(
                                ::core::option::Option::Some(word)
                            );
                            return ::coro::__private::Turn::Yielded(yielded);
                        }
                    }
                    *state = ParsedState::Panicked;
                    break 'coroutine (::core::option::Option::None);
                }
                ::coro::__private::unreachable()
            };
            *state = ParsedState::Panicked;
            *state = ParsedState::Done;
            match last {
                ::core::option::Option::Some(item) => {
                    ::coro::__private::Turn::Yielded(item)
                }
                ::core::option::Option::None => ::coro::__private::Turn::Complete(()),
            }
        };
        ::coro::__private::MachineIter {
            state: start,
            step,
        }
    };
    machine
}
