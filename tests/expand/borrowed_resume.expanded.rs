//! A resume argument that borrows for the one call.
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
/// Counts the lines of what comes in pieces.
pub fn borrowed_resume() -> impl for<'a> Coroutine<
    &'a [u8],
    Yield = usize,
    Return = usize,
> {
    {
        #[allow(dead_code)]
        enum BorrowedResumeState<Piece, Lines> {
            Done,
            Panicked,
            Start,
            While1 { lines: Lines, piece: Piece },
        }
        #[allow(dead_code)]
        enum BorrowedResumeWhile1 {
            Head,
            Yield1,
        }
        impl<Piece, Lines> ::coro::__private::State
        for BorrowedResumeState<Piece, Lines> {
            #[inline]
            fn panic(&mut self) {
                *self = BorrowedResumeState::Panicked;
            }
            #[inline]
            fn is_complete(&self) -> bool {
                if let BorrowedResumeState::Done = *self { true } else { false }
            }
        }
        let start = BorrowedResumeState::Start;
        let types = ::coro::__private::witness(&start);
        let step = move |
            state: &mut BorrowedResumeState<_, _>,
            argument: &[u8],
        | -> ::coro::__private::Turn<usize, usize> {
            ::coro::__private::same_type(state, types);
            let at2 = &mut BorrowedResumeWhile1::Yield1;
            let mut piece_slot = ::core::option::Option::None;
            let value: usize = 'coroutine: {
                if let BorrowedResumeState::While1 { .. } = *state {} else {
                    ::coro::__private::seldom();
                    if let BorrowedResumeState::Start = *state {
                        {
                            let first = argument;
                            let mut piece = first;
                            let mut lines = 0;
                            piece_slot = ::core::option::Option::Some(piece);
                            ::coro::__private::enter(
                                state,
                                BorrowedResumeState::While1 {
                                    piece: {
                                        let left = ::coro::__private::empty(&piece_slot);
                                        ::coro::__keep!(left)
                                    },
                                    lines,
                                },
                            );
                            *at2 = BorrowedResumeWhile1::Head;
                        }
                    } else {
                        return ::coro::__private::Turn::Over(
                            if let BorrowedResumeState::Done = *state {
                                true
                            } else {
                                false
                            },
                        )
                    }
                }
                if let BorrowedResumeState::While1 {
                    piece: ref mut piece_kept,
                    ref mut lines,
                } = *state {
                    'loop1: loop {
                        if let BorrowedResumeWhile1::Head = *at2 {
                            let piece = ::coro::__private::held(&mut piece_slot);
                            {
                                if !(*piece).is_empty() {
                                    (*lines)
                                        += (*piece).split(|byte| *byte == b'\n').count() - 1;
                                    let yielded: usize = (*lines);
                                    {
                                        let left = piece_slot.take();
                                        *piece_kept = ::coro::__keep!(left);
                                    }
                                    return ::coro::__private::Turn::Yielded(yielded);
                                } else {
                                    break 'loop1;
                                }
                            }
                        }
                        if let BorrowedResumeWhile1::Yield1 = *at2 {
                            piece_slot = ::coro::__private::Restore::restore(piece_kept);
                            {
                                let mut resumed = argument;
                                piece_slot = ::core::option::Option::Some(resumed);
                            }
                        }
                        *at2 = BorrowedResumeWhile1::Head;
                    }
                    let BorrowedResumeState::While1 {
                        piece: mut piece_kept,
                        mut lines,
                    } = ::core::mem::replace(state, BorrowedResumeState::Panicked) else {
                        ::coro::__private::unreachable()
                    };
                    let mut piece_slot = piece_slot.take();
                    break 'coroutine lines;
                }
                ::coro::__private::unreachable()
            };
            piece_slot = ::core::option::Option::None;
            *state = BorrowedResumeState::Panicked;
            *state = BorrowedResumeState::Done;
            ::coro::__private::Turn::Complete(value)
        };
        ::coro::Machine::new(start, step)
    }
}
