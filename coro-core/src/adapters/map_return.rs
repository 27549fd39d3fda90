use core::fmt;
use core::pin::Pin;

use pin_project_lite::pin_project;

use crate::{Completion, Coroutine, CoroutineState};

pin_project! {
    /// A coroutine whose return value is changed by a function; see [`CoroutineExt::map_return`](crate::CoroutineExt::map_return).
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState};
    ///
    /// let mut items = coro_core::from_iter([0; 0]).map_return(|()| Some(3));
    /// assert_eq!(items.resume_unpin(()), CoroutineState::Complete(Some(3)));
    /// ```
    ///
    /// As `Map` of the `futures` crate.
    #[derive(Clone)]
    #[must_use = "coroutines are lazy and do nothing unless resumed"]
    pub struct MapReturn<C, F> {
        #[pin]
        coroutine: C,
        map: F,
    }
}

impl<C, F> MapReturn<C, F> {
    pub(crate) const fn new(coroutine: C, map: F) -> Self {
        Self { coroutine, map }
    }
}

impl<R, C, F, T> Coroutine<R> for MapReturn<C, F>
where
    C: Coroutine<R>,
    F: FnMut(C::Return) -> T,
{
    type Yield = C::Yield;
    type Return = T;

    #[inline]
    fn resume(self: Pin<&mut Self>, argument: R) -> CoroutineState<C::Yield, T> {
        let this = self.project();
        this.coroutine.resume(argument).map_complete(this.map)
    }
}

impl<C: Completion, F> Completion for MapReturn<C, F> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<C: fmt::Debug, F> fmt::Debug for MapReturn<C, F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("MapReturn");
        shown.field("coroutine", &self.coroutine).finish_non_exhaustive()
    }
}
