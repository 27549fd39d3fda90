use std::hint::black_box;

use coro::Coroutine;

use crate::hand::Hand;
use crate::ours::Ours;
use crate::shapes::by_value::ByValue;
use crate::shapes::in_place::{Matched, Rows};
use crate::workload::{rows, side};
use crate::{Driver, Run, Workload};

/// One way to write each [`Workload`].
pub trait Contender {
    fn counter(n: u64) -> impl Iterator<Item = u64>;
    fn pairs(n: u64) -> impl Iterator<Item = u64>;
    fn large(n: u64) -> impl Iterator<Item = u64>;
    fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64>;
    fn steps(n: u64) -> impl Iterator<Item = u64>;
    fn total() -> impl Coroutine<u64, Yield = u64, Return = ()> + Unpin;
}

/// [`run`] of some contender.
pub type Runner = fn(Workload, Driver, u64) -> Run;

/// All that stable Rust compiles, by name.
pub const CONTENDERS: [(&str, Runner); 5] = [
    ("hand", run::<Hand>),
    ("ours", run::<Ours>),
    ("by_value", run::<ByValue>),
    ("rows", run::<Rows>),
    ("matched", run::<Matched>),
];

/// Runs a workload of about `n` items to its end.
#[must_use]
pub fn run<C: Contender>(workload: Workload, driver: Driver, n: u64) -> Run {
    let n = black_box(n);
    match workload {
        Workload::Counter => driver.consume(C::counter(n)),
        Workload::Pairs => driver.consume(C::pairs(side(n))),
        Workload::Large => driver.consume(C::large(n)),
        Workload::Flat => driver.consume(C::flat(rows(n))),
        Workload::Steps => driver.consume(C::steps(n)),
        Workload::Total => driver.feed(C::total(), n),
    }
}
