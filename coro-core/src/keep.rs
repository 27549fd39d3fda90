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

use core::marker::PhantomData;
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

/// What is asked about a type, of which no value is at hand.
#[derive(Debug)]
pub struct Ask<T>(PhantomData<T>);

impl<T> Ask<T> {
    /// About a type that is still to be told.
    #[must_use]
    #[inline]
    #[allow(clippy::new_without_default, reason = "only the macro makes one")]
    pub const fn new() -> Self {
        Self(PhantomData)
    }

    /// Tells the type. Never run: to look at the local would count as using it.
    pub const fn about(&self, _local: &T) {}
}

/// Where the answer is to let a local go, what follows cannot be reached, and the compiler does not hold it against what is borrowed.
pub trait Held<T> {
    /// Nothing, or what cannot be.
    type Use;
    /// What is kept.
    type Kept;
    /// Whether the local is used at all.
    const IS_USED: bool;

    /// Before the local is used.
    fn begin(&self) -> Self::Use;
    /// Uses the local.
    fn keep(&self, value: T) -> Self::Kept;
    /// Does not.
    fn leave(&self) -> Self::Kept;
}

impl<T> Held<T> for Leave {
    type Use = core::convert::Infallible;
    type Kept = Gone;
    const IS_USED: bool = false;

    #[inline]
    fn begin(&self) -> Self::Use {
        unreachable!()
    }

    #[inline]
    fn keep(&self, _value: T) -> Gone {
        Gone
    }

    #[inline]
    fn leave(&self) -> Gone {
        const { assert!(!needs_drop::<T>(), "a value with drop glue was let go") };
        Gone
    }
}

impl<T> Held<T> for Keep {
    type Use = ();
    type Kept = Kept<T>;
    const IS_USED: bool = true;

    #[inline]
    fn begin(&self) {}

    #[inline]
    fn keep(&self, value: T) -> Kept<T> {
        Kept(value)
    }

    #[inline]
    fn leave(&self) -> Kept<T> {
        unreachable!()
    }
}

impl<T: Copy> ForCopy<T> for &&Ask<T> {}
impl<T: Trivial> ForTrivial<T> for &Ask<T> {}
impl<T> ForAny for Ask<T> {}

/// Ties an answer to the type that it is about.
#[derive(Debug)]
pub struct Answer<T, A>(A, PhantomData<T>);

impl<T> Ask<T> {
    /// With what the probe answered.
    #[inline]
    pub const fn answer<A: Held<T>>(self, answer: A) -> Answer<T, A> {
        Answer(answer, PhantomData)
    }
}

impl<T, A: Held<T>> Answer<T, A> {
    /// Whether the local is used at all.
    #[inline]
    pub const fn is_used(&self) -> bool {
        A::IS_USED
    }

    /// Before the local is used.
    #[inline]
    pub fn begin(&self) -> A::Use {
        self.0.begin()
    }

    /// Uses the local.
    #[inline]
    pub fn keep(&self, value: T) -> A::Kept {
        self.0.keep(value)
    }

    /// Does not.
    #[inline]
    pub fn leave(&self) -> A::Kept {
        self.0.leave()
    }
}

/// Puts a local back to where it was taken from, if it has something to drop. If it has not, it is not touched: it may be lent to what
/// is kept.
#[doc(hidden)]
#[macro_export]
macro_rules! __put_back {
    ($home:ident, $local:ident) => {{
        #[allow(unused_imports)]
        use $crate::__private::{ForAny as _, ForCopy as _, ForTrivial as _};
        let ask = $crate::__private::Ask::new();
        #[allow(unreachable_code)]
        'told: {
            break 'told;
            ask.about(&$local);
        }
        let answer = (&&&ask).__coro_kept();
        let answer = ask.answer(answer);
        if answer.is_used() {
            let _ = answer.begin();
            *$home = ::core::option::Option::Some($local);
        }
    }};
}

/// As `__keep!`, and a local that is let go is not touched: it may be lent to what is kept.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep_lent {
    ($value:expr) => {{
        #[allow(unused_imports)]
        use $crate::__private::{ForAny as _, ForCopy as _, ForTrivial as _};
        let ask = $crate::__private::Ask::new();
        #[allow(unreachable_code)]
        'told: {
            break 'told;
            ask.about(&$value);
        }
        let answer = (&&&ask).__coro_kept();
        let answer = ask.answer(answer);
        if answer.is_used() {
            let _ = answer.begin();
            answer.keep($value)
        } else {
            answer.leave()
        }
    }};
}

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
