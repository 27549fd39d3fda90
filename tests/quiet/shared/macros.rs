//! The macros of `core` and `alloc`, with a yield or a saved local inside.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use coro::Coroutine;

/// Formatting.
#[coro::coroutine]
pub fn formats(name: String) -> impl Coroutine<u32, Yield = String, Return = String> {
    let width = 5;
    let text = format!("{name} {} {:>width$}", yield_!(format!("{name}?")), yield_!(name.clone()));
    yield_!(format!("{:>1$} {name:?}", text, width));
    text
}

/// Assertions.
#[coro::coroutine]
pub fn asserts() -> impl Coroutine<u32, Yield = u32, Return = ()> {
    let n = 3;
    assert!(yield_!(1) > 0, "not above {}", n);
    assert_eq!(yield_!(2), n, "not {}", n);
    debug_assert_ne!(yield_!(3), yield_!(4));
}

/// Vectors and `matches!`.
#[coro::coroutine]
pub fn vectors() -> impl Coroutine<Option<u8>, Yield = u8, Return = Vec<bool>> {
    let mut all = vec![matches!(yield_!(1), Some(1..=4)), yield_!(2).is_some()];
    all.push(yield_!(3).is_none());
    all.extend(vec![true; 3]);
    all
}

/// Paths that diverge.
///
/// # Panics
///
/// For `1` and `3`.
#[coro::coroutine]
pub fn diverges(n: u8) -> impl Coroutine<Yield = u8, Return = u8> {
    yield_!(n);
    match n {
        0 => unreachable!(),
        1 => panic!("one"),
        2 => return 2,
        _ => {}
    }
    yield_!(1);
    if n == 3 {
        unreachable!("three");
    }
    n
}
