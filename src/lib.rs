//! Stackless coroutines for stable Rust: functions that yield, as enum state machines.
//!
//! An attribute turns a function whose body says `yield_!` into a value that can be suspended and resumed: an enum with
//! one variant for each place where it can be suspended, which holds what is still needed there. No runtime, no
//! allocation, no `unsafe` in what the macro emits, `no_std`.
//!
//! ```
//! #[coro::coroutine]
//! fn countdown(n: u32) -> impl Iterator<Item = u32> + Clone {
//!     for i in (1..=n).rev() {
//!         yield_!(i);
//!     }
//! }
//!
//! assert_eq!(countdown(3).collect::<Vec<_>>(), [3, 2, 1]);
//! ```
//!
//! The return type says what the caller gets:
//!
//! | return type | the caller gets |
//! |---|---|
//! | `impl Coroutine<R, Yield = Y, Return = T>` | a [`Coroutine`] that is resumed with an `R`, `()` if there is none |
//! | `impl Coroutine<_, Yield = Y, Return = T>` | the same, with the type of the `#[resume]` parameter for `R` |
//! | `impl Iterator<Item = Y>` | a fused iterator over what is yielded |
//! | `Box<dyn ..>`, `Pin<Box<dyn ..>>` of either | the same in a box: recursion, trait objects |
//!
//! `+ Clone`, `+ Debug`, `+ PartialEq`, `+ Eq` and `+ Hash` after an `impl` type make the state have that trait.
//!
//! A coroutine is given values while it runs, through what `yield_!` evaluates to:
//!
//! ```
//! use coro::{Coroutine, CoroutineExt, CoroutineState};
//!
//! #[coro::coroutine]
//! fn total(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
//!     let mut total = first;
//!     while total < 10 {
//!         total += yield_!(total);
//!     }
//!     total
//! }
//!
//! let mut total = total();
//! assert_eq!(total.resume_unpin(4), CoroutineState::Yielded(4));
//! assert_eq!(total.resume_unpin(5), CoroutineState::Yielded(9));
//! assert_eq!(total.resume_unpin(6), CoroutineState::Complete(15));
//! ```
//!
//! The first value comes as the `#[resume]` parameter, each later one out of `yield_!`. With `#[resume(rebind)]` the
//! parameter is what the coroutine was resumed with last, and may borrow for that one call.
//!
//! # What a coroutine keeps
//!
//! Across a yield it keeps the locals that are used afterwards, and those that have something to drop. It can be moved at
//! any time, so no local that is kept may be borrowed across a yield: `rustc` says so where the borrow is.
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `alloc` | the forms in a box |
//! | `std` (default) | `alloc` |

#![no_std]
#![forbid(unsafe_code)]
#![warn(missing_docs)]

#[cfg(feature = "stream")]
pub use coro_core::from_stream;
pub use coro_core::{
    Completion, Coroutine, CoroutineExt, CoroutineState, Machine, adapters, from_async_fn, from_fn, from_future, from_iter,
};

/// A coroutine out of a closure, or any number of items with coroutines among them; bare `yield` may be written.
///
/// ```
/// use coro::CoroutineState::{Complete, Yielded};
/// use coro::{Coroutine, CoroutineExt};
///
/// let bias = 100;
/// let mut tenth = coro::coro!(move |first: u64| {
///     let second = yield bias + first / 10;
///     bias + second / 10
/// });
/// assert_eq!(tenth.resume_unpin(50), Yielded(105));
/// assert_eq!(tenth.resume_unpin(70), Complete(107));
///
/// coro::coro! {
///     #[coroutine]
///     fn squares(n: u32) -> impl Iterator<Item = u32> {
///         for i in 0..n {
///             yield i * i;
///         }
///     }
/// }
/// assert_eq!(squares(4).collect::<Vec<_>>(), [0, 1, 4, 9]);
/// ```
///
/// As the coroutine closures of `rustc` ([RFC 2033](https://rust-lang.github.io/rfcs/2033-experimental-coroutines.html)).
pub use coro_macros::coro;

