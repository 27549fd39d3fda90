//! What one would write without coroutines: a struct and its `next`, or adapters of `std`.

use std::pin::Pin;

use coro::{Coroutine, CoroutineState};

use crate::Contender;

#[derive(Debug)]
pub struct Hand;

impl Contender for Hand {
    fn counter(n: u64) -> impl Iterator<Item = u64> {
        Counter { i: 0, n }
    }

    fn pairs(n: u64) -> impl Iterator<Item = u64> {
        Pairs { n, i: 0, j: 0 }
    }

    fn large(n: u64) -> impl Iterator<Item = u64> {
        Large { n, i: 0, buckets: [1; 32] }
    }

    fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
        rows.into_iter().flatten()
    }

    fn steps(n: u64) -> impl Iterator<Item = u64> {
        (0..n / 3).flat_map(|i| [i, i + 1, i * 2])
    }

    fn total() -> impl Coroutine<u64, Yield = u64, Return = ()> + Unpin {
        Total(None)
    }
}

struct Counter {
    i: u64,
    n: u64,
}

impl Iterator for Counter {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        if self.i >= self.n {
            return None;
        }
        self.i += 1;
        Some(self.i - 1)
    }
}

struct Pairs {
    n: u64,
    i: u64,
    j: u64,
}

impl Iterator for Pairs {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        loop {
            if self.i >= self.n {
                return None;
            }
            if self.j >= self.n {
                self.i += 1;
                self.j = self.i;
                continue;
            }
            let j = self.j;
            self.j += 1;
            if (self.i * j) & 1 == 0 {
                return Some(self.i ^ j);
            }
        }
    }
}

struct Large {
    n: u64,
    i: u64,
    buckets: [u64; 32],
}

impl Iterator for Large {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        if self.i >= self.n {
            return None;
        }
        let bucket = (self.i % 32) as usize;
        self.buckets[bucket] = self.buckets[bucket].wrapping_add(self.i);
        self.i += 1;
        Some(self.buckets[bucket])
    }
}

/// The total so far, after the first term.
struct Total(Option<u64>);

impl Coroutine<u64> for Total {
    type Yield = u64;
    type Return = ();

    #[inline]
    fn resume(mut self: Pin<&mut Self>, term: u64) -> CoroutineState<u64, ()> {
        let total = self.0.map_or(term, |total| total.wrapping_mul(3) ^ term);
        let first = self.0.replace(total).is_none();
        if total == 77 && !first {
            return CoroutineState::Complete(());
        }
        CoroutineState::Yielded(total)
    }
}
