//! The simplest: a loop over a counter.
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
/// From `n` down to one.
pub fn counter(n: u32) -> impl Iterator<Item = u32> + Clone {
    let machine = {
        #[allow(dead_code)]
        #[derive(::core::clone::Clone)]
        enum CounterState {
            Done,
            Panicked,
            Start { n: u32 },
            For1 { iter: ::core::iter::Rev<::core::ops::RangeInclusive<u32>> },
        }
        impl ::coro::__private::State for CounterState {
            #[inline]
            fn panic(&mut self) {
                *self = CounterState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let CounterState::Done = *self { true } else { false }
            }
        }
        let start = CounterState::Start { n: n };
        let step = move |
            state: &mut CounterState,
            _: (),
        | -> ::coro::__private::Turn<u32, ()> {
            'coroutine: {
                if let CounterState::For1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let CounterState::Start { mut n } = *state {
                        {
                            let mut iter = ::core::iter::IntoIterator::into_iter(
                                (1..=n).rev(),
                            );
                            *state = CounterState::For1 { iter };
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let CounterState::Done = *state { true } else { false },
                        )
                    }
                }
                if let CounterState::For1 { ref mut iter } = *state {
                    'loop1: loop {
                        {
                            let ::core::option::Option::Some(i) = ::core::iter::Iterator::next(
                                &mut (*iter),
                            ) else { break 'loop1 };
                            return ::coro::__private::Turn::Yielded(i);
                        }
                    }
                    break 'coroutine;
                }
                ::coro::__private::unreachable()
            };
            *state = CounterState::Done;
            ::coro::__private::Turn::Complete(())
        };
        ::coro::__private::MachineIter {
            state: start,
            step,
        }
    };
    machine
}
