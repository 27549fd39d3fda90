//! What the compiler lays out.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
#[allow(redundant_imports)] // in the prelude of 2024
use core::future::Future;
use core::pin::Pin;
use coro::Coroutine;
use futures_core::Stream;

/// Pinned by the caller.
#[coro::coroutine(static)]
pub fn words(text: String, mut n: usize) -> impl Coroutine<Yield = usize, Return = usize> + Send {
    for word in text.split(' ') {
        n += 1;
        yield_!(word.len());
    }
    if n == 0 {
        return n;
    }
    n * 2
}

/// On the heap.
#[coro::coroutine(boxed)]
pub fn lengths(text: String) -> impl Iterator<Item = usize> {
    for word in text.split(' ') {
        yield_!(word.len());
    }
}

/// On the heap, without an adapter.
#[coro::coroutine(boxed)]
pub fn moved(#[resume] first: u32, _unused: u8) -> impl Coroutine<u32, Yield = u32, Return = ()> + Unpin {
    let kept = [first, 2];
    for item in &kept {
        let _ = yield_!(*item);
        yield_!(item + 1);
    }
}

/// Errors are items.
#[must_use]
#[coro::coroutine(boxed)]
pub fn parsed(text: &str) -> Box<dyn Iterator<Item = Result<u32, core::num::ParseIntError>> + '_> {
    let words: Vec<&str> = text.split(' ').collect();
    for word in &words {
        let number = word.parse()?;
        yield_!(Ok(number));
    }
}

/// Bound anew.
#[coro::coroutine(static)]
pub fn rebound(
    #[resume(rebind)] n: u32,
    #[resume(rebind)] (text, _): (String, u8),
) -> impl Coroutine<_, Yield = usize, Return = String> {
    while n > 0 {
        yield_!(text.len());
    }
    text
}

/// Guards are held.
#[coro::coroutine(static)]
pub fn guarded(cell: core::cell::RefCell<Vec<u8>>) -> impl Coroutine<Yield = usize, Return = ()> {
    let mut items = cell.borrow_mut();
    yield_!(items.len());
    items.push(1);
    yield_!(items.len());
}

/// Delegation.
#[coro::coroutine(static)]
pub fn twice(text: String) -> impl Coroutine<Yield = usize, Return = usize> {
    let first = yield_from!(words(text.clone(), 1));
    yield_all!([first, first]);
    yield_from!(words(text.clone(), first)) + text.len()
}

/// Delegation with an argument.
#[coro::coroutine(static)]
pub fn passes(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    yield_from!(moved(1), first);
}

/// A stream.
#[coro::coroutine]
pub fn stream<F: Future<Output = u32>>(futures: Vec<F>) -> impl Stream<Item = u32> {
    for future in futures {
        let value = future.await;
        yield_!(value);
        let text = value.to_string();
        yield_!(text.parse().unwrap_or(value));
    }
}

/// A future.
#[coro::coroutine]
pub fn future(n: u32) -> impl Future<Output = u32> {
    for _ in 0..n {
        yield_!();
    }
    n
}

/// A trait with boxed streams.
pub trait Source {
    /// Its items.
    fn items(&self) -> Pin<Box<dyn Stream<Item = &str> + Send + '_>>;
}

impl Source for Vec<String> {
    #[coro::coroutine]
    fn items(&self) -> Pin<Box<dyn Stream<Item = &str> + Send + '_>> {
        for item in self {
            yield_!(item.as_str());
        }
    }
}

/// A yield in another macro.
macro_rules! double {
    ($value:expr) => {
        $value * 2
    };
}

/// Hides its yield.
#[coro::coroutine(static)]
pub fn hidden() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    double!(yield_!(1))
}

/// Closures.
#[must_use]
pub fn closure(text: String) -> Pin<Box<dyn Coroutine<u32, Yield = usize, Return = ()>>> {
    Box::pin(coro::coro!(static move |first: u32| {
        let words = text.split(' ');
        for word in words {
            yield word.len() + first as usize;
        }
    }))
}

/// Nothing is yielded.
#[coro::coroutine]
pub fn silent() -> impl Stream<Item = u32> {}

/// Nothing else.
#[coro::coroutine(static)]
pub fn endless(step: u64) -> impl Coroutine<Yield = u64, Return = core::convert::Infallible> {
    let mut n = 0;
    loop {
        yield_!(n);
        n += step;
    }
}
