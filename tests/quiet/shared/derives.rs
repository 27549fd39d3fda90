//! Bounds that the state derives.

use alloc::string::String;
use core::fmt::Debug;
use core::hash::Hash;
use coro::Coroutine;

/// All that there are.
#[coro::coroutine]
pub fn everything(name: String) -> impl Coroutine<u8, Yield = u8, Return = ()> + Clone + Debug + Eq + Hash + Send + Sync {
    let first = yield_!(1);
    yield_!(first);
    drop(name);
    yield_!(2);
}

/// An iterator of the kind.
#[coro::coroutine]
pub fn cloned(limit: u32) -> impl Iterator<Item = u32> + Clone + Debug {
    for n in 0..limit {
        for m in n..limit {
            yield_!(n * m);
        }
    }
}
