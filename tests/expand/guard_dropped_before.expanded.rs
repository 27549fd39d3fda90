//! A guard that is gone before the yield, and one that is held over it.
extern crate alloc;
use alloc::vec::Vec;
use core::cell::RefCell;
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
/// Empties the queue.
pub fn guard_dropped_before<'a>(
    queue: &'a RefCell<Vec<u32>>,
    log: &'a RefCell<Vec<u32>>,
) -> impl Coroutine<Yield = u32, Return = ()> + 'a {
    {
        #[allow(dead_code)]
        enum GuardDroppedBeforeState<Queue, Log, Log2> {
            Done,
            Panicked,
            Start { log: Log, queue: Queue },
            Loop1 { log_2: ::core::option::Option<Log2>, queue: Queue },
        }
        impl<Queue, Log, Log2> ::coro::__private::State
        for GuardDroppedBeforeState<Queue, Log, Log2> {
            #[inline]
            fn panic(&mut self) {
                *self = GuardDroppedBeforeState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let GuardDroppedBeforeState::Done = *self { true } else { false }
            }
        }
        let start = GuardDroppedBeforeState::Start {
            queue: queue,
            log: log,
        };
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut GuardDroppedBeforeState<_, _, _>,
            _: (),
        | -> ::coro::__private::Turn<u32, ()> {
            ::coro::__private::same_type(state, types);
            let value: () = 'coroutine: {
                if let GuardDroppedBeforeState::Loop1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let GuardDroppedBeforeState::Start { mut queue, mut log } = *state {
                        {
                            let mut log_2 = log.borrow_mut();
                            ::coro::__private::enter(
                                state,
                                GuardDroppedBeforeState::Loop1 {
                                    queue,
                                    log_2: ::core::option::Option::Some(log_2),
                                },
                            );
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let GuardDroppedBeforeState::Done = *state {
                                true
                            } else {
                                false
                            },
                        )
                    }
                }
                if let GuardDroppedBeforeState::Loop1 { ref mut queue, ref mut log_2 } = *state {
                    let broken = 'loop1: loop {
                        let log_2_home = &mut *log_2;
                        let mut log_2 = ::coro::__private::take(log_2_home);
                        {
                            let next = {
                                let mut guard = (*queue).borrow_mut();
                                guard.pop()
                            };
                            let Some(item) = next else {
                                {
                                    ::coro::__put_back!(log_2_home, log_2);
                                    break 'loop1;
                                };
                            };
                            log_2.push(item);
                            let yielded: u32 = item;
                            *log_2_home = ::core::option::Option::Some(log_2);
                            return ::coro::__private::Turn::Yielded(yielded);
                        }
                    };
                    let GuardDroppedBeforeState::Loop1 { mut queue, mut log_2 } = ::core::mem::replace(
                        state,
                        GuardDroppedBeforeState::Panicked,
                    ) else { ::coro::__private::unreachable() };
                    let log_2 = &mut log_2;
                    break 'coroutine (broken);
                }
                ::coro::__private::unreachable()
            };
            *state = GuardDroppedBeforeState::Panicked;
            *state = GuardDroppedBeforeState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
