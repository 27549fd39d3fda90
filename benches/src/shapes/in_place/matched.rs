use std::mem::take;

use coro::__private::Turn;
use coro::__private::Turn::{Complete, Yielded};
use coro::Machine;

use super::{Counter, Flat, FlatRow, Large, Pairs, PairsRow, Step, Steps, StepsBody, StepsYield, Total, TotalBody};
use crate::shapes::iterate;
use crate::{Feed, feed};

/// In place, by a `match` in a loop.
#[derive(Debug)]
pub struct Matched;

impl Matched {
    pub fn counter(n: u64) -> impl Iterator<Item = u64> {
        iterate(Counter::Start { n }, |state, ()| counter(state))
    }

    pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
        iterate(Pairs::Start { n }, |state, ()| pairs(state))
    }

    pub fn large(n: u64) -> impl Iterator<Item = u64> {
        iterate(Large::Start { n }, |state, ()| large(state))
    }

    pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
        iterate(Flat::Start { rows }, |state, ()| flat(state))
    }

    pub fn steps(n: u64) -> impl Iterator<Item = u64> {
        iterate(Steps::Start { n }, |state, ()| steps(state))
    }

    pub fn total() -> impl Feed {
        feed(Machine::new(Total::Start, |state: &mut Total, term: u64| total(state, term)))
    }
}

#[inline]
fn counter(state: &mut Counter) -> Step {
    loop {
        match state {
            Counter::Start { n } => *state = Counter::Loop { range: 0..*n },
            Counter::Loop { range } => {
                if let Some(i) = range.next() {
                    return Yielded(i);
                }
                *state = Counter::Done;
            }
            Counter::Done => return Complete(()),
            Counter::Panicked => return Turn::Over(false),
        }
    }
}

#[inline]
fn pairs(state: &mut Pairs) -> Step {
    loop {
        match state {
            Pairs::Start { n } => {
                *state = Pairs::Outer { n: *n, rows: 0..*n, at: PairsRow::Head };
            }
            Pairs::Outer { n, rows, at } => {
                loop {
                    match at {
                        PairsRow::Head => {
                            let Some(i) = rows.next() else { break };
                            *at = PairsRow::Inner { i, columns: i..*n };
                        }
                        PairsRow::Inner { i, columns } => {
                            for j in columns {
                                if (*i * j) & 1 == 0 {
                                    return Yielded(*i ^ j);
                                }
                            }
                            *at = PairsRow::Head;
                        }
                    }
                }
                *state = Pairs::Done;
            }
            Pairs::Done => return Complete(()),
            Pairs::Panicked => return Turn::Over(false),
        }
    }
}

#[inline]
fn large(state: &mut Large) -> Step {
    loop {
        match state {
            Large::Start { n } => {
                *state = Large::Loop { buckets: [1; 32], range: 0..*n };
            }
            Large::Loop { buckets, range } => {
                if let Some(i) = range.next() {
                    let bucket = (i % 32) as usize;
                    buckets[bucket] = buckets[bucket].wrapping_add(i);
                    return Yielded(buckets[bucket]);
                }
                *state = Large::Done;
            }
            Large::Done => return Complete(()),
            Large::Panicked => return Turn::Over(false),
        }
    }
}

#[inline]
fn flat(state: &mut Flat) -> Step {
    loop {
        match state {
            Flat::Start { rows } => {
                *state = Flat::Outer { rows: take(rows).into_iter(), at: FlatRow::Head };
            }
            Flat::Outer { rows, at } => {
                loop {
                    match at {
                        FlatRow::Head => {
                            let Some(row) = rows.next() else { break };
                            *at = FlatRow::Inner { row: row.into_iter() };
                        }
                        FlatRow::Inner { row } => {
                            if let Some(item) = row.next() {
                                return Yielded(item);
                            }
                            *at = FlatRow::Head;
                        }
                    }
                }
                *state = Flat::Done;
            }
            Flat::Done => return Complete(()),
            Flat::Panicked => return Turn::Over(false),
        }
    }
}

#[inline]
fn steps(state: &mut Steps) -> Step {
    loop {
        match state {
            Steps::Start { n } => {
                *state = Steps::Loop { range: 0..*n, at: StepsBody::Head };
            }
            Steps::Loop { range, at } => match at {
                StepsBody::Head => {
                    if let Some(i) = range.next() {
                        *at = StepsBody::Suspended { i, at: StepsYield::First };
                        return Yielded(i);
                    }
                    *state = Steps::Done;
                }
                StepsBody::Suspended { i, at: place } => match place {
                    StepsYield::First => {
                        *place = StepsYield::Second;
                        return Yielded(*i + 1);
                    }
                    StepsYield::Second => {
                        let item = *i * 2;
                        *at = StepsBody::Head;
                        return Yielded(item);
                    }
                },
            },
            Steps::Done => return Complete(()),
            Steps::Panicked => return Turn::Over(false),
        }
    }
}

#[inline]
fn total(state: &mut Total, term: u64) -> Step {
    loop {
        match state {
            Total::Start => {
                *state = Total::Loop { total: term, at: TotalBody::Head };
            }
            Total::Loop { total, at } => match at {
                TotalBody::Head => {
                    *at = TotalBody::Suspended;
                    return Yielded(*total);
                }
                TotalBody::Suspended => {
                    *total = total.wrapping_mul(3) ^ term;
                    if *total == 77 {
                        *state = Total::Done;
                        return Complete(());
                    }
                    *at = TotalBody::Head;
                }
            },
            Total::Done => return Turn::Over(true),
            Total::Panicked => return Turn::Over(false),
        }
    }
}
