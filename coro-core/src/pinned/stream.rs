use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use futures_core::stream::{FusedStream, Stream};
use pin_project_lite::pin_project;

use crate::pinned::{Body, Pinned};
use crate::{Completion, CoroutineState};

pin_project! {
    /// A pinned coroutine as a stream, which can await as well as yield.
    #[project(!Unpin)]
    pub struct PinnedStream<F, Y>
    where
        F: Body<'static, Y, ()>,
    {
        #[pin]
        coroutine: Pinned<F, Y, ()>,
    }
}

/// What a function gets that returns `impl Stream`. The body evaluates to the last item.
#[inline]
pub const fn stream<F, Y>(coroutine: Pinned<F, Y, ()>) -> PinnedStream<F, Y>
where
    F: Body<'static, Y, ()>,
{
    PinnedStream { coroutine }
}

impl<F, Y> Stream for PinnedStream<F, Y>
where
    F: for<'port> Body<'port, Y, (), Output = Option<Y>>,
{
    type Item = Y;

    #[inline]
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Y>> {
        if self.coroutine.is_complete() {
            return Poll::Ready(None);
        }
        match ready!(self.project().coroutine.step((), context)) {
            CoroutineState::Yielded(item) => Poll::Ready(Some(item)),
            CoroutineState::Complete(last) => Poll::Ready(last),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.coroutine.is_complete().then_some(0))
    }
}

impl<F, Y> FusedStream for PinnedStream<F, Y>
where
    F: for<'port> Body<'port, Y, (), Output = Option<Y>>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<F, Y> Completion for PinnedStream<F, Y>
where
    F: Body<'static, Y, ()>,
{
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<F, Y> fmt::Debug for PinnedStream<F, Y>
where
    F: Body<'static, Y, ()>,
{
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PinnedStream").finish_non_exhaustive()
    }
}
