//! Whether what a call returns may borrow from what it is called on, as far as its type tells.
//!
//! `let n = job.spent();` may consume `job`, or may borrow it; then `n` may borrow from it too. Two pieces of code are at hand for it: one
//! that borrows `job`, which does not compile if the method consumes it, and one that offers it ([`__offer!`](crate::__offer)), which does
//! not compile if `n` borrows from it. [`__choose!`](crate::__choose) chooses by the type of `n`, in the order in which a method
//! call tries the receiver, as [`__keep!`](crate::__keep) does:
//!
//! ```text
//! (&&&&AskKept<T>).__coro_choose()       (&&&&AskNumber<T>)      (&&&&AskReference<T>)
//!  &&&&  T: Settled     Free              Settled     Free        Reference   Lent
//!   &&&  T: Copy        Lent              any         Lent        any         Free
//!    &&  T: Trivial     Lent
//!     &  any            Free
//! ```
//!
//! What is not chosen stands behind a value that cannot be. The compiler sees that it cannot be reached, and does not hold it against the
//! borrows and moves around.

#![allow(clippy::unused_self, reason = "the macro has an answer as a value, and cannot name its type")]

use core::convert::Infallible;
use core::marker::PhantomData;
use core::ops::ControlFlow;
use core::{cmp, num, time};

use crate::trivial::Trivial;

/// It borrows nothing.
#[derive(Debug)]
pub struct Free;

/// It may borrow.
#[derive(Debug)]
pub struct Lent;

/// An answer.
pub trait Answer {
    /// Nothing, or what cannot be.
    type Free;
    /// The same, of the other one.
    type Lent;
    /// Whether the value borrows nothing.
    const IS_FREE: bool;

    /// Before what is right for a value that borrows nothing.
    fn free(&self) -> Self::Free;
    /// Before what is right for one that may borrow.
    fn lent(&self) -> Self::Lent;
    /// [`Answer::IS_FREE`].
    #[inline]
    fn is_free(&self) -> bool {
        Self::IS_FREE
    }
}

impl Answer for Free {
    type Free = ();
    type Lent = Infallible;
    const IS_FREE: bool = true;

    #[inline]
    fn free(&self) {}
    #[inline]
    fn lent(&self) -> Infallible {
        unreachable!()
    }
}

impl Answer for Lent {
    type Free = Infallible;
    type Lent = ();
    const IS_FREE: bool = false;

    #[inline]
    fn free(&self) -> Infallible {
        unreachable!()
    }
    #[inline]
    fn lent(&self) {}
}

/// Has no room for a borrow.
#[diagnostic::on_unimplemented(
    message = "whether `{Self}` borrows from what the method is called on is not known here",
    label = "write its type before this, or `{{ receiver }}.method()` if the method consumes its receiver"
)]
pub trait Settled {}

macro_rules! settled {
    ($([$($generics:tt)*] $type:ty,)*) => {
        $(impl<$($generics)*> Settled for $type {})*
    };
}

settled! {
    [] (), [] bool, [] char,
    [] u8, [] u16, [] u32, [] u64, [] u128, [] usize,
    [] i8, [] i16, [] i32, [] i64, [] i128, [] isize,
    [] f32, [] f64,
    [] cmp::Ordering, [] time::Duration,
    [] num::NonZeroU32, [] num::NonZeroU64, [] num::NonZeroUsize,
    [T: Settled, const N: usize] [T; N],
    [A: Settled] (A,),
    [A: Settled, B: Settled] (A, B),
    [A: Settled, B: Settled, C: Settled] (A, B, C),
    [A: Settled, B: Settled, C: Settled, D: Settled] (A, B, C, D),
    [T: Settled] Option<T>,
    [T: Settled, E: Settled] Result<T, E>,
}

#[cfg(feature = "alloc")]
settled! {
    [] alloc::string::String,
    [T: Settled] alloc::boxed::Box<T>,
    [T: Settled] alloc::vec::Vec<T>,
}

/// Borrows, as it looks.
pub trait Reference {}

impl<T: ?Sized> Reference for &T {}
impl<T: ?Sized> Reference for &mut T {}
impl<T: Reference> Reference for Option<T> {}
impl<T: Reference, E> Reference for Result<T, E> {}

/// What is asked about a value that is dead at the next yield, or whose scope is.
#[derive(Debug)]
pub struct AskKept<T>(PhantomData<T>);

/// What is asked about a value of which nothing is known.
#[derive(Debug)]
pub struct AskNumber<T>(PhantomData<T>);

/// What is asked about a value that looks as if it borrowed nothing.
#[derive(Debug)]
pub struct AskReference<T>(PhantomData<T>);

macro_rules! ask {
    ($($Ask:ident)*) => {
        $(impl<T> $Ask<T> {
            /// About a type that is still to be told.
            #[must_use]
            #[inline]
            #[allow(clippy::new_without_default, reason = "only the macro makes one")]
            pub const fn new() -> Self {
                Self(PhantomData)
            }

            /// Tells the type. Never run.
            pub fn about(&self, _value: T) {}

            /// Tells the type that `?` makes of the value. Never run.
            pub fn about_question<R>(&self, _value: ControlFlow<R, T>) {}
        })*
    };
}

ask!(AskKept AskNumber AskReference);

/// One rank of receivers.
macro_rules! rank {
    ($(#[$doc:meta])* $Rank:ident, $Answer:ident: $([$($bound:tt)*] $for:ty),*) => {
        $(#[$doc])*
        pub trait $Rank<T> {
            /// A name that no trait of the user's has.
            #[inline]
            fn __coro_choose(&self) -> $Answer {
                $Answer
            }
        }
        $(#[diagnostic::do_not_recommend]
        impl<T: $($bound)*> $Rank<T> for $for {})*
    };
}

rank!(/// The first receiver tried, of what is free.
    ForSettled, Free: [Settled] &&&AskKept<T>, [Settled] &&&AskNumber<T>);
rank!(/// The first receiver tried, of what may borrow.
    ForReference, Lent: [Reference] &&&AskReference<T>);
rank!(/// The second receiver tried.
    ForCopyValue, Lent: [Copy] &&AskKept<T>);
rank!(/// The third receiver tried.
    ForTrivialValue, Lent: [Trivial] &AskKept<T>);
rank!(/// The last receiver tried.
    ForOthers, Free: [Sized] AskKept<T>, [Sized] AskReference<T>);
rank!(/// The last receiver tried, of what may borrow.
    ForUnknown, Lent: [Sized] AskNumber<T>);

/// What [`__choose!`](crate::__choose) imports: methods, and no name that could be one of the user's.
pub mod ranks {
    pub use super::{
        Answer as _, ForCopyValue as _, ForOthers as _, ForReference as _, ForSettled as _, ForTrivialValue as _, ForUnknown as _,
    };
}

/// As [`__offer!`](crate::__offer), if the type of `$borrows` shows that it borrows nothing, else `$borrows`, which is the same call.
#[doc(hidden)]
#[macro_export]
macro_rules! __choose {
    ($Ask:ident $about:ident $borrows:expr; $($offer:tt)*) => {{
        #[allow(unused_imports)]
        use $crate::__private::ranks::*;
        let ask = $crate::__private::$Ask::new();
        #[allow(unreachable_code)]
        'told: {
            break 'told;
            ask.$about($borrows);
        }
        let answer = (&&&&ask).__coro_choose();
        if answer.is_free() {
            $crate::__offer!(@ answer; $($offer)*)
        } else {
            let _ = answer.lent();
            $borrows
        }
    }};
}
