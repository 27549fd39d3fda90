use core::fmt;
use core::pin::Pin;

use crate::machine::State;
use crate::progress::Progress;
use crate::{Completion, Coroutine, CoroutineState};

/// A coroutine that calls a closure at each resumption.
///
/// The type that `step` takes has to be written; if it is a reference, the coroutine can be resumed with one of any
/// lifetime.
///
/// ```
/// use coro_core::{CoroutineExt, CoroutineState, from_fn};
///
/// let mut words = 0;
/// let mut count = from_fn(move |text: Option<&str>| match text {
///     Some(text) => {
///         words += text.split_whitespace().count();
///         CoroutineState::Yielded(words)
///     }
///     None => CoroutineState::Complete(words),
/// });
/// assert_eq!(count.resume_unpin(Some("to be or")), CoroutineState::Yielded(3));
/// assert_eq!(count.resume_unpin(Some("not to be")), CoroutineState::Yielded(6));
/// assert_eq!(count.resume_unpin(None), CoroutineState::Complete(6));
/// ```
///
/// # Panics
///
/// The coroutine panics if it is resumed after `step` returned `Complete`, or after it panicked.
///
/// The way back is [`CoroutineExt::into_fn_mut`](crate::CoroutineExt::into_fn_mut). As [`core::iter::from_fn`] and
/// [`core::future::poll_fn`].
#[inline]
pub const fn from_fn<F>(step: F) -> FromFn<F> {
    FromFn { progress: Progress::Running(step) }
}

/// A coroutine that calls a closure at each resumption; see [`from_fn`].
///
/// The closure is dropped when it returns `Complete`.
///
/// ```
/// use coro_core::{CoroutineExt, CoroutineState, adapters::FromFn, from_fn};
///
/// fn echo(argument: u8) -> CoroutineState<u8, ()> {
///     CoroutineState::Yielded(argument)
/// }
///
/// let mut coroutine: FromFn<fn(u8) -> CoroutineState<u8, ()>> = from_fn(echo);
/// assert_eq!(coroutine.resume_unpin(3), CoroutineState::Yielded(3));
/// ```
///
/// As [`core::iter::FromFn`].
#[derive(Clone)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct FromFn<F> {
    progress: Progress<F>,
}

/// The closure is never pinned.
impl<F> Unpin for FromFn<F> {}

impl<F, R, Y, T> Coroutine<R> for FromFn<F>
where
    F: FnMut(R) -> CoroutineState<Y, T>,
{
    type Yield = Y;
    type Return = T;

    #[inline]
    fn resume(mut self: Pin<&mut Self>, argument: R) -> CoroutineState<Y, T> {
        self.progress.advance(|step| step(argument))
    }
}

impl<F> Completion for FromFn<F> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.progress.is_complete()
    }
}

impl<F> fmt::Debug for FromFn<F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("FromFn").finish_non_exhaustive()
    }
}
