//! What the macro makes.

use coro::Coroutine;

use crate::Contender;

#[derive(Debug)]
pub struct Ours;

impl Contender for Ours {
    #[coro::coroutine]
    fn counter(n: u64) -> impl Iterator<Item = u64> {
        for i in 0..n {
            yield_!(i);
        }
    }

    #[coro::coroutine]
    fn pairs(n: u64) -> impl Iterator<Item = u64> {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    yield_!(i ^ j);
                }
            }
        }
    }

    #[coro::coroutine]
    fn large(n: u64) -> impl Iterator<Item = u64> {
        let mut buckets = [1_u64; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            yield_!(buckets[bucket]);
        }
    }

    #[coro::coroutine]
    fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
        for row in rows {
            for item in row {
                yield_!(item);
            }
        }
    }

    #[coro::coroutine]
    fn steps(n: u64) -> impl Iterator<Item = u64> {
        for i in 0..n / 3 {
            yield_!(i);
            yield_!(i + 1);
            yield_!(i * 2);
        }
    }

    #[coro::coroutine]
    fn total(#[resume] first: u64) -> impl Coroutine<u64, Yield = u64, Return = ()> + Unpin {
        let mut total = first;
        loop {
            let term = yield_!(total);
            total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                break;
            }
        }
    }
}