/// A function whose body yields: what it returns is a coroutine, or an iterator, as the return type says.
///
/// ```
/// use coro::CoroutineState::{Complete, Yielded};
/// use coro::{Coroutine, CoroutineExt};
///
/// /// Counts the lines in pieces of text, each of which it sees only once.
/// #[coro::coroutine]
/// fn lines(#[resume(rebind)] piece: &str) -> impl Coroutine<_, Yield = usize, Return = usize> {
///     let mut lines = 0;
///     while !piece.is_empty() {
///         lines += piece.matches('\n').count();
///         yield_!(lines);
///     }
///     lines
/// }
///
/// let mut lines = lines();
/// for (piece, count) in [("one\ntw", 1), ("o\nthree\n", 3)] {
///     assert_eq!(lines.resume_unpin(&piece.to_owned()), Yielded(count));
/// }
/// assert_eq!(lines.resume_unpin(""), Complete(3));
/// ```
///
/// The attribute has one argument, for a crate that knows this one under another name:
/// `#[weft::coroutine(crate = ::weft)]`.
///
/// As `#[coroutine]` of `rustc` ([RFC 2033](https://rust-lang.github.io/rfcs/2033-experimental-coroutines.html)), on a
/// function.
pub use coro_macros::coroutine;

#[doc(hidden)]
pub use coro_core::{__keep, __private};

/// Suspends the coroutine, hands over a value, and evaluates to what the coroutine is resumed with.
///
/// `yield_!()` is `yield_!(())`. It may stand wherever an expression may, and needs no import.
///
/// ```
/// #[coro::coroutine]
/// fn pairs(n: u32) -> impl Iterator<Item = (u32, u32)> {
///     for i in 0..n {
///         for j in 0..i {
///             yield_!((i, j));
///         }
///     }
/// }
///
/// assert_eq!(pairs(3).collect::<Vec<_>>(), [(1, 0), (2, 0), (2, 1)]);
/// ```
///
/// As `yield` ([RFC 2033](https://rust-lang.github.io/rfcs/2033-experimental-coroutines.html)), which may be written
/// inside [`coro!`].
#[macro_export]
macro_rules! yield_ {
    ($($input:tt)*) => {
        $crate::__outside!("yield_!")
    };
}

/// Forwards every yield and every resume argument of another coroutine, and evaluates to what that returns.
///
/// The other one is held inline and has to be `Unpin`. Its first resume argument follows it, unless that is `()`:
/// `yield_from!(coroutine, first)`.
///
/// ```
/// use coro::Coroutine;
///
/// #[coro::coroutine]
/// fn digits(n: u32) -> impl Coroutine<(), Yield = u32, Return = u32> {
///     yield_!(n / 10);
///     yield_!(n % 10);
///     2
/// }
///
/// #[coro::coroutine]
/// fn date(day: u32, month: u32) -> impl Iterator<Item = u32> {
///     let written = yield_from!(digits(day)) + yield_from!(digits(month));
///     yield_!(written);
/// }
///
/// assert_eq!(date(24, 12).collect::<Vec<_>>(), [2, 4, 1, 2, 4]);
/// ```
///
/// As `yield from` of Python ([PEP 380](https://peps.python.org/pep-0380/)).
#[macro_export]
macro_rules! yield_from {
    ($($input:tt)*) => {
        $crate::__outside!("yield_from!")
    };
}

/// Yields each item of a value that can be iterated over.
///
/// ```
/// #[coro::coroutine]
/// fn framed(text: &str) -> impl Iterator<Item = char> {
///     yield_!('<');
///     yield_all!(text.chars());
///     yield_!('>');
/// }
///
/// assert_eq!(framed("p").collect::<String>(), "<p>");
/// ```
///
/// As `yield*` of JavaScript.
#[macro_export]
macro_rules! yield_all {
    ($($input:tt)*) => {
        $crate::__outside!("yield_all!")
    };
}

/// What the macros come to that only the attribute and `coro!` understand.
#[doc(hidden)]
#[macro_export]
macro_rules! __outside {
    ($macro:literal) => {
        ::core::compile_error!(::core::concat!(
            "`",
            $macro,
            "` is only understood inside a function with `#[coro::coroutine]` or inside `coro::coro!`"
        ))
    };
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../docs/limits.md")]
struct Limits;
