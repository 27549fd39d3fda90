//! The workloads as `#[coroutine]` closures of `rustc`, and ours compiled by the same compiler.

#![feature(coroutines, coroutine_trait)]

use std::ops;
use std::pin::Pin;
use std::process::ExitCode;

use benches::{Contender, Runner, run};
use coro::{Coroutine, CoroutineState};

const CONTENDERS: [(&str, Runner); 3] =
    [("hand", run::<benches::hand::Hand>), ("ours", run::<benches::ours::Ours>), ("nightly", run::<Nightly>)];

fn main() -> ExitCode {
    benches::command_line::main(&CONTENDERS)
}

struct Nightly;

impl Contender for Nightly {
    fn counter(n: u64) -> impl Iterator<Item = u64> {
        Wrapped(
            #[coroutine]
            move || {
                for i in 0..n {
                    yield i;
                }
            },
        )
    }

    fn pairs(n: u64) -> impl Iterator<Item = u64> {
        Wrapped(
            #[coroutine]
            move || {
                for i in 0..n {
                    for j in i..n {
                        if (i * j) & 1 == 0 {
                            yield i ^ j;
                        }
                    }
                }
            },
        )
    }

    fn large(n: u64) -> impl Iterator<Item = u64> {
        Wrapped(
            #[coroutine]
            move || {
                let mut buckets = [1_u64; 32];
                for i in 0..n {
                    let bucket = (i % 32) as usize;
                    buckets[bucket] = buckets[bucket].wrapping_add(i);
                    yield buckets[bucket];
                }
            },
        )
    }

    fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
        Wrapped(
            #[coroutine]
            move || {
                for row in rows {
                    for item in row {
                        yield item;
                    }
                }
            },
        )
    }

    fn steps(n: u64) -> impl Iterator<Item = u64> {
        Wrapped(
            #[coroutine]
            move || {
                for i in 0..n / 3 {
                    yield i;
                    yield i + 1;
                    yield i * 2;
                }
            },
        )
    }

    fn total() -> impl Coroutine<u64, Yield = u64, Return = ()> + Unpin {
        Wrapped(
            #[coroutine]
            |first: u64| {
                let mut total = first;
                loop {
                    let term = yield total;
                    total = total.wrapping_mul(3) ^ term;
                    if total == 77 {
                        break;
                    }
                }
            },
        )
    }
}

/// A coroutine of `rustc` as one of ours, and as an iterator.
struct Wrapped<C>(C);

impl<C: ops::Coroutine<(), Return = ()> + Unpin> Iterator for Wrapped<C> {
    type Item = C::Yield;

    #[inline]
    fn next(&mut self) -> Option<C::Yield> {
        match Pin::new(&mut self.0).resume(()) {
            ops::CoroutineState::Yielded(item) => Some(item),
            ops::CoroutineState::Complete(()) => None,
        }
    }
}

impl<R, C: ops::Coroutine<R> + Unpin> Coroutine<R> for Wrapped<C> {
    type Yield = C::Yield;
    type Return = C::Return;

    #[inline]
    fn resume(mut self: Pin<&mut Self>, argument: R) -> CoroutineState<C::Yield, C::Return> {
        match Pin::new(&mut self.0).resume(argument) {
            ops::CoroutineState::Yielded(item) => CoroutineState::Yielded(item),
            ops::CoroutineState::Complete(value) => CoroutineState::Complete(value),
        }
    }
}
