//! A yield in every kind of control flow.

use alloc::string::String;
use alloc::vec::Vec;
use coro::Coroutine;

/// The simplest.
#[coro::coroutine]
pub fn countdown(n: u32) -> impl Iterator<Item = u32> {
    for i in (1..=n).rev() {
        yield_!(i);
    }
}

/// Nested loops with labels.
#[coro::coroutine]
pub fn pairs(n: u32) -> impl Iterator<Item = (u32, u32)> {
    'outer: for i in 0..n {
        for j in i..n {
            if i * j > 20 {
                continue 'outer;
            }
            if j == 17 {
                break 'outer;
            }
            yield_!((i, j));
        }
    }
}

/// A loop with a value.
#[coro::coroutine]
pub fn guesses(secret: u32) -> impl Coroutine<u32, Yield = &'static str, Return = u32> {
    let mut tries = 0;
    let found = loop {
        tries += 1;
        let guess = yield_!("guess");
        if guess == secret {
            break tries;
        }
    };
    found + 1
}

/// Conditions that yield.
#[coro::coroutine]
pub fn conditions() -> impl Coroutine<bool, Yield = u8, Return = u8> {
    let mut n = 0;
    while yield_!(n) {
        n += 1;
    }
    if yield_!(1) && yield_!(2) || !yield_!(3) {
        yield_!(4);
    } else if yield_!(5) {
        yield_!(6);
    }
    n
}

/// Yields in the arms and in the scrutinee.
#[coro::coroutine]
pub fn matches(n: u32) -> impl Coroutine<Option<u32>, Yield = u32, Return = String> {
    let word = match yield_!(n) {
        Some(0) => "zero",
        Some(k) if k > 10 => {
            yield_!(k);
            "large"
        }
        Some(k) => {
            let next = yield_!(k + 1);
            if next.is_some() { "some" } else { "none" }
        }
        None => return String::new(),
    };
    String::from(word)
}

/// `if let`, `while let` and `let else`.
#[coro::coroutine]
pub fn lets(items: Vec<u32>) -> impl Coroutine<Option<u32>, Yield = u32, Return = u32> {
    let Some(mut total) = yield_!(0) else {
        return 0;
    };
    let mut items = items.into_iter();
    while let Some(item) = items.next() {
        if let Some(extra) = yield_!(item) {
            total += extra;
        }
    }
    while let Some(more) = yield_!(total) {
        total += more;
    }
    total
}

/// A labelled block.
#[coro::coroutine]
pub fn blocks(stop: bool) -> impl Coroutine<u8, Yield = u8, Return = u8> {
    let value = 'block: {
        let first = yield_!(1);
        if stop {
            break 'block first;
        }
        let second = yield_!(2);
        first + second
    };
    yield_!(value);
    value
}

/// Something dropped before, something held.
#[coro::coroutine]
pub fn scopes(words: Vec<String>) -> impl Iterator<Item = usize> {
    {
        let joined = words.concat();
        yield_!(joined.len());
    }
    let _held = words.clone();
    let count = words.len();
    drop(words);
    yield_!(count);
    yield_!(count + 1);
}

/// Initialised late, and moved now and then.
#[coro::coroutine]
pub fn moves(words: Vec<String>, now: bool) -> impl Coroutine<Yield = usize, Return = usize> {
    let length;
    if now {
        length = words.len();
        drop(words);
        yield_!(1);
    } else {
        yield_!(words.len());
        length = 2;
    }
    yield_!(length);
    length
}

/// Never ends.
#[coro::coroutine]
pub fn forever() -> impl Iterator<Item = u64> {
    let (mut a, mut b) = (0, 1);
    loop {
        yield_!(a);
        (a, b) = (b, a + b);
    }
}

/// Never yields.
#[coro::coroutine]
pub fn nothing() -> impl Iterator<Item = u8> {}

/// Yields nothing at all, several times.
#[coro::coroutine]
pub fn ticks(n: u8) -> impl Coroutine<Yield = (), Return = ()> {
    for _ in 0..n {
        yield_!();
    }
}

/// Shadows.
#[coro::coroutine]
pub fn shadows(n: u8) -> impl Coroutine<Yield = u8, Return = u16> {
    let n = n + 1;
    yield_!(n);
    let n = u16::from(n);
    {
        let n = n + 1;
        if n == 3 {
            yield_!(3);
        }
    }
    yield_!(4);
    n
}

/// Items in the body.
#[coro::coroutine]
pub fn items(n: u32) -> impl Iterator<Item = u32> {
    const LIMIT: u32 = 3;
    use core::cmp::min;
    fn twice(n: u32) -> u32 {
        n * 2
    }
    yield_!(min(n, LIMIT));
    yield_!(twice(n));
}
