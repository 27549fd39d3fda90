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
//! | `impl Stream<Item = Y>` | a fused stream, whose body may `.await` as well as yield |
//! | `impl Future<Output = T>` | a future; `yield_!()` gives way once |
//! | `Box<dyn ..>`, `Pin<Box<dyn ..>>` of any of these | the same in a box: recursion, trait objects |
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
//! any time, so no local that is kept may be borrowed across a yield: `rustc` says so where the borrow is. Two words lift
//! that. Either leaves the layout to the compiler, which makes a future of the body:
//!
//! | | who pins it | the return type |
//! |---|---|---|
//! | `#[coroutine(static)]`, `coro!(static ..)` | the caller, with [`pin!`](core::pin::pin) or `Box::pin` | `impl Coroutine<..>` |
//! | `#[coroutine(boxed)]` | the coroutine itself, in a box: it can be moved | `impl Coroutine<..>`, `impl Iterator<..>` |
//!
//! ```
//! # #[cfg(feature = "alloc")] {
//! #[coro::coroutine(boxed)]
//! fn lengths(text: String) -> impl Iterator<Item = usize> {
//!     for word in text.split(' ') {
//!         yield_!(word.len());
//!     }
//! }
//!
//! assert_eq!(lengths("to be or".to_owned()).collect::<Vec<_>>(), [2, 2, 2]);
//! # }
//! ```
//!
//! Streams and futures are always of that kind; a stream that is `boxed` needs no pinning by its caller. What is passed
//! in and out lies on the stack of the one who resumes it: nothing else is allocated, no thread-local or lock is used, and
//! no waker is replaced.
//!
//! ```
//! # #[cfg(feature = "stream")] {
//! use futures::{Stream, StreamExt};
//!
//! #[coro::coroutine]
//! fn doubled(numbers: impl Stream<Item = u32>) -> impl Stream<Item = u32> {
//!     let mut numbers = std::pin::pin!(numbers);
//!     while let Some(number) = numbers.next().await {
//!         yield_!(number);
//!         yield_!(number * 2);
//!     }
//! }
//!
//! let doubled = doubled(futures::stream::iter([1, 3]));
//! assert_eq!(futures::executor::block_on(doubled.collect::<Vec<_>>()), [1, 2, 3, 6]);
//! # }
//! ```
//!
//! # Conversions
//!
//! What else suspends is a coroutine of a certain kind, and there is a way in both directions.
//!
//! | | as a coroutine | into a coroutine | out of a coroutine |
//! |---|---|---|---|
//! | [`Iterator`] | yields items, returns `()` | [`from_iter`] | [`into_iter`](CoroutineExt::into_iter) |
//! | [`FnMut`]`(R) -> CoroutineState<Y, T>` | resumed with `R`, yields `Y`, returns `T` | [`from_fn`] | [`into_fn_mut`](CoroutineExt::into_fn_mut) |
//! | [`Future`] | resumed with [`&mut Context<'_>`](core::task::Context), yields `()`, returns the output | [`from_future`] | [`into_future`](CoroutineExt::into_future) |
//! | [`AsyncFn`]`() -> T` | the same, once a call | [`from_async_fn`] | [`into_async_fn`](CoroutineExt::into_async_fn) |
#![cfg_attr(
    feature = "stream",
    doc = "| `Stream` | resumed with `&mut Context<'_>`, yields [`Poll<Item>`](core::task::Poll), returns `()` | [`from_stream`] | [`into_stream`](CoroutineExt::into_stream) |"
)]
#![cfg_attr(
    not(feature = "stream"),
    doc = "| `Stream` | resumed with `&mut Context<'_>`, yields [`Poll<Item>`](core::task::Poll), returns `()` | with the feature `stream` | |"
)]
//!
//! So a future can be written as an enum, too:
//!
//! ```
//! use coro::{Coroutine, CoroutineExt};
//! use std::task::Context;
//!
//! #[coro::coroutine]
//! fn after(mut turns: u32, #[resume(rebind)] context: &mut Context<'_>) -> impl Coroutine<_, Yield = (), Return = &'static str> {
//!     while turns > 0 {
//!         turns -= 1;
//!         context.waker().wake_by_ref();
//!         yield_!();
//!     }
//!     "now"
//! }
//!
//! assert_eq!(futures::executor::block_on(after(3).into_future()), "now");
//! ```
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `alloc` | the forms in a box |
//! | `std` (default) | `alloc` |
//! | `stream` | streams, of the `futures-core` crate |

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
/// `coro!(static move |..| ..)` may borrow a local across a yield, and has to be pinned:
///
/// ```
/// use coro::CoroutineExt;
///
/// let text = String::from("a bb");
/// let lengths = std::pin::pin!(coro::coro!(static move || {
///     for word in text.split(' ') {
///         yield word.len();
///     }
/// }));
/// assert_eq!(lengths.into_iter().collect::<Vec<_>>(), [1, 2]);
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
/// The attribute has arguments, in any order:
///
/// | argument | what it does |
/// |---|---|
/// | `static` | locals may be borrowed across a yield; the caller pins the coroutine |
/// | `boxed` | the same, and the coroutine is pinned in a box, so that it can be moved |
/// | `crate = ::weft` | names this crate, for one that knows it under another name |
///
/// ```
/// use coro::{Coroutine, CoroutineState::Yielded};
///
/// #[coro::coroutine(static)]
/// fn lengths(text: String) -> impl Coroutine<Yield = usize, Return = ()> {
///     for word in text.split(' ') {
///         yield_!(word.len());
///     }
/// }
///
/// let mut lengths = std::pin::pin!(lengths("a bb".to_owned()));
/// assert_eq!(lengths.as_mut().resume(()), Yielded(1));
/// assert_eq!(lengths.as_mut().resume(()), Yielded(2));
/// ```
///
/// As `#[coroutine]` of `rustc` ([RFC 2033](https://rust-lang.github.io/rfcs/2033-experimental-coroutines.html)), on a
/// function.
pub use coro_macros::coroutine;

#[doc(hidden)]
pub use coro_core::{__choose, __keep, __keep_lent, __keep_rest, __offer, __part, __private, __put_back};

/// Suspends the coroutine, hands over a value, and evaluates to what the coroutine is resumed with.
///
/// `yield_!()` is `yield_!(())`, and all that a future can yield: it gives way once. It may stand wherever an expression may, and needs no import.
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
/// The other one is held inline. It has to be `Unpin`, unless the coroutine itself is `static` or `boxed`. Its first resume argument follows it, unless that is `()`:
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

/// What a yield comes to that a macro hides from the attribute and from `coro!`, where the coroutine can be moved.
#[doc(hidden)]
#[macro_export]
macro_rules! __unseen_yields {
    ($d:tt) => {
        $crate::__unseen_yields! { $d yield_ yield_from yield_all }
    };
    ($d:tt $($name:ident)*) => {
        $(
            #[allow(unused_macros)]
            macro_rules! $name {
                ($d($d input:tt)*) => {
                    ::core::compile_error!(::core::concat!(
                        "`",
                        ::core::stringify!($name),
                        "!` inside another macro is not seen; write it outside of that macro, or make the coroutine `boxed` or `static`"
                    ))
                };
            }
        )*
    };
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../docs/limits.md")]
struct Limits;
