//! What a yield keeps of a local that nothing reads any more: the value if it may have something to drop, else nothing.
//!
//! [`__keep!`](crate::__keep) asks on the inferred type, by the order in which a method call tries the receiver:
//!
//! ```text
//! (&&&Probe(&x)).__coro_kept()
//!  &&&Probe<T>   ForCopy      T: Copy      Leave
//!   &&Probe<T>   ForTrivial  T: Trivial  Leave
//!    &Probe<T>   ForAny                    Keep
//! ```
//!
//! Where a type is not inferred yet, the first receiver is taken: such a type then has to be `Copy`. No trait says whether
//! a type has drop glue, so the list of those that have none ([`Trivial`]) is finite: others, and a generic `T`, are kept.

#![allow(clippy::unused_self, reason = "the macro has an answer as a value, and cannot name its type")]

use core::mem::needs_drop;

use crate::trivial::Trivial;

/// The value in place of a local that was let go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Gone;

/// A local that is kept for its drop.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Kept<T>(pub T);

impl<T: core::fmt::Debug> core::fmt::Debug for Kept<T> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Brings back what was kept, where it may have been assigned to before it is dropped.
pub trait Restore<T> {
    /// The value, if it was kept.
    fn restore(&mut self) -> Option<T>;
}

impl<T> Restore<T> for Gone {
    #[inline]
    fn restore(&mut self) -> Option<T> {
        None
    }
}

impl<T> Restore<T> for Kept<Option<T>> {
    #[inline]
    fn restore(&mut self) -> Option<T> {
        self.0.take()
    }
}

/// The local whose type is asked for.
#[derive(Debug)]
pub struct Probe<'a, T>(pub &'a T);

/// An answer of the probe.
#[derive(Debug)]
pub struct Leave;

/// An answer of the probe.
#[derive(Debug)]
pub struct Keep;

impl Leave {
    /// Lets the value go, and with it what it borrows.
    #[inline]
    pub fn apply<T>(self, _value: T) -> Gone {
        const { assert!(!needs_drop::<T>(), "a value with drop glue was let go") };
        Gone
    }
}

impl Keep {
    /// Keeps the value.
    #[inline]
    pub fn apply<T>(self, value: T) -> Kept<T> {
        Kept(value)
    }
}

/// The first receiver tried.
#[diagnostic::on_unimplemented(
    message = "a local in scope at a yield, but not used after it, may have something to drop: `{T}`",
    label = "what it is made of is not known soon enough to keep it",
    note = "end its scope before the yield: put it in a block, or `drop` it"
)]
pub trait ForCopy<T> {
    /// A name that no trait of the user's has.
    #[inline]
    fn __coro_kept(&self) -> Leave {
        Leave
    }
}

#[diagnostic::do_not_recommend]
impl<T: Copy> ForCopy<T> for &&Probe<'_, T> {}

/// The second receiver tried.
#[diagnostic::on_unimplemented(
    message = "a local in scope at a yield, but not used after it, may have something to drop: `{T}`",
    label = "what it is made of is not known soon enough to keep it",
    note = "end its scope before the yield: put it in a block, or `drop` it"
)]
pub trait ForTrivial<T> {
    /// A name that no trait of the user's has.
    #[inline]
    fn __coro_kept(&self) -> Leave {
        Leave
    }
}

#[diagnostic::do_not_recommend]
impl<T: Trivial> ForTrivial<T> for &Probe<'_, T> {}

/// The last receiver tried.
pub trait ForAny {
    /// A name that no trait of the user's has.
    #[inline]
    fn __coro_kept(&self) -> Keep {
        Keep
    }
}

impl<T> ForAny for Probe<'_, T> {}

/// `Gone` if nothing is lost by letting the local go, else the local as `Kept`.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep {
    ($local:ident) => {{
        #[allow(unused_imports)]
        use $crate::__private::{ForAny as _, ForCopy as _, ForTrivial as _};
        let answer = (&&&$crate::__private::Probe(&$local)).__coro_kept();
        answer.apply($local)
    }};
}
