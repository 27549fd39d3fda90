//! Yields in the arms of a `match`, and a value that it gives.
use coro::Coroutine;
/// What is said.
#[derive(Debug, Clone, Copy)]
pub enum Command {
    /// Nothing.
    Skip,
    /// A number.
    Push(u32),
    /// The end.
    Quit,
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
/// Answers each command.
pub fn match_arms() -> impl Coroutine<Command, Yield = Option<u32>, Return = u32> {
    {
        #[allow(dead_code)]
        enum MatchArmsState<Total> {
            Done,
            Panicked,
            Start,
            Loop1 { at: MatchArmsLoop1, total: Total },
        }
        #[allow(dead_code)]
        enum MatchArmsLoop1 {
            Head,
            Yield1,
            Yield2,
            Then1,
        }
        impl<Total> ::coro::__private::State for MatchArmsState<Total> {
            #[inline]
            fn panic(&mut self) {
                *self = MatchArmsState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let MatchArmsState::Done = *self { true } else { false }
            }
        }
        let start = MatchArmsState::Start;
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut MatchArmsState<_>,
            argument: Command,
        | -> ::coro::__private::Turn<Option<u32>, u32> {
            ::coro::__private::same_type(state, types);
            let mut argument = ::core::option::Option::Some(argument);
            let mut value0 = ::core::option::Option::None;
            let mut command_slot = ::core::option::Option::None;
            let value: u32 = 'coroutine: {
                if let MatchArmsState::Loop1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let MatchArmsState::Start = *state {
                        {
                            let first = ::coro::__private::take(&mut argument);
                            let mut command = first;
                            command_slot = ::core::option::Option::Some(command);
                            let mut total = 0;
                            ::coro::__private::enter(
                                state,
                                MatchArmsState::Loop1 {
                                    total,
                                    at: MatchArmsLoop1::Head,
                                },
                            );
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let MatchArmsState::Done = *state { true } else { false },
                        )
                    }
                }
                if let MatchArmsState::Loop1 { ref mut total, at: ref mut at2 } = *state {
                    'loop1: loop {
                        if let MatchArmsLoop1::Head = *at2 {
                            {
                                match ::coro::__private::take(&mut command_slot) {
                                    Command::Skip => {
                                        let yielded: Option<u32> = None;
                                        *at2 = MatchArmsLoop1::Yield1;
                                        return ::coro::__private::Turn::Yielded(yielded);
                                    }
                                    Command::Push(n) => {
                                        (*total) += n;
                                        let yielded: Option<u32> = Some((*total));
                                        *at2 = MatchArmsLoop1::Yield2;
                                        return ::coro::__private::Turn::Yielded(yielded);
                                    }
                                    Command::Quit => {
                                        break 'coroutine (*total);
                                    }
                                }
                            }
                        }
                        if let MatchArmsLoop1::Yield1 = *at2 {
                            value0 = ::core::option::Option::Some(
                                ::coro::__private::take(&mut argument),
                            );
                            *at2 = MatchArmsLoop1::Then1;
                        }
                        if let MatchArmsLoop1::Yield2 = *at2 {
                            value0 = ::core::option::Option::Some(
                                ::coro::__private::take(&mut argument),
                            );
                            *at2 = MatchArmsLoop1::Then1;
                        }
                        if let MatchArmsLoop1::Then1 = *at2 {
                            {
                                let mut operand = ::coro::__private::take(&mut value0);
                                command_slot = ::core::option::Option::Some(operand);
                            }
                        }
                        *at2 = MatchArmsLoop1::Head;
                    }
                }
                ::coro::__private::unreachable()
            };
            command_slot = ::core::option::Option::None;
            *state = MatchArmsState::Panicked;
            *state = MatchArmsState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
