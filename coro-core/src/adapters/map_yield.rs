use core::fmt;
use core::pin::Pin;

use pin_project_lite::pin_project;

use crate::{Completion, Coroutine, CoroutineState};

pin_project! {
    /// A coroutine whose yields are changed by a function; see [`CoroutineExt::map_yield`](crate::CoroutineExt::map_yield).
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState};
    ///
    /// let mut squares = coro_core::from_iter(1..).map_yield(|item| item * item);
    /// assert!(squares.resume_unpin(()) == CoroutineState::Yielded(1));
    /// assert!(squares.resume_unpin(()) == CoroutineState::Yielded(4));
    /// ```
    ///
    /// As [`Map`](core::iter::Map).
    #[derive(Clone)]
    #[must_use = "coroutines are lazy and do nothing unless resumed"]
    pub struct MapYield<C, F> {
        #[pin]
        coroutine: C,
        map: F,
    }
}

impl<C, F> MapYield<C, F> {
    pub(crate) const fn new(coroutine: C, map: F) -> Self {
        Self { coroutine, map }
    }
}

impl<R, C, F, Y> Coroutine<R> for MapYield<C, F>
where
    C: Coroutine<R>,
    F: FnMut(C::Yield) -> Y,
{
    type Yield = Y;
    type Return = C::Return;

    #[inline]
    fn resume(self: Pin<&mut Self>, argument: R) -> CoroutineState<Y, C::Return> {
        let this = self.project();
        this.coroutine.resume(argument).map_yielded(this.map)
    }
}

impl<C: Completion, F> Completion for MapYield<C, F> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<C: fmt::Debug, F> fmt::Debug for MapYield<C, F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("MapYield");
        shown.field("coroutine", &self.coroutine).finish_non_exhaustive()
    }
}
