//! A local is borrowed across a yield: the body is an `async` closure, and a yield an `await`.

use coro::Coroutine;

#[coroutine(static)]
fn words(text: String, mut n: usize, #[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> {
    let mut total = first;
    for word in text.split(' ') {
        n += 1;
        total += yield_!(word.len());
    }
    total / n
}
