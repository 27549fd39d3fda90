//! A loop over the states, each of which is taken out, and what it holds moved into the next one.

use std::mem::replace;
use std::ops::Range;
use std::vec::IntoIter;

use coro::__private::Turn;
use coro::__private::Turn::{Complete, Yielded};
use coro::Machine;

use super::{Step, iterate, machine_states};
use crate::{Feed, feed};

#[derive(Debug)]
pub struct ByValue;

impl ByValue {
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

machine_states! { Counter Pairs Large Flat Steps Total }

enum Counter {
    Done,
    Panicked,
    Start { n: u64 },
    Loop { range: Range<u64> },
}

#[inline]
fn counter(state: &mut Counter) -> Step {
    let mut current = replace(state, Counter::Panicked);
    loop {
        current = match current {
            Counter::Start { n } => Counter::Loop { range: 0..n },
            Counter::Loop { mut range } => match range.next() {
                Some(i) => {
                    *state = Counter::Loop { range };
                    return Yielded(i);
                }
                None => Counter::Done,
            },
            Counter::Done => {
                *state = Counter::Done;
                return Complete(());
            }
            Counter::Panicked => return Turn::Over(false),
        };
    }
}

enum Pairs {
    Done,
    Panicked,
    Start { n: u64 },
    Outer { n: u64, rows: Range<u64> },
    Inner { n: u64, rows: Range<u64>, i: u64, columns: Range<u64> },
}

#[inline]
fn pairs(state: &mut Pairs) -> Step {
    let mut current = replace(state, Pairs::Panicked);
    loop {
        current = match current {
            Pairs::Start { n } => Pairs::Outer { n, rows: 0..n },
            Pairs::Outer { n, mut rows } => match rows.next() {
                Some(i) => Pairs::Inner { n, rows, i, columns: i..n },
                None => Pairs::Done,
            },
            Pairs::Inner { n, rows, i, mut columns } => match columns.next() {
                Some(j) => {
                    let next = Pairs::Inner { n, rows, i, columns };
                    if (i * j) & 1 == 0 {
                        *state = next;
                        return Yielded(i ^ j);
                    }
                    next
                }
                None => Pairs::Outer { n, rows },
            },
            Pairs::Done => {
                *state = Pairs::Done;
                return Complete(());
            }
            Pairs::Panicked => return Turn::Over(false),
        };
    }
}

#[expect(clippy::large_enum_variant, reason = "what is large is to be measured")]
enum Large {
    Done,
    Panicked,
    Start { n: u64 },
    Loop { buckets: [u64; 32], range: Range<u64> },
}

#[inline]
fn large(state: &mut Large) -> Step {
    let mut current = replace(state, Large::Panicked);
    loop {
        current = match current {
            Large::Start { n } => Large::Loop { buckets: [1; 32], range: 0..n },
            Large::Loop { mut buckets, mut range } => match range.next() {
                Some(i) => {
                    let bucket = (i % 32) as usize;
                    buckets[bucket] = buckets[bucket].wrapping_add(i);
                    let item = buckets[bucket];
                    *state = Large::Loop { buckets, range };
                    return Yielded(item);
                }
                None => Large::Done,
            },
            Large::Done => {
                *state = Large::Done;
                return Complete(());
            }
            Large::Panicked => return Turn::Over(false),
        };
    }
}

enum Flat {
    Done,
    Panicked,
    Start { rows: Vec<Vec<u64>> },
    Outer { rows: IntoIter<Vec<u64>> },
    Inner { rows: IntoIter<Vec<u64>>, row: IntoIter<u64> },
}

#[inline]
fn flat(state: &mut Flat) -> Step {
    let mut current = replace(state, Flat::Panicked);
    loop {
        current = match current {
            Flat::Start { rows } => Flat::Outer { rows: rows.into_iter() },
            Flat::Outer { mut rows } => match rows.next() {
                Some(row) => Flat::Inner { rows, row: row.into_iter() },
                None => Flat::Done,
            },
            Flat::Inner { rows, mut row } => match row.next() {
                Some(item) => {
                    *state = Flat::Inner { rows, row };
                    return Yielded(item);
                }
                None => Flat::Outer { rows },
            },
            Flat::Done => {
                *state = Flat::Done;
                return Complete(());
            }
            Flat::Panicked => return Turn::Over(false),
        };
    }
}

enum Steps {
    Done,
    Panicked,
    Start { n: u64 },
    Loop { range: Range<u64> },
    Second { range: Range<u64>, i: u64 },
    Third { range: Range<u64>, i: u64 },
}

#[inline]
fn steps(state: &mut Steps) -> Step {
    let mut current = replace(state, Steps::Panicked);
    loop {
        current = match current {
            Steps::Start { n } => Steps::Loop { range: 0..n },
            Steps::Loop { mut range } => match range.next() {
                Some(i) => {
                    *state = Steps::Second { range, i };
                    return Yielded(i);
                }
                None => Steps::Done,
            },
            Steps::Second { range, i } => {
                *state = Steps::Third { range, i };
                return Yielded(i + 1);
            }
            Steps::Third { range, i } => {
                *state = Steps::Loop { range };
                return Yielded(i * 2);
            }
            Steps::Done => {
                *state = Steps::Done;
                return Complete(());
            }
            Steps::Panicked => return Turn::Over(false),
        };
    }
}

enum Total {
    Done,
    Panicked,
    Start,
    Loop { total: u64 },
}

#[inline]
fn total(state: &mut Total, term: u64) -> Step {
    let total = match replace(state, Total::Panicked) {
        Total::Start => term,
        Total::Loop { total } => {
            let total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                *state = Total::Done;
                return Complete(());
            }
            total
        }
        Total::Done => {
            *state = Total::Done;
            return Turn::Over(true);
        }
        Total::Panicked => return Turn::Over(false),
    };
    *state = Total::Loop { total };
    Yielded(total)
}
