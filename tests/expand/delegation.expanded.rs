//! One coroutine inside another, and the items of an iterator.
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
/// Counts up to the limit and gives it back.
pub fn part(limit: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
    {
        #[allow(dead_code)]
        enum PartState<N> {
            Done,
            Panicked,
            Start { limit: u8 },
            While1 { n: N, limit: u8 },
        }
        #[allow(dead_code)]
        enum PartWhile1 {
            Head,
            Yield1,
        }
        impl<N> ::coro::__private::State for PartState<N> {
            #[inline]
            fn panic(&mut self) {
                *self = PartState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let PartState::Done = *self { true } else { false }
            }
        }
        let start = PartState::Start { limit: limit };
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut PartState<_>,
            argument: u8,
        | -> ::coro::__private::Turn<u8, u8> {
            ::coro::__private::same_type(state, types);
            let at2 = &mut PartWhile1::Yield1;
            let value: u8 = 'coroutine: {
                if let PartState::While1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let PartState::Start { mut limit } = *state {
                        {
                            let first = argument;
                            let mut n = first;
                            ::coro::__private::enter(
                                state,
                                PartState::While1 { limit, n },
                            );
                            *at2 = PartWhile1::Head;
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let PartState::Done = *state { true } else { false },
                        )
                    }
                }
                if let PartState::While1 { ref mut limit, ref mut n } = *state {
                    'loop1: loop {
                        if let PartWhile1::Head = *at2 {
                            {
                                if (*n) < (*limit) {
                                    return ::coro::__private::Turn::Yielded((*n));
                                } else {
                                    break 'loop1;
                                }
                            }
                        }
                        if let PartWhile1::Yield1 = *at2 {
                            {
                                let mut resumed = argument;
                                (*n) += resumed;
                            }
                        }
                        *at2 = PartWhile1::Head;
                    }
                    let PartState::While1 { mut limit, mut n } = ::core::mem::replace(
                        state,
                        PartState::Panicked,
                    ) else { ::coro::__private::unreachable() };
                    break 'coroutine n;
                }
                ::coro::__private::unreachable()
            };
            *state = PartState::Panicked;
            *state = PartState::Done;
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
/// Two of them and a tail.
pub fn delegation() -> impl Coroutine<u8, Yield = u8, Return = u8> {
    {
        #[allow(dead_code)]
        enum DelegationState<
            Delegate2,
            Argument2,
            Left,
            Delegate3,
            Argument3,
            Right,
            Iter,
        > {
            Done,
            Panicked,
            Start,
            Then1,
            Loop1 { argument_2: Argument2, delegate_2: Delegate2 },
            WithLeft {
                at: DelegationWithLeft<Delegate3, Argument3, Right, Iter>,
                left: Left,
            },
        }
        #[allow(dead_code)]
        enum DelegationLoop1 {
            Head,
            Yield1,
        }
        #[allow(dead_code)]
        enum DelegationWithLeft<Delegate3, Argument3, Right, Iter> {
            Then2,
            Loop2 {
                argument_3: Argument3,
                delegate_3: ::core::option::Option<Delegate3>,
            },
            For3 { iter: Iter, right: Right },
        }
        #[allow(dead_code)]
        enum DelegationLoop2 {
            Head,
            Yield2,
        }
        impl<
            Delegate2,
            Argument2,
            Left,
            Delegate3,
            Argument3,
            Right,
            Iter,
        > ::coro::__private::State
        for DelegationState<
            Delegate2,
            Argument2,
            Left,
            Delegate3,
            Argument3,
            Right,
            Iter,
        > {
            #[inline]
            fn panic(&mut self) {
                *self = DelegationState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let DelegationState::Done = *self { true } else { false }
            }
        }
        let start = DelegationState::Start;
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut DelegationState<_, _, _, _, _, _, _>,
            argument: u8,
        | -> ::coro::__private::Turn<u8, u8> {
            ::coro::__private::same_type(state, types);
            let mut value0 = ::core::option::Option::None;
            let mut value1 = ::core::option::Option::None;
            let at3 = &mut DelegationLoop1::Yield1;
            let at7 = &mut DelegationLoop2::Yield2;
            let mut argument_2_slot = ::core::option::Option::None;
            let mut argument_3_slot = ::core::option::Option::None;
            let value: u8 = 'coroutine: {
                if let DelegationState::Start = *state {
                    {
                        let first = argument;
                        match (part(10), first) {
                            (mut delegate_2, mut argument_2) => {
                                argument_2_slot = ::core::option::Option::Some(argument_2);
                                ::coro::__private::enter(
                                    state,
                                    DelegationState::Loop1 {
                                        delegate_2,
                                        argument_2: {
                                            let left = ::coro::__private::empty(&argument_2_slot);
                                            ::coro::__keep!(left)
                                        },
                                    },
                                );
                                *at3 = DelegationLoop1::Head;
                            }
                        }
                    }
                }
                if let DelegationState::Loop1 {
                    ref mut delegate_2,
                    argument_2: ref mut argument_2_kept,
                } = *state {
                    let broken = 'loop1: loop {
                        if let DelegationLoop1::Head = *at3 {
                            {
                                match ::coro::Coroutine::<
                                    _,
                                >::resume(
                                    ::core::pin::Pin::new(&mut (*delegate_2)),
                                    ::coro::__private::take(&mut argument_2_slot),
                                ) {
                                    ::coro::CoroutineState::Yielded(item) => {
                                        let yielded: u8 = item;
                                        {
                                            let left = argument_2_slot.take();
                                            *argument_2_kept = ::coro::__keep!(left);
                                        }
                                        return ::coro::__private::Turn::Yielded(yielded);
                                    }
                                    ::coro::CoroutineState::Complete(value) => {
                                        break 'loop1 value;
                                    }
                                }
                            }
                        }
                        if let DelegationLoop1::Yield1 = *at3 {
                            argument_2_slot = ::coro::__private::Restore::restore(
                                argument_2_kept,
                            );
                            {
                                let mut resumed_2 = argument;
                                argument_2_slot = ::core::option::Option::Some(resumed_2);
                            }
                        }
                        *at3 = DelegationLoop1::Head;
                    };
                    let DelegationState::Loop1 {
                        mut delegate_2,
                        argument_2: mut argument_2_kept,
                    } = ::core::mem::replace(state, DelegationState::Panicked) else {
                        ::coro::__private::unreachable()
                    };
                    let mut argument_2_slot = argument_2_slot.take();
                    value0 = ::core::option::Option::Some({
                        let mut delegate_2 = delegate_2;
                        let mut argument_2_slot = argument_2_slot;
                        broken
                    });
                    argument_2_slot = ::core::option::Option::None;
                    ::coro::__private::enter(state, DelegationState::Then1);
                }
                if let DelegationState::Then1 = *state {
                    let left = ::coro::__private::take(&mut value0);
                    match (part(20), left) {
                        (mut delegate_3, mut argument_3) => {
                            argument_3_slot = ::core::option::Option::Some(argument_3);
                            ::coro::__private::enter(
                                state,
                                DelegationState::WithLeft {
                                    left,
                                    at: DelegationWithLeft::Loop2 {
                                        delegate_3: ::core::option::Option::Some(delegate_3),
                                        argument_3: {
                                            let left = ::coro::__private::empty(&argument_3_slot);
                                            ::coro::__keep!(left)
                                        },
                                    },
                                },
                            );
                            *at7 = DelegationLoop2::Head;
                        }
                    }
                }
                if let DelegationState::WithLeft { ref mut left, at: ref mut at5 } = *state {
                    if let DelegationWithLeft::Loop2 {
                        ref mut delegate_3,
                        argument_3: ref mut argument_3_kept,
                    } = *at5 {
                        let broken = 'loop2: loop {
                            if let DelegationLoop2::Head = *at7 {
                                let delegate_3_home = &mut *delegate_3;
                                let mut delegate_3 = ::coro::__private::take(
                                    delegate_3_home,
                                );
                                {
                                    match ::coro::Coroutine::<
                                        _,
                                    >::resume(
                                        ::core::pin::Pin::new(&mut delegate_3),
                                        ::coro::__private::take(&mut argument_3_slot),
                                    ) {
                                        ::coro::CoroutineState::Yielded(item) => {
                                            let yielded: u8 = item;
                                            *delegate_3_home = ::core::option::Option::Some(delegate_3);
                                            {
                                                let left = argument_3_slot.take();
                                                *argument_3_kept = ::coro::__keep!(left);
                                            }
                                            return ::coro::__private::Turn::Yielded(yielded);
                                        }
                                        ::coro::CoroutineState::Complete(value) => {
                                            {
                                                let value = value;
                                                ::coro::__put_back!(delegate_3_home, delegate_3);
                                                break 'loop2 value;
                                            };
                                        }
                                    }
                                }
                            }
                            if let DelegationLoop2::Yield2 = *at7 {
                                argument_3_slot = ::coro::__private::Restore::restore(
                                    argument_3_kept,
                                );
                                {
                                    let mut resumed_3 = argument;
                                    argument_3_slot = ::core::option::Option::Some(resumed_3);
                                }
                            }
                            *at7 = DelegationLoop2::Head;
                        };
                        let DelegationWithLeft::Loop2 {
                            mut delegate_3,
                            argument_3: mut argument_3_kept,
                        } = ::core::mem::replace(at5, DelegationWithLeft::Then2) else {
                            ::coro::__private::unreachable()
                        };
                        let delegate_3 = &mut delegate_3;
                        let mut argument_3_slot = argument_3_slot.take();
                        value1 = ::core::option::Option::Some({
                            let delegate_3 = &mut delegate_3.take();
                            let mut argument_3_slot = argument_3_slot;
                            broken
                        });
                        argument_3_slot = ::core::option::Option::None;
                        ::coro::__private::enter(at5, DelegationWithLeft::Then2);
                    }
                    if let DelegationWithLeft::Then2 = *at5 {
                        let right = ::coro::__private::take(&mut value1);
                        {
                            let mut iter = ::core::iter::IntoIterator::into_iter([
                                (*left),
                                right,
                            ]);
                            ::coro::__private::enter(
                                at5,
                                DelegationWithLeft::For3 {
                                    right,
                                    iter,
                                },
                            );
                        }
                    }
                    if let DelegationWithLeft::For3 { ref mut iter, .. } = *at5 {
                        'loop3: loop {
                            {
                                let ::core::option::Option::Some(item) = ::core::iter::Iterator::next(
                                    &mut (*iter),
                                ) else { break 'loop3 };
                                return ::coro::__private::Turn::Yielded(item);
                            }
                        }
                        let DelegationState::WithLeft {
                            mut left,
                            at: DelegationWithLeft::For3 { mut right, mut iter },
                        } = ::core::mem::replace(state, DelegationState::Panicked) else {
                            ::coro::__private::unreachable()
                        };
                        ::core::mem::drop(iter);
                        break 'coroutine left + right;
                    }
                }
                match *state {
                    DelegationState::Done | DelegationState::Panicked => {
                        return ::coro::__private::Turn::Over(
                            if let DelegationState::Done = *state { true } else { false },
                        );
                    }
                    _ => ::coro::__private::unreachable(),
                }
            };
            argument_3_slot = ::core::option::Option::None;
            argument_2_slot = ::core::option::Option::None;
            *state = DelegationState::Panicked;
            *state = DelegationState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
