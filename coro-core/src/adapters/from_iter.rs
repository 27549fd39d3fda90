use core::pin::Pin;

use crate::machine::State;
use crate::progress::Progress;
use crate::{Completion, Coroutine, CoroutineState};

/// A coroutine that yields the items of an iterator.
///
/// ```
/// use coro_core::{CoroutineExt, CoroutineState};
///
/// let mut items = coro_core::from_iter(["a", "b"]);
/// assert_eq!(items.resume_unpin(()), CoroutineState::Yielded("a"));
/// assert_eq!(items.resume_unpin(()), CoroutineState::Yielded("b"));
/// assert_eq!(items.resume_unpin(()), CoroutineState::Complete(()));
/// ```
///
/// # Panics
///
/// The coroutine panics if it is resumed after completion or after the iterator panicked.
///
/// The way back is [`CoroutineExt::into_iter`](crate::CoroutineExt::into_iter). As `stream::iter` of the `futures`
/// crate.
#[inline]
pub fn from_iter<I: IntoIterator>(items: I) -> FromIter<I::IntoIter> {
    FromIter { progress: Progress::Running(items.into_iter()) }
}

/// A coroutine that yields the items of an iterator; see [`from_iter`].
///
/// The iterator is dropped when it ends.
///
/// ```
/// use coro_core::{adapters::FromIter, from_iter};
///
/// let items: FromIter<std::ops::Range<u32>> = from_iter(0..3);
/// # let _ = items;
/// ```
///
/// As `stream::Iter` of the `futures` crate.
#[derive(Clone, Debug)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct FromIter<I> {
    progress: Progress<I>,
}

/// The iterator is never pinned.
impl<I> Unpin for FromIter<I> {}

impl<I: Iterator> Coroutine for FromIter<I> {
    type Yield = I::Item;
    type Return = ();

    #[inline]
    fn resume(mut self: Pin<&mut Self>, (): ()) -> CoroutineState<I::Item, ()> {
        self.progress.advance(|items| match items.next() {
            Some(item) => CoroutineState::Yielded(item),
            None => CoroutineState::Complete(()),
        })
    }
}

impl<I> Completion for FromIter<I> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.progress.is_complete()
    }
}
