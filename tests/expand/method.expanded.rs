//! A method, and a trait's.
extern crate alloc;
use alloc::vec::Vec;
/// Rows of cells.
#[derive(Debug)]
pub struct Grid {
    width: usize,
    cells: Vec<u8>,
}
/// Anything with neighbours.
pub trait Neighbours {
    /// The neighbours of a cell.
    fn neighbours(&self, at: usize) -> impl Iterator<Item = u8>;
}
impl Grid {
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
    /// The cells that are not empty, with their places.
    pub fn occupied(&self) -> impl Iterator<Item = (usize, u8)> {
        let machine = {
            #[allow(dead_code)]
            enum OccupiedState<This, Cell, Iter> {
                Done,
                Panicked,
                Start { this: This },
                For1 { cell: Cell, iter: Iter, this: This },
            }
            impl<This, Cell, Iter> ::coro::__private::State
            for OccupiedState<This, Cell, Iter> {
                #[inline]
                fn panic(&mut self) {
                    *self = OccupiedState::Panicked;
                }
                #[inline]
                fn is_complete(&self) -> bool {
                    if let OccupiedState::Done = *self { true } else { false }
                }
            }
            let start = OccupiedState::Start { this: self };
            let types = ::coro::__private::witness(&start);
            let step = move |
                state: &mut OccupiedState<_, _, _>,
                _: (),
            | -> ::coro::__private::Turn<(usize, u8), ()> {
                ::coro::__private::same_type(state, types);
                'coroutine: {
                    if let OccupiedState::For1 { .. } = *state {} else {
                        ::coro::__private::seldom();
                        if let OccupiedState::Start { mut this } = *state {
                            {
                                let mut iter = ::core::iter::IntoIterator::into_iter(
                                    this.cells.iter().enumerate(),
                                );
                                ::coro::__private::enter(
                                    state,
                                    OccupiedState::For1 {
                                        this,
                                        iter,
                                        cell: ::coro::__private::nothing(),
                                    },
                                );
                            }
                        } else {
                            return ::coro::__private::Turn::Over(
                                if let OccupiedState::Done = *state { true } else { false },
                            )
                        }
                    }
                    if let OccupiedState::For1 {
                        ref mut this,
                        ref mut iter,
                        cell: ref mut cell_left,
                    } = *state {
                        'loop1: loop {
                            *cell_left = ::coro::__private::nothing();
                            {
                                let ::core::option::Option::Some(item) = ::core::iter::Iterator::next(
                                    &mut (*iter),
                                ) else { break 'loop1 };
                                let (at, cell) = item;
                                if *cell != 0 {
                                    let yielded: (usize, u8) = (at % (*this).width, *cell);
                                    *cell_left = ::coro::__keep_lent!(
                                        ::core::option::Option::Some(cell)
                                    );
                                    return ::coro::__private::Turn::Yielded(yielded);
                                }
                            }
                        }
                        *state = OccupiedState::Panicked;
                        break 'coroutine;
                    }
                    ::coro::__private::unreachable()
                };
                *state = OccupiedState::Panicked;
                *state = OccupiedState::Done;
                ::coro::__private::Turn::Complete(())
            };
            ::coro::__private::MachineIter {
                state: start,
                step,
            }
        };
        machine
    }
}
impl Neighbours for Grid {
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
    fn neighbours(&self, at: usize) -> impl Iterator<Item = u8> {
        let machine = {
            #[allow(dead_code)]
            enum NeighboursState<This> {
                Done,
                Panicked,
                Start { at_2: usize, this: This },
                WithAt { at: NeighboursWithAt, at_2: usize, this: This },
            }
            #[allow(dead_code)]
            enum NeighboursWithAt {
                Then1,
                Yield2,
            }
            impl<This> ::coro::__private::State for NeighboursState<This> {
                #[inline]
                fn panic(&mut self) {
                    *self = NeighboursState::Panicked;
                }
                #[inline]
                fn is_complete(&self) -> bool {
                    if let NeighboursState::Done = *self { true } else { false }
                }
            }
            let start = NeighboursState::Start {
                this: self,
                at_2: at,
            };
            let types = ::coro::__private::witness(&start);
            let step = move |
                state: &mut NeighboursState<_>,
                _: (),
            | -> ::coro::__private::Turn<u8, ()> {
                ::coro::__private::same_type(state, types);
                'coroutine: {
                    if let NeighboursState::WithAt { .. } = *state {} else {
                        ::coro::__private::seldom();
                        if let NeighboursState::Start { mut this, mut at_2 } = *state {
                            {
                                if at_2 > 0 {
                                    let yielded: u8 = this.cells[at_2 - 1];
                                    ::coro::__private::enter(
                                        state,
                                        NeighboursState::WithAt {
                                            this,
                                            at_2,
                                            at: NeighboursWithAt::Then1,
                                        },
                                    );
                                    return ::coro::__private::Turn::Yielded(yielded);
                                }
                                ::coro::__private::enter(
                                    state,
                                    NeighboursState::WithAt {
                                        this,
                                        at_2,
                                        at: NeighboursWithAt::Then1,
                                    },
                                );
                            }
                        } else {
                            return ::coro::__private::Turn::Over(
                                if let NeighboursState::Done = *state {
                                    true
                                } else {
                                    false
                                },
                            )
                        }
                    }
                    if let NeighboursState::WithAt {
                        ref mut this,
                        ref mut at_2,
                        at: ref mut at1,
                    } = *state {
                        if let NeighboursWithAt::Then1 = *at1 {
                            if (*at_2) + 1 < (*this).width {
                                let yielded: u8 = (*this).cells[(*at_2) + 1];
                                *at1 = NeighboursWithAt::Yield2;
                                return ::coro::__private::Turn::Yielded(yielded);
                            }
                            break 'coroutine;
                        }
                        if let NeighboursWithAt::Yield2 = *at1 {
                            {}
                            break 'coroutine;
                        }
                    }
                    ::coro::__private::unreachable()
                };
                *state = NeighboursState::Panicked;
                *state = NeighboursState::Done;
                ::coro::__private::Turn::Complete(())
            };
            ::coro::__private::MachineIter {
                state: start,
                step,
            }
        };
        machine
    }
}
