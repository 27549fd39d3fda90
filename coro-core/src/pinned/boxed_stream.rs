use alloc::boxed::Box;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::stream::{FusedStream, Stream};

use crate::Completion;
use crate::pinned::stream::{PinnedStream, stream};
use crate::pinned::{Item, Pinned};

/// A pinned coroutine as a stream, on the heap so that the stream can be moved.
///
/// A `Pin<Box<PinnedStream>>` is a stream as well, but one of another crate, which does not ask for it to be inlined.
pub struct BoxedStream<F, Y> {
    stream: Pin<Box<PinnedStream<F, Y>>>,
}

/// What a function gets that is `boxed` and returns `impl Stream`.
#[inline]
pub fn boxed_stream<F, Y>(coroutine: Pinned<F, Item<Y>>) -> BoxedStream<F, Y> {
    BoxedStream { stream: Box::pin(stream(coroutine)) }
}

impl<F, Y> Stream for BoxedStream<F, Y>
where
    F: Future<Output = Option<Y>>,
{
    type Item = Y;

    #[inline(always)]
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Y>> {
        self.get_mut().stream.as_mut().poll_item(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.stream.size_hint()
    }
}

impl<F, Y> FusedStream for BoxedStream<F, Y>
where
    F: Future<Output = Option<Y>>,
{
    fn is_terminated(&self) -> bool {
        self.stream.is_terminated()
    }
}

impl<F, Y> Completion for BoxedStream<F, Y> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.stream.is_complete()
    }
}

impl<F, Y> fmt::Debug for BoxedStream<F, Y> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("BoxedStream").finish_non_exhaustive()
    }
}
