//! A yield in the inner one of two loops, and a label.
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
/// Pairs whose product is small.
pub fn nested_loops(n: u32) -> impl Iterator<Item = (u32, u32)> {
    let machine = {
        #[allow(dead_code)]
        enum NestedLoopsState {
            Done,
            Panicked,
            Start { n: u32 },
            For1 { at: NestedLoopsFor1, iter_2: ::core::ops::Range<u32>, n: u32 },
        }
        #[allow(dead_code)]
        enum NestedLoopsFor1 {
            Head,
            For2 { iter_3: ::core::ops::Range<u32>, i: u32 },
        }
        impl ::coro::__private::State for NestedLoopsState {
            #[inline]
            fn panic(&mut self) {
                *self = NestedLoopsState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let NestedLoopsState::Done = *self { true } else { false }
            }
        }
        let start = NestedLoopsState::Start { n: n };
        let step = move |
            state: &mut NestedLoopsState,
            _: (),
        | -> ::coro::__private::Turn<(u32, u32), ()> {
            'coroutine: {
                if let NestedLoopsState::For1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let NestedLoopsState::Start { mut n } = *state {
                        {
                            let mut iter_2 = ::core::iter::IntoIterator::into_iter(1..n);
                            *state = NestedLoopsState::For1 {
                                n,
                                iter_2,
                                at: NestedLoopsFor1::Head,
                            };
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let NestedLoopsState::Done = *state {
                                true
                            } else {
                                false
                            },
                        )
                    }
                }
                if let NestedLoopsState::For1 {
                    ref mut n,
                    ref mut iter_2,
                    at: ref mut at3,
                } = *state {
                    'rows: loop {
                        'next3: {
                            match *at3 {
                                NestedLoopsFor1::Head => {
                                    let ::core::option::Option::Some(i) = ::core::iter::Iterator::next(
                                        &mut (*iter_2),
                                    ) else { break 'rows };
                                    {
                                        let mut iter_3 = ::core::iter::IntoIterator::into_iter(
                                            i..(*n),
                                        );
                                        *at3 = NestedLoopsFor1::For2 { i, iter_3 };
                                        continue 'rows;
                                    }
                                }
                                NestedLoopsFor1::For2 { ref mut i, ref mut iter_3 } => {
                                    'loop1: loop {
                                        {
                                            let ::core::option::Option::Some(j) = ::core::iter::Iterator::next(
                                                &mut (*iter_3),
                                            ) else { break 'loop1 };
                                            if (*i) * j > 20 {
                                                break 'next3;
                                            }
                                            return ::coro::__private::Turn::Yielded(((*i), j));
                                        }
                                    }
                                }
                            }
                        }
                        *at3 = NestedLoopsFor1::Head;
                    }
                    break 'coroutine;
                }
                ::coro::__private::unreachable()
            };
            *state = NestedLoopsState::Done;
            ::coro::__private::Turn::Complete(())
        };
        ::coro::__private::MachineIter {
            state: start,
            step,
        }
    };
    machine
}
