use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::stream::{FusedStream, Stream};
use pin_project_lite::pin_project;

use crate::pinned::Visible;
use crate::{Completion, Coroutine, CoroutineState};

pin_project! {
    /// A fused stream that resumes a coroutine with its context; see [`CoroutineExt::into_stream`](crate::CoroutineExt::into_stream).
    ///
    /// The coroutine is dropped when it returns.
    ///
    /// ```
    /// use coro_core::{CoroutineExt, adapters::IntoStream, from_stream};
    /// use futures::{executor::block_on, stream};
    ///
    /// let items: IntoStream<_> = from_stream(stream::iter([1, 2])).into_stream();
    /// # use futures::StreamExt;
    /// assert_eq!(block_on(items.collect::<Vec<_>>()), [1, 2]);
    /// ```
    #[derive(Clone, Debug)]
    #[must_use = "streams do nothing unless polled"]
    pub struct IntoStream<C> {
        #[pin]
        coroutine: Option<Visible<C>>,
    }
}

impl<C> IntoStream<C> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { coroutine: Some(Visible::new(coroutine)) }
    }
}

impl<C, Y> Stream for IntoStream<C>
where
    C: for<'a, 'b> Coroutine<&'a mut Context<'b>, Yield = Poll<Y>, Return = ()>,
{
    type Item = Y;

    #[inline]
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Y>> {
        let mut this = self.project();
        let Some(coroutine) = this.coroutine.as_mut().as_pin_mut() else {
            return Poll::Ready(None);
        };
        match coroutine.get().resume(context) {
            CoroutineState::Yielded(item) => item.map(Some),
            CoroutineState::Complete(()) => {
                this.coroutine.set(None);
                Poll::Ready(None)
            }
        }
    }
}

impl<C, Y> FusedStream for IntoStream<C>
where
    C: for<'a, 'b> Coroutine<&'a mut Context<'b>, Yield = Poll<Y>, Return = ()>,
{
    fn is_terminated(&self) -> bool {
        self.coroutine.is_none()
    }
}

impl<C> Completion for IntoStream<C> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_none()
    }
}
