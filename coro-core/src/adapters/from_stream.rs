use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::Stream;
use pin_project_lite::pin_project;

use crate::pinned_progress::PinnedProgress;
use crate::{Completion, Coroutine, CoroutineState};

/// A coroutine that is resumed with a context, and yields what polling a stream comes to until that ends.
///
/// ```
/// use coro_core::{CoroutineExt, CoroutineState, from_stream};
/// use std::task::{Context, Poll, Waker};
///
/// let mut items = from_stream(futures::stream::iter(["a"]));
/// let mut context = Context::from_waker(Waker::noop());
/// assert_eq!(items.resume_unpin(&mut context), CoroutineState::Yielded(Poll::Ready("a")));
/// assert_eq!(items.resume_unpin(&mut context), CoroutineState::Complete(()));
/// ```
///
/// # Panics
///
/// The coroutine panics if it is resumed after completion or after the stream panicked.
///
/// The way back is [`CoroutineExt::into_stream`](crate::CoroutineExt::into_stream).
#[inline]
pub const fn from_stream<S: Stream>(stream: S) -> FromStream<S> {
    FromStream { progress: PinnedProgress::new(stream) }
}

pin_project! {
    /// A stream as a coroutine; see [`from_stream`].
    ///
    /// The stream is dropped when it ends.
    ///
    /// ```
    /// use coro_core::{adapters::FromStream, from_stream};
    ///
    /// let stream: FromStream<futures::stream::Empty<u8>> = from_stream(futures::stream::empty());
    /// # let _ = stream;
    /// ```
    #[derive(Clone, Debug)]
    #[must_use = "coroutines are lazy and do nothing unless resumed"]
    pub struct FromStream<S> {
        #[pin]
        progress: PinnedProgress<S>,
    }
}

impl<S: Stream> Coroutine<&mut Context<'_>> for FromStream<S> {
    type Yield = Poll<S::Item>;
    type Return = ();

    #[inline]
    fn resume(self: Pin<&mut Self>, context: &mut Context<'_>) -> CoroutineState<Poll<S::Item>, ()> {
        self.project().progress.advance(|stream| match stream.poll_next(context) {
            Poll::Pending => CoroutineState::Yielded(Poll::Pending),
            Poll::Ready(Some(item)) => CoroutineState::Yielded(Poll::Ready(item)),
            Poll::Ready(None) => CoroutineState::Complete(()),
        })
    }
}

impl<S> Completion for FromStream<S> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.progress.is_complete()
    }
}
