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

    #[inline(always)]
    fn next(&mut self) -> Option<Y> {
        next(self.coroutine.as_mut())
    }
}

#[inline(always)]
fn next<F, Y>(mut coroutine: Pin<&mut Pinned<F, Item<Y>>>) -> Option<Y>
where
    F: Future<Output = Option<Y>>,
{
    match coroutine.as_mut().step((), Waker::noop()) {
        Step::Yielded(item) => Some(item),
        Step::Returned(last) => last,
        Step::Waits => awaits(),
        Step::Ended => {
            coroutine.check_complete();
            None
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

/// A pinned coroutine that is an iterator where it is, because it stays there.
///
/// It is private, and only ever made by the functions below: in a box that nobody sees but as a trait object. Nothing can be
/// moved out of such a box.
struct Settled<F, Y>(Pinned<F, Item<Y>>);

impl<F, Y> Iterator for Settled<F, Y>
where
    F: Future<Output = Option<Y>>,
{
    type Item = Y;

    #[inline(always)]
    fn next(&mut self) -> Option<Y> {
        // SAFETY: it stays where it is, see above.
        next(unsafe { Pin::new_unchecked(&mut self.0) })
    }
}

macro_rules! settle {
    ($(#[$doc:meta] $name:ident $(+ $auto:ident)*;)*) => {
        $(
            #[$doc]
            #[inline]
            pub fn $name<'a, F, Y>(coroutine: Pinned<F, Item<Y>>) -> Box<dyn Iterator<Item = Y> $(+ $auto)* + 'a>
            where
                F: Future<Output = Option<Y>> $(+ $auto)* + 'a,
                Y: $($auto +)* 'a,
            {
                Box::new(Settled(coroutine))
            }
        )*
    };
}

settle! {
    /// What a function gets that is `boxed` and returns `Box<dyn Iterator>`: in one box, not two.
    settle;
    /// Likewise, `Box<dyn Iterator + Send>`.
    settle_send + Send;
    /// Likewise, `Box<dyn Iterator + Sync>`.
    settle_sync + Sync;
    /// Likewise, `Box<dyn Iterator + Send + Sync>`.
    settle_send_sync + Send + Sync;
}
