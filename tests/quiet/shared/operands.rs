//! A yield in every position of an expression.

use alloc::vec::Vec;
use coro::Coroutine;

/// A point.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    /// Across.
    pub x: i32,
    /// Down.
    pub y: i32,
}

const fn add(a: i32, b: i32) -> i32 {
    a + b
}

/// Arithmetic, calls and literals.
#[coro::coroutine]
pub fn operands(n: i32) -> impl Coroutine<i32, Yield = i32, Return = Point> {
    let mut sum = n + yield_!(n) * 2 - yield_!(n + 1);
    sum += yield_!(sum);
    let called = add(yield_!(sum), yield_!(n));
    let (a, b) = (yield_!(called), -yield_!(1));
    let array = [a, yield_!(b), b];
    let point = Point { x: yield_!(array[0]), ..Point { x: 1, y: array[1] } };
    Point { x: point.x, y: yield_!(array[2]) }
}

/// Receivers, indices, ranges, casts, comparisons.
#[coro::coroutine]
pub fn places(mut items: Vec<u32>) -> impl Coroutine<u8, Yield = usize, Return = Vec<u32>> {
    items.push(u32::from(yield_!(items.len())));
    let at = usize::from(yield_!(1)) % items.len();
    items[at] = u32::from(yield_!(at));
    items[at] += u32::from(yield_!(at));
    for i in 0..yield_!(2) {
        if i == yield_!(usize::from(i)) {
            break;
        }
    }
    let wide = yield_!(3) as usize;
    items.truncate(wide);
    items
}

/// References and closures beside a yield.
#[coro::coroutine]
pub fn closures(items: Vec<u32>) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let by = yield_!(1);
    let scaled: Vec<u32> = items.iter().map(|item| item * by).collect();
    let scale = move |n: u32| n * by;
    yield_!(scale(2));
    scaled.iter().copied().filter(|n| *n > by).sum::<u32>() + yield_!(scale(3))
}

/// Returned and broken with.
#[coro::coroutine]
pub fn leaves(n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let m = loop {
        if n == 1 {
            return yield_!(1);
        }
        break yield_!(2);
    };
    m + if m == 3 { yield_!(3) } else { 4 }
}
