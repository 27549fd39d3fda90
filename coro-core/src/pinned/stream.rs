use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::stream::{FusedStream, Stream};
use pin_project_lite::pin_project;

use crate::Completion;
use crate::pinned::coroutine::Step;
use crate::pinned::{Item, Pinned};

pin_project! {
    /// A pinned coroutine as a stream, which can await as well as yield.
    #[project(!Unpin)]
    pub struct PinnedStream<F, Y> {
        #[pin]
        coroutine: Pinned<F, Item<Y>>,
    }
}

/// What a function gets that returns `impl Stream`. The body evaluates to the last item.
#[inline]
pub const fn stream<F, Y>(coroutine: Pinned<F, Item<Y>>) -> PinnedStream<F, Y> {
    PinnedStream { coroutine }
}

impl<F, Y> PinnedStream<F, Y>
where
    F: Future<Output = Option<Y>>,
{
    #[inline(always)]
    pub(super) fn poll_item(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Y>> {
        let mut coroutine = self.project().coroutine;
        match coroutine.as_mut().step((), context.waker()) {
            Step::Yielded(item) => Poll::Ready(Some(item)),
            Step::Returned(last) => Poll::Ready(last),
            Step::Waits => Poll::Pending,
            Step::Ended => {
                coroutine.check_complete();
                Poll::Ready(None)
            }
        }
    }
}

impl<F, Y> Stream for PinnedStream<F, Y>
where
    F: Future<Output = Option<Y>>,
{
    type Item = Y;

    #[inline]
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Y>> {
        self.poll_item(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.coroutine.is_complete().then_some(0))
    }
}

impl<F, Y> FusedStream for PinnedStream<F, Y>
where
    F: Future<Output = Option<Y>>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<F, Y> Completion for PinnedStream<F, Y> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<F, Y> fmt::Debug for PinnedStream<F, Y> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("PinnedStream").finish_non_exhaustive()
    }
}
