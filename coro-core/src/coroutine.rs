#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::ops::DerefMut;
use core::pin::Pin;

use crate::CoroutineState;

/// A computation that stops at each yield and goes on from there when it is resumed.
///
/// `Resume` is what the caller hands over at each resumption. It may borrow for that one call:
/// `for<'a> Coroutine<&'a mut Buffer>`.
///
/// ```
/// use core::pin::Pin;
/// use coro_core::{Coroutine, CoroutineExt, CoroutineState};
///
/// struct Countdown(u32);
///
/// impl Coroutine for Countdown {
///     type Yield = u32;
///     type Return = &'static str;
///
///     fn resume(mut self: Pin<&mut Self>, (): ()) -> CoroutineState<u32, &'static str> {
///         match self.0.checked_sub(1) {
///             Some(left) => {
///                 self.0 = left;
///                 CoroutineState::Yielded(left + 1)
///             }
///             None => CoroutineState::Complete("lift-off"),
///         }
///     }
/// }
///
/// let mut countdown = Countdown(2);
/// assert_eq!(countdown.resume_unpin(()), CoroutineState::Yielded(2));
/// assert_eq!(countdown.resume_unpin(()), CoroutineState::Yielded(1));
/// assert_eq!(countdown.resume_unpin(()), CoroutineState::Complete("lift-off"));
/// ```
///
/// This is the trait of the same name in [`core::ops`], which is unstable
/// ([RFC 2033](https://rust-lang.github.io/rfcs/2033-experimental-coroutines.html)).
#[must_use = "coroutines are lazy and do nothing unless resumed"]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a coroutine that is resumed with `{Resume}`",
    label = "not a coroutine that is resumed with `{Resume}`"
)]
pub trait Coroutine<Resume = ()> {
    /// What it hands over at each yield.
    type Yield;

    /// What it hands over at its end.
    type Return;

    /// Runs the coroutine until its next yield or its end.
    ///
    /// ```
    /// use core::pin::pin;
    /// use coro_core::{Coroutine, CoroutineState};
    ///
    /// let mut items = pin!(coro_core::from_iter(["a"]));
    /// assert_eq!(items.as_mut().resume(()), CoroutineState::Yielded("a"));
    /// assert_eq!(items.as_mut().resume(()), CoroutineState::Complete(()));
    /// ```
    ///
    /// # Panics
    ///
    /// The coroutines of this crate panic when they are resumed after completion or after they panicked.
    fn resume(self: Pin<&mut Self>, argument: Resume) -> CoroutineState<Self::Yield, Self::Return>;
}

impl<C, R> Coroutine<R> for &mut C
where
    C: Coroutine<R> + Unpin + ?Sized,
{
    type Yield = C::Yield;
    type Return = C::Return;

    #[inline]
    fn resume(self: Pin<&mut Self>, argument: R) -> CoroutineState<C::Yield, C::Return> {
        Pin::new(&mut **self.get_mut()).resume(argument)
    }
}

impl<P, R> Coroutine<R> for Pin<P>
where
    P: DerefMut<Target: Coroutine<R>>,
{
    type Yield = <P::Target as Coroutine<R>>::Yield;
    type Return = <P::Target as Coroutine<R>>::Return;

    #[inline]
    fn resume(self: Pin<&mut Self>, argument: R) -> CoroutineState<Self::Yield, Self::Return> {
        self.as_deref_mut().resume(argument)
    }
}

#[cfg(feature = "alloc")]
impl<C, R> Coroutine<R> for Box<C>
where
    C: Coroutine<R> + Unpin + ?Sized,
{
    type Yield = C::Yield;
    type Return = C::Return;

    #[inline]
    fn resume(self: Pin<&mut Self>, argument: R) -> CoroutineState<C::Yield, C::Return> {
        Pin::new(&mut **self.get_mut()).resume(argument)
    }
}
