use core::pin::Pin;
use core::task::{Context, Poll};

use pin_project_lite::pin_project;

use crate::{Completion, Coroutine, CoroutineState};

pin_project! {
    /// A future that resumes a coroutine with its context; see [`CoroutineExt::into_future`](crate::CoroutineExt::into_future).
    ///
    /// ```
    /// use coro_core::{CoroutineExt, adapters::IntoFuture, from_future};
    ///
    /// let future: IntoFuture<_> = CoroutineExt::into_future(from_future(async { 42 }));
    /// # assert_eq!(futures::executor::block_on(future), 42);
    /// ```
    #[derive(Clone, Debug)]
    #[must_use = "futures do nothing unless awaited"]
    pub struct IntoFuture<C> {
        #[pin]
        coroutine: C,
    }
}

impl<C> IntoFuture<C> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { coroutine }
    }
}

impl<C, T> Future for IntoFuture<C>
where
    C: for<'a, 'b> Coroutine<&'a mut Context<'b>, Yield = (), Return = T>,
{
    type Output = T;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        match self.project().coroutine.resume(context) {
            CoroutineState::Yielded(()) => Poll::Pending,
            CoroutineState::Complete(value) => Poll::Ready(value),
        }
    }
}

impl<C: Completion> Completion for IntoFuture<C> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_complete()
    }
}
