use core::iter::FusedIterator;

use crate::{Completion, Coroutine, CoroutineExt, CoroutineState};

/// A fused iterator over what a coroutine yields; see [`CoroutineExt::into_iter`].
///
/// The coroutine is dropped when it returns.
///
/// ```
/// use coro_core::{Completion, CoroutineExt};
///
/// let mut items = coro_core::from_iter([1, 2]).into_iter();
/// assert_eq!(items.by_ref().sum::<u32>(), 3);
/// assert!(items.is_complete());
/// assert_eq!(items.next(), None);
/// ```
///
/// # Panics
///
/// `next` panics if the coroutine does.
///
/// As [`Fuse`](core::iter::Fuse).
#[derive(Clone, Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Iter<C> {
    coroutine: Option<C>,
}

impl<C> Iter<C> {
    pub(crate) const fn new(coroutine: C) -> Self {
        Self { coroutine: Some(coroutine) }
    }
}

impl<C: Coroutine<(), Return = ()> + Unpin> Iterator for Iter<C> {
    type Item = C::Yield;

    #[inline]
    fn next(&mut self) -> Option<C::Yield> {
        match self.coroutine.as_mut()?.resume_unpin(()) {
            CoroutineState::Yielded(item) => Some(item),
            CoroutineState::Complete(()) => {
                self.coroutine = None;
                None
            }
        }
    }
}

impl<C: Coroutine<(), Return = ()> + Unpin> FusedIterator for Iter<C> {}

impl<C> Completion for Iter<C> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_none()
    }
}
