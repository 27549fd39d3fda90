use alloc::boxed::Box;
use core::fmt;
use core::iter::FusedIterator;
use core::pin::Pin;
use core::task::Waker;

use crate::Completion;
use crate::pinned::coroutine::{Step, awaits};
use crate::pinned::{Item, Pinned};

/// A pinned coroutine as an iterator, on the heap so that the iterator can be moved.
pub struct BoxedIter<F, Y> {
    coroutine: Pin<Box<Pinned<F, Item<Y>>>>,
}

/// What a function gets that is `boxed` and returns `impl Iterator`. The body evaluates to the last item.
#[inline]
pub fn boxed_iter<F, Y>(coroutine: Pinned<F, Item<Y>>) -> BoxedIter<F, Y> {
    BoxedIter { coroutine: Box::pin(coroutine) }
}

impl<F, Y> Iterator for BoxedIter<F, Y>
where
    F: Future<Output = Option<Y>>,
{
    type Item = Y;

    #[inline]
    fn next(&mut self) -> Option<Y> {
        match self.coroutine.as_mut().step((), Waker::noop()) {
            Step::Yielded(item) => Some(item),
            Step::Returned(last) => last,
            Step::Waits => awaits(),
            Step::Ended => {
                self.coroutine.check_complete();
                None
            }
        }
    }
}

impl<F, Y> FusedIterator for BoxedIter<F, Y> where F: Future<Output = Option<Y>> {}

impl<F, Y> Completion for BoxedIter<F, Y> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<F, Y> fmt::Debug for BoxedIter<F, Y> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("BoxedIter").finish_non_exhaustive()
    }
}
