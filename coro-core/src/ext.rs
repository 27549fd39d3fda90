use core::pin::Pin;
use core::task::Context;
#[cfg(feature = "stream")]
use core::task::Poll;

#[cfg(feature = "stream")]
use crate::adapters::IntoStream;
use crate::adapters::{IntoFuture, Iter, MapResume, MapReturn, MapYield};
use crate::{Coroutine, CoroutineState};

/// The methods of every coroutine.
///
/// ```
/// use coro_core::{Coroutine, CoroutineExt};
///
/// let lengths = coro_core::from_iter(["one", "three"]).map_yield(str::len);
/// assert_eq!(lengths.into_iter().collect::<Vec<_>>(), [3, 5]);
/// ```
///
/// Names follow [`Iterator`]; the split from the trait itself is that of `FutureExt` in the `futures` crate.
pub trait CoroutineExt<R>: Coroutine<R> {
    /// Resumes a coroutine that need not be pinned.
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState, from_fn};
    ///
    /// let mut total = 0;
    /// let mut sum = from_fn(move |item: u32| {
    ///     total += item;
    ///     CoroutineState::<_, ()>::Yielded(total)
    /// });
    /// assert_eq!(sum.resume_unpin(2), CoroutineState::Yielded(2));
    /// assert_eq!(sum.resume_unpin(3), CoroutineState::Yielded(5));
    /// ```
    ///
    /// # Panics
    ///
    /// As [`Coroutine::resume`].
    ///
    /// As `poll_unpin` of the `futures` crate.
    #[inline]
    fn resume_unpin(&mut self, argument: R) -> CoroutineState<Self::Yield, Self::Return>
    where
        Self: Unpin,
    {
        Pin::new(self).resume(argument)
    }

    /// A fused iterator over what the coroutine yields.
    ///
    /// ```
    /// use coro_core::CoroutineExt;
    ///
    /// let mut letters = coro_core::from_iter("ab".chars()).into_iter();
    /// assert_eq!(letters.next(), Some('a'));
    /// assert_eq!(letters.next(), Some('b'));
    /// assert_eq!(letters.next(), None);
    /// assert_eq!(letters.next(), None);
    /// ```
    ///
    /// A coroutine as an iterator is the idea of `gen` blocks
    /// ([RFC 3513](https://rust-lang.github.io/rfcs/3513-gen-blocks.html)).
    #[inline]
    fn into_iter(self) -> Iter<Self>
    where
        Self: Coroutine<(), Return = ()> + Sized + Unpin,
    {
        Iter::new(self)
    }

    /// A future that resumes the coroutine with its context: a yield is pending, and the return value is what it is ready with.
    ///
    /// The coroutine sees to it that it is woken.
    ///
    /// ```
    /// use coro_core::CoroutineExt;
    ///
    /// let answer = coro_core::from_future(async { 42 });
    /// assert_eq!(futures::executor::block_on(CoroutineExt::into_future(answer)), 42);
    /// ```
    ///
    /// # Panics
    ///
    /// `poll` panics as [`Coroutine::resume`] does, so also when the future was ready.
    ///
    /// The way back is [`from_future`](crate::from_future).
    #[inline]
    fn into_future<T>(self) -> IntoFuture<Self>
    where
        Self: for<'a, 'b> Coroutine<&'a mut Context<'b>, Yield = (), Return = T> + Sized,
    {
        IntoFuture::new(self)
    }

    /// An `async` closure each call of which runs a clone of the coroutine, as [`into_future`](Self::into_future) does.
    ///
    /// ```
    /// use coro_core::CoroutineExt;
    ///
    /// let answer = coro_core::from_future(std::future::ready(42)).into_async_fn();
    /// assert_eq!(futures::executor::block_on(async { answer().await + answer().await }), 84);
    /// ```
    ///
    /// The way back is [`from_async_fn`](crate::from_async_fn).
    #[inline]
    fn into_async_fn<T>(self) -> impl AsyncFn() -> T
    where
        Self: for<'a, 'b> Coroutine<&'a mut Context<'b>, Yield = (), Return = T> + Clone,
    {
        move || IntoFuture::new(self.clone())
    }

    /// A fused stream that resumes the coroutine with its context: it is pending, or has an item, as each yield says.
    ///
    /// ```
    /// use coro_core::CoroutineExt;
    /// use futures::{StreamExt, executor::block_on, stream};
    ///
    /// let items = coro_core::from_stream(stream::iter([1, 2]));
    /// assert_eq!(block_on(items.into_stream().collect::<Vec<_>>()), [1, 2]);
    /// ```
    ///
    /// # Panics
    ///
    /// `poll_next` panics if the coroutine does.
    ///
    /// The way back is [`from_stream`](crate::from_stream).
    #[cfg(feature = "stream")]
    #[inline]
    fn into_stream<Y>(self) -> IntoStream<Self>
    where
        Self: for<'a, 'b> Coroutine<&'a mut Context<'b>, Yield = Poll<Y>, Return = ()> + Sized,
    {
        IntoStream::new(self)
    }

    /// Changes what the coroutine yields with `map`.
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState};
    ///
    /// let mut doubles = coro_core::from_iter(1..).map_yield(|item| item * 2);
    /// assert_eq!(doubles.resume_unpin(()), CoroutineState::Yielded(2));
    /// ```
    ///
    /// As [`Iterator::map`].
    #[inline]
    fn map_yield<F, Y>(self, map: F) -> MapYield<Self, F>
    where
        Self: Sized,
        F: FnMut(Self::Yield) -> Y,
    {
        MapYield::new(self, map)
    }

    /// Changes what the coroutine returns with `map`.
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState};
    ///
    /// let mut none = coro_core::from_iter([0; 0]).map_return(|()| "end");
    /// assert_eq!(none.resume_unpin(()), CoroutineState::Complete("end"));
    /// ```
    ///
    /// As `FutureExt::map` of the `futures` crate.
    #[inline]
    fn map_return<F, T>(self, map: F) -> MapReturn<Self, F>
    where
        Self: Sized,
        F: FnMut(Self::Return) -> T,
    {
        MapReturn::new(self, map)
    }

    /// Changes what the coroutine is resumed with: `map` makes its argument out of the new one.
    ///
    /// The type that `map` takes has to be written; if it is a reference, the coroutine can be resumed with one of any
    /// lifetime.
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState, from_fn};
    ///
    /// let echo = from_fn(|length: usize| CoroutineState::<_, ()>::Yielded(length));
    /// let mut lengths = echo.map_resume(|text: &str| text.len());
    /// let text = String::from("four");
    /// assert_eq!(lengths.resume_unpin(&text), CoroutineState::Yielded(4));
    /// ```
    ///
    /// As `SinkExt::with` of the `futures` crate.
    #[inline]
    fn map_resume<F>(self, map: F) -> MapResume<Self, F>
    where
        Self: Sized,
    {
        MapResume::new(self, map)
    }

    /// Borrows the coroutine, so that an adapter can be used on it for a while.
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState};
    ///
    /// let mut items = coro_core::from_iter(1..);
    /// assert_eq!(items.by_ref().into_iter().take(2).sum::<u32>(), 3);
    /// assert_eq!(items.resume_unpin(()), CoroutineState::Yielded(3));
    /// ```
    ///
    /// As [`Iterator::by_ref`].
    #[inline]
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }

    /// The coroutine as a closure that resumes it.
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState};
    ///
    /// let mut next = coro_core::from_iter(["a"]).into_fn_mut();
    /// assert_eq!(next(()), CoroutineState::Yielded("a"));
    /// assert_eq!(next(()), CoroutineState::Complete(()));
    /// ```
    ///
    /// # Panics
    ///
    /// The closure panics as [`Coroutine::resume`] does.
    ///
    /// The way back is [`from_fn`](crate::from_fn). A coroutine is thought of as such a closure in
    /// [MCP 49](https://github.com/rust-lang/lang-team/issues/49).
    #[inline]
    fn into_fn_mut(mut self) -> impl FnMut(R) -> CoroutineState<Self::Yield, Self::Return>
    where
        Self: Sized + Unpin,
    {
        move |argument| self.resume_unpin(argument)
    }
}

impl<R, C: Coroutine<R> + ?Sized> CoroutineExt<R> for C {}
