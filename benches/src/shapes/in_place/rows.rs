use std::mem::take;

use coro::__private::Turn;
use coro::__private::Turn::{Complete, Yielded};
use coro::Machine;

use super::{Counter, Flat, FlatRow, Large, Pairs, PairsRow, Step, Steps, StepsBody, StepsYield, Total, TotalBody};
use crate::shapes::iterate;
use crate::{Feed, feed};

/// In place, by rows of `if let`.
#[derive(Debug)]
pub struct Rows;

impl Rows {
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
    if let Counter::Start { n } = *state {
        *state = Counter::Loop { range: 0..n };
    }
    if let Counter::Loop { range } = state {
        if let Some(i) = range.next() {
            return Yielded(i);
        }
        *state = Counter::Done;
    }
    match state {
        Counter::Done => Complete(()),
        Counter::Panicked => Turn::Over(false),
        _ => unreachable!(),
    }
}

#[inline]
fn pairs(state: &mut Pairs) -> Step {
    if let Pairs::Start { n } = *state {
        *state = Pairs::Outer { n, rows: 0..n, at: PairsRow::Head };
    }
    if let Pairs::Outer { n, rows, at } = state {
        loop {
            if let PairsRow::Head = at {
                let Some(i) = rows.next() else { break };
                *at = PairsRow::Inner { i, columns: i..*n };
            }
            if let PairsRow::Inner { i, columns } = at {
                for j in columns {
                    if (*i * j) & 1 == 0 {
                        return Yielded(*i ^ j);
                    }
                }
            }
            *at = PairsRow::Head;
        }
        *state = Pairs::Done;
    }
    match state {
        Pairs::Done => Complete(()),
        Pairs::Panicked => Turn::Over(false),
        _ => unreachable!(),
    }
}

#[inline]
fn large(state: &mut Large) -> Step {
    if let Large::Start { n } = *state {
        *state = Large::Loop { buckets: [1; 32], range: 0..n };
    }
    if let Large::Loop { buckets, range } = state {
        if let Some(i) = range.next() {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            return Yielded(buckets[bucket]);
        }
        *state = Large::Done;
    }
    match state {
        Large::Done => Complete(()),
        Large::Panicked => Turn::Over(false),
        _ => unreachable!(),
    }
}

#[inline]
fn flat(state: &mut Flat) -> Step {
    if let Flat::Start { rows } = state {
        let rows = take(rows).into_iter();
        *state = Flat::Outer { rows, at: FlatRow::Head };
    }
    if let Flat::Outer { rows, at } = state {
        loop {
            if let FlatRow::Head = at {
                let Some(row) = rows.next() else { break };
                *at = FlatRow::Inner { row: row.into_iter() };
            }
            if let FlatRow::Inner { row } = at
                && let Some(item) = row.next()
            {
                return Yielded(item);
            }
            *at = FlatRow::Head;
        }
        *state = Flat::Done;
    }
    match state {
        Flat::Done => Complete(()),
        Flat::Panicked => Turn::Over(false),
        _ => unreachable!(),
    }
}

#[inline]
fn steps(state: &mut Steps) -> Step {
    if let Steps::Start { n } = *state {
        *state = Steps::Loop { range: 0..n, at: StepsBody::Head };
    }
    if let Steps::Loop { range, at } = state {
        if let StepsBody::Head = at
            && let Some(i) = range.next()
        {
            *at = StepsBody::Suspended { i, at: StepsYield::First };
            return Yielded(i);
        }
        if let StepsBody::Suspended { i, at: place } = at {
            if let StepsYield::First = place {
                *place = StepsYield::Second;
                return Yielded(*i + 1);
            }
            let item = *i * 2;
            *at = StepsBody::Head;
            return Yielded(item);
        }
        *state = Steps::Done;
    }
    match state {
        Steps::Done => Complete(()),
        Steps::Panicked => Turn::Over(false),
        _ => unreachable!(),
    }
}

#[inline]
fn total(state: &mut Total, term: u64) -> Step {
    if let Total::Start = state {
        *state = Total::Loop { total: term, at: TotalBody::Head };
    }
    if let Total::Loop { total, at } = state {
        loop {
            if let TotalBody::Head = at {
                *at = TotalBody::Suspended;
                return Yielded(*total);
            }
            *total = total.wrapping_mul(3) ^ term;
            if *total == 77 {
                break;
            }
            *at = TotalBody::Head;
        }
        *state = Total::Done;
        return Complete(());
    }
    match state {
        Total::Done => Turn::Over(true),
        Total::Panicked => Turn::Over(false),
        _ => unreachable!(),
    }
}
