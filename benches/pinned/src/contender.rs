//! What a contender writes, and all of them by name.

use crate::contenders::{AsyncStream, Boxed, Enum, GenRc, GenSync, Hand, Ours, Unfold};
use crate::drive::{Driver, Run};
use coro::Coroutine;
use futures::Stream;
use std::hint::black_box;

/// One way to write each of the streams.
pub trait Streams {
    /// One loop with one yield.
    fn counter(n: u64) -> impl Stream<Item = u64>;
    /// A yield under a condition in the inner one of two loops.
    fn pairs(n: u64) -> impl Stream<Item = u64>;
    /// Items of a vector that it owns, borrowed across the yield where that can be.
    fn owned(items: Vec<u64>) -> impl Stream<Item = u64>;
    /// A future between two items, pending once in four times.
    fn awaits(n: u64) -> impl Stream<Item = u64>;
}

/// A running total, with a resume argument.
pub trait Resumed {
    fn total() -> impl Coroutine<u64, Yield = u64, Return = ()>;
}

pub type Runner = fn(&str, Driver, u64) -> Option<Run>;

pub const CONTENDERS: [(&str, Runner); 8] = [
    ("hand", streams::<Hand>),
    ("ours", both::<Ours>),
    ("boxed", both::<Boxed>),
    ("enum", resumed::<Enum>),
    ("async_stream", streams::<AsyncStream>),
    ("unfold", streams::<Unfold>),
    ("gen_sync", both::<GenSync>),
    ("gen_rc", both::<GenRc>),
];

fn both<C: Streams + Resumed>(workload: &str, driver: Driver, n: u64) -> Option<Run> {
    streams::<C>(workload, driver, n).or_else(|| resumed::<C>(workload, driver, n))
}

fn streams<C: Streams>(workload: &str, driver: Driver, n: u64) -> Option<Run> {
    let n = black_box(n);
    Some(match workload {
        "counter" => driver.consume(C::counter(n)),
        "pairs" => driver.consume(C::pairs((4 * n).isqrt())),
        "owned" => driver.consume(C::owned((0..n).collect())),
        "awaits" => driver.consume(C::awaits(n)),
        _ => return None,
    })
}

fn resumed<C: Resumed>(workload: &str, driver: Driver, n: u64) -> Option<Run> {
    (workload == "resumed").then(|| driver.feed(C::total(), black_box(n)))
}
