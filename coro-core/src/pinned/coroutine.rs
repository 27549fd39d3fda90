use core::fmt;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};

use pin_project_lite::pin_project;

use crate::pinned::Body;
use crate::pinned::apart::Apart;
use crate::pinned::slot::Slot;
use crate::{Completion, Coroutine, CoroutineState};

pin_project! {
    /// A coroutine that borrows from itself, and so has to be pinned before it is resumed.
    #[project(!Unpin)]
    pub struct Pinned<F, Y, R>
    where
        F: Body<'static, Y, R>,
    {
        // In this order: the body is dropped before the slot that its port points to.
        #[pin]
        stage: Apart<Stage<F, F::Future>>,
        #[pin]
        slot: Slot<Y, R>,
    }
}

pin_project! {
    #[project = StageProjection]
    #[project_replace = StageReplaced]
    enum Stage<F, Fut> {
        Start { body: F },
        Running { #[pin] future: Fut },
        Ended,
    }
}

/// A coroutine that has yet to begin.
#[inline]
pub const fn pinned<Y, R, T, F>(body: F) -> Pinned<F, Y, R>
where
    F: for<'port> Body<'port, Y, R, Output = T>,
{
    Pinned { stage: Apart::new(Stage::Start { body }), slot: Slot::new() }
}

impl<F, Y, R, T> Pinned<F, Y, R>
where
    F: for<'port> Body<'port, Y, R, Output = T>,
{
    /// Runs the body until it yields, returns, or awaits something else that is not ready.
    #[inline]
    pub(super) fn step(self: Pin<&mut Self>, argument: R, context: &mut Context<'_>) -> Poll<CoroutineState<Y, T>> {
        let mut this = self.project();
        let mut stage = this.stage.get();
        if let StageProjection::Ended = stage.as_mut().project() {
            this.slot.refuse();
        }
        this.slot.as_mut().send(argument, context.waker());
        let mut guard = Guard { stage };
        if let StageProjection::Start { .. } = guard.stage.as_mut().project() {
            begin(guard.stage.as_mut(), this.slot.as_mut());
        }
        let StageProjection::Running { future } = guard.stage.as_mut().project() else {
            unreachable!();
        };
        let Poll::Ready(value) = future.poll(context) else {
            mem::forget(guard);
            return this.slot.receive().map_or(Poll::Pending, |value| Poll::Ready(CoroutineState::Yielded(value)));
        };
        drop(guard);
        this.slot.close();
        Poll::Ready(CoroutineState::Complete(value))
    }
}

/// Makes the body's future, in the place where it is pinned.
#[inline]
fn begin<F, Y, R>(mut stage: Pin<&mut Stage<F, F::Future>>, slot: Pin<&mut Slot<Y, R>>)
where
    F: Body<'static, Y, R>,
{
    if let StageReplaced::Start { body } = stage.as_mut().project_replace(Stage::Ended) {
        // SAFETY: once, as the body is consumed. `pinned` has seen to it that the body takes a port of any lifetime, and
        // that its value is the same for all: so whatever is made of this one is in the future, which comes before the
        // slot in `Pinned` and is dropped first, or never.
        let port = unsafe { slot.port() };
        stage.set(Stage::Running { future: body.begin(port) });
    }
}

/// Drops what is left of a body at its end, and of one that unwinds.
struct Guard<'a, F, Fut> {
    stage: Pin<&'a mut Stage<F, Fut>>,
}

impl<F, Fut> Drop for Guard<'_, F, Fut> {
    #[inline]
    fn drop(&mut self) {
        self.stage.set(Stage::Ended);
    }
}

impl<F, Y, R, T> Coroutine<R> for Pinned<F, Y, R>
where
    F: for<'port> Body<'port, Y, R, Output = T>,
{
    type Yield = Y;
    type Return = T;

    #[inline]
    fn resume(self: Pin<&mut Self>, argument: R) -> CoroutineState<Y, T> {
        match self.step(argument, &mut Context::from_waker(Waker::noop())) {
            Poll::Ready(state) => state,
            Poll::Pending => awaits(),
        }
    }
}

impl<F, Y, R> Completion for Pinned<F, Y, R>
where
    F: Body<'static, Y, R>,
{
    #[inline]
    fn is_complete(&self) -> bool {
        self.slot.is_closed()
    }
}

impl<F, Y, R> fmt::Debug for Pinned<F, Y, R>
where
    F: Body<'static, Y, R>,
{
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
