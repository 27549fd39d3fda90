use core::fmt;
use core::marker::PhantomData;
use core::mem;
use core::pin::Pin;
use core::task::{Poll, Waker};

use pin_project_lite::pin_project;

use crate::__private::seldom;
use crate::machine::resumed_after_end;
use crate::pinned::Message;
use crate::pinned::apart::Apart;
use crate::pinned::tray::{Exchange, Tray};
use crate::{Completion, Coroutine, CoroutineState};

pin_project! {
    /// A coroutine that borrows from itself, and so has to be pinned before it is resumed.
    #[project(!Unpin)]
    pub struct Pinned<F, M> {
        #[pin]
        body: Apart<F>,
        // Two bytes rather than an enum: each poll compares the first where it is.
        has_ended: bool,
        has_panicked: bool,
        // Not in it, but in the body or on its way: it is `Send` when that is.
        message: PhantomData<Apart<M>>,
    }
}

/// A coroutine that has yet to begin. Nothing of the body is run.
#[inline]
pub fn pinned<M: Message, F: Future>(body: impl FnOnce(Exchange<M>) -> F) -> Pinned<F, M> {
    Pinned { body: Apart::new(body(Exchange::new())), has_ended: false, has_panicked: false, message: PhantomData }
}

/// What running the body came to.
pub(super) enum Step<Y, T> {
    Yielded(Y),
    Returned(T),
    /// It awaits something else that is not ready.
    Waits,
    /// It had ended before.
    Ended,
}

impl<F: Future, M: Message> Pinned<F, M> {
    /// Runs the body until it yields, returns, or awaits something else.
    #[inline(always)]
    pub(super) fn step(self: Pin<&mut Self>, argument: M::Resume, waker: &Waker) -> Step<M::Yield, F::Output> {
        let this = self.project();
        if *this.has_ended {
            seldom();
            return Step::Ended;
        }
        let guard = Guard(this.has_ended, this.has_panicked);
        let (polled, mut message) = Tray::new(M::argument(argument), waker).poll(this.body.get());
        if polled.is_ready() {
            *guard.0 = true;
        }
        mem::forget(guard);
        match polled {
            Poll::Ready(value) => Step::Returned(value),
            Poll::Pending => message.take_yielded().map_or(Step::Waits, Step::Yielded),
        }
    }

    /// Of a body that has ended: that it has not panicked.
    #[inline]
    pub(super) fn check_complete(&self) {
        if self.has_panicked {
            resumed_after_end(false);
        }
    }
}

/// Notes that the body unwinds. What it held it has dropped itself.
struct Guard<'a>(&'a mut bool, &'a mut bool);

impl Drop for Guard<'_> {
    #[inline]
    fn drop(&mut self) {
        *self.0 = true;
        *self.1 = true;
    }
}

impl<F: Future, M: Message> Coroutine<M::Resume> for Pinned<F, M> {
    type Yield = M::Yield;
    type Return = F::Output;

    #[inline]
    fn resume(mut self: Pin<&mut Self>, argument: M::Resume) -> CoroutineState<M::Yield, F::Output> {
        match self.as_mut().step(argument, Waker::noop()) {
            Step::Yielded(value) => CoroutineState::Yielded(value),
            Step::Returned(value) => CoroutineState::Complete(value),
            Step::Waits => awaits(),
            Step::Ended => resumed_after_end(self.is_complete()),
        }
    }
}

impl<F, M> Completion for Pinned<F, M> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.has_ended && !self.has_panicked
    }
}

impl<F, M> fmt::Debug for Pinned<F, M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pinned").finish_non_exhaustive()
    }
}

#[cold]
#[inline(never)]
#[track_caller]
pub(super) fn awaits() -> ! {
    panic!("a coroutine awaited something that was not ready; only `impl Stream` and `impl Future` can wait")
}
