use alloc::boxed::Box;
use core::fmt;
use core::iter::FusedIterator;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};

use crate::pinned::coroutine::awaits;
use crate::pinned::{Body, Pinned};
use crate::{Completion, CoroutineState};

/// A pinned coroutine as an iterator, on the heap so that the iterator can be moved.
pub struct BoxedIter<F, Y>
where
    F: Body<'static, Y, ()>,
{
    coroutine: Pin<Box<Pinned<F, Y, ()>>>,
}

/// What a function gets that is `boxed` and returns `impl Iterator`. The body evaluates to the last item.
#[inline]
pub fn boxed_iter<F, Y>(coroutine: Pinned<F, Y, ()>) -> BoxedIter<F, Y>
where
    F: Body<'static, Y, ()>,
{
    BoxedIter { coroutine: Box::pin(coroutine) }
}

impl<F, Y> Iterator for BoxedIter<F, Y>
where
    F: for<'port> Body<'port, Y, (), Output = Option<Y>>,
{
    type Item = Y;

    #[inline]
    fn next(&mut self) -> Option<Y> {
        if self.coroutine.is_complete() {
            return None;
        }
        match self.coroutine.as_mut().step((), &mut Context::from_waker(Waker::noop())) {
            Poll::Ready(CoroutineState::Yielded(item)) => Some(item),
            Poll::Ready(CoroutineState::Complete(last)) => last,
            Poll::Pending => awaits(),
        }
    }
}

impl<F, Y> FusedIterator for BoxedIter<F, Y> where F: for<'port> Body<'port, Y, (), Output = Option<Y>> {}

impl<F, Y> Completion for BoxedIter<F, Y>
where
    F: Body<'static, Y, ()>,
{
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<F, Y> fmt::Debug for BoxedIter<F, Y>
where
    F: Body<'static, Y, ()>,
{
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("BoxedIter").finish_non_exhaustive()
    }
}
