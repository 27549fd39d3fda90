#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::ops::Deref;
use core::pin::Pin;

/// A coroutine that can tell whether it has returned, without being resumed.
///
/// The coroutines made by the macros and the adapters over them have it. A function shows it in its return type:
/// `impl Coroutine<..> + Completion`.
///
/// ```
/// use coro_core::{Completion, Coroutine, CoroutineExt};
///
/// fn drain<C: Coroutine + Completion + Unpin>(mut coroutine: C) -> usize {
///     let mut resumptions = 0;
///     while !coroutine.is_complete() {
///         coroutine.resume_unpin(());
///         resumptions += 1;
///     }
///     resumptions
/// }
///
/// assert_eq!(drain(coro_core::from_iter(["a", "b"])), 3);
/// ```
///
/// As `FusedFuture::is_terminated` of the `futures` crate.
pub trait Completion {
    /// Whether the coroutine has returned. One that panicked has not.
    ///
    /// ```
    /// use coro_core::{Completion, Coroutine, CoroutineExt};
    ///
    /// let mut items = coro_core::from_iter([0; 0]);
    /// assert!(!items.is_complete());
    /// assert!(items.resume_unpin(()).is_complete());
    /// assert!(items.is_complete());
    /// ```
    fn is_complete(&self) -> bool;
}

impl<C: Completion + ?Sized> Completion for &C {
    #[inline]
    fn is_complete(&self) -> bool {
        (**self).is_complete()
    }
}

impl<C: Completion + ?Sized> Completion for &mut C {
    #[inline]
    fn is_complete(&self) -> bool {
        (**self).is_complete()
    }
}

impl<P: Deref<Target: Completion>> Completion for Pin<P> {
    #[inline]
    fn is_complete(&self) -> bool {
        (**self).is_complete()
    }
}

#[cfg(feature = "alloc")]
impl<C: Completion + ?Sized> Completion for Box<C> {
    #[inline]
    fn is_complete(&self) -> bool {
        (**self).is_complete()
    }
}
