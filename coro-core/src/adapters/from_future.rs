use core::pin::Pin;
use core::task::{Context, Poll};

use pin_project_lite::pin_project;

use crate::pinned_progress::PinnedProgress;
use crate::{Completion, Coroutine, CoroutineState};

/// A coroutine that is resumed with a context, yields while a future is pending, and returns what that is ready with.
///
/// ```
/// use coro_core::{Coroutine, CoroutineState, from_future};
/// use std::pin::pin;
/// use std::task::{Context, Waker};
///
/// let mut answer = pin!(from_future(async { 42 }));
/// let mut context = Context::from_waker(Waker::noop());
/// assert_eq!(answer.as_mut().resume(&mut context), CoroutineState::Complete(42));
/// ```
///
/// # Panics
///
/// The coroutine panics if it is resumed after completion or after the future panicked.
///
/// The way back is [`CoroutineExt::into_future`](crate::CoroutineExt::into_future). A future is such a coroutine in
/// [RFC 2394](https://rust-lang.github.io/rfcs/2394-async_await.html).
#[inline]
pub fn from_future<F: IntoFuture>(future: F) -> FromFuture<F::IntoFuture> {
    FromFuture { progress: PinnedProgress::new(future.into_future()) }
}

/// [`from_future`] of what an `async` closure or function returns.
///
/// ```
/// use coro_core::{Coroutine, CoroutineState, from_async_fn};
/// use std::pin::pin;
/// use std::task::{Context, Waker};
///
/// let mut answer = pin!(from_async_fn(async || 42));
/// let mut context = Context::from_waker(Waker::noop());
/// assert_eq!(answer.as_mut().resume(&mut context), CoroutineState::Complete(42));
/// ```
///
/// The way back is [`CoroutineExt::into_async_fn`](crate::CoroutineExt::into_async_fn).
#[inline]
pub fn from_async_fn<T>(function: impl AsyncFnOnce() -> T) -> FromFuture<impl Future<Output = T>> {
    from_future(async move { function().await })
}

pin_project! {
    /// A future as a coroutine; see [`from_future`].
    ///
    /// The future is dropped when it is ready.
    ///
    /// ```
    /// use coro_core::{adapters::FromFuture, from_future};
    ///
    /// let future: FromFuture<std::future::Ready<u8>> = from_future(std::future::ready(1));
    /// # let _ = future;
    /// ```
    #[derive(Clone, Debug)]
    #[must_use = "coroutines are lazy and do nothing unless resumed"]
    pub struct FromFuture<F> {
        #[pin]
        progress: PinnedProgress<F>,
    }
}

impl<F: Future> Coroutine<&mut Context<'_>> for FromFuture<F> {
    type Yield = ();
    type Return = F::Output;

    #[inline]
    fn resume(self: Pin<&mut Self>, context: &mut Context<'_>) -> CoroutineState<(), F::Output> {
        self.project().progress.advance(|future| match future.poll(context) {
            Poll::Pending => CoroutineState::Yielded(()),
            Poll::Ready(value) => CoroutineState::Complete(value),
        })
    }
}

impl<F> Completion for FromFuture<F> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.progress.is_complete()
    }
}
