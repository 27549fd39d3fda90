//! The same in a box.

use crate::contender::{Resumed, Streams};
use crate::contenders::Turn;
use coro::Coroutine;
use futures::Stream;

pub struct Boxed;

impl Streams for Boxed {
    #[coro::coroutine(boxed)]
    fn counter(n: u64) -> impl Stream<Item = u64> {
        for item in 0..n {
            yield_!(item);
        }
    }

    #[coro::coroutine(boxed)]
    fn pairs(n: u64) -> impl Stream<Item = u64> {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    yield_!(i ^ j);
                }
            }
        }
    }

    #[coro::coroutine(boxed)]
    fn owned(items: Vec<u64>) -> impl Stream<Item = u64> {
        for item in &items {
            yield_!(*item);
        }
    }

    #[coro::coroutine(boxed)]
    fn awaits(n: u64) -> impl Stream<Item = u64> {
        for turn in 0..n {
            let item = Turn::new(turn).await;
            yield_!(item);
        }
    }
}

impl Resumed for Boxed {
    #[coro::coroutine(boxed)]
    fn total(#[resume] first: u64) -> impl Coroutine<u64, Yield = u64, Return = ()> {
        let mut total = first;
        loop {
            total = total.wrapping_add(yield_!(total));
        }
    }
}
