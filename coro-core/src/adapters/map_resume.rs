use core::fmt;
use core::pin::Pin;

use pin_project_lite::pin_project;

use crate::{Completion, Coroutine, CoroutineState};

pin_project! {
    /// A coroutine whose resume arguments are changed by a function; see [`CoroutineExt::map_resume`](crate::CoroutineExt::map_resume).
    ///
    /// ```
    /// use coro_core::{CoroutineExt, CoroutineState};
    ///
    /// let mut items = coro_core::from_iter(["a"]).map_resume(|_ignored: u8| ());
    /// assert_eq!(items.resume_unpin(7), CoroutineState::Yielded("a"));
    /// ```
    ///
    /// As `With` of the `futures` crate.
    #[derive(Clone)]
    #[must_use = "coroutines are lazy and do nothing unless resumed"]
    pub struct MapResume<C, F> {
        #[pin]
        coroutine: C,
        map: F,
    }
}

impl<C, F> MapResume<C, F> {
    pub(crate) const fn new(coroutine: C, map: F) -> Self {
        Self { coroutine, map }
    }
}

impl<New, R, C, F> Coroutine<New> for MapResume<C, F>
where
    C: Coroutine<R>,
    F: FnMut(New) -> R,
{
    type Yield = C::Yield;
    type Return = C::Return;

    #[inline]
    fn resume(self: Pin<&mut Self>, argument: New) -> CoroutineState<C::Yield, C::Return> {
        let this = self.project();
        this.coroutine.resume((this.map)(argument))
    }
}

impl<C: Completion, F> Completion for MapResume<C, F> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.coroutine.is_complete()
    }
}

impl<C: fmt::Debug, F> fmt::Debug for MapResume<C, F> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("MapResume");
        shown.field("coroutine", &self.coroutine).finish_non_exhaustive()
    }
}
