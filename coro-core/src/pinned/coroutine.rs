use core::fmt;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};

use pin_project_lite::pin_project;

use crate::machine::resumed_after_end;
use crate::pinned::apart::Apart;
use crate::pinned::slot::Slot;
use crate::pinned::{Body, Message};
use crate::{Completion, Coroutine, CoroutineState};

pin_project! {
    /// A coroutine that borrows from itself, and so has to be pinned before it is resumed.
    #[project(!Unpin)]
    pub struct Pinned<F, M>
    where
        F: Body<'static, M>,
    M: Message,
    {
        // In this order: the body is dropped before the slot that its port points to.
        #[pin]
        stage: Apart<Stage<F, F::Future>>,
        #[pin]
        slot: Slot<M>,
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
pub const fn pinned<M, T, F>(body: F) -> Pinned<F, M>
where
    F: for<'port> Body<'port, M, Output = T>,
    M: Message,
{
    Pinned { stage: Apart::new(Stage::Start { body }), slot: Slot::new() }
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

impl<F, M, T> Pinned<F, M>
where
    F: for<'port> Body<'port, M, Output = T>,
    M: Message,
{
    /// Runs the body until it yields, returns, or awaits something else.
    #[inline]
    pub(super) fn step(self: Pin<&mut Self>, argument: M::Resume, context: &mut Context<'_>) -> Step<M::Yield, T> {
        let mut this = self.project();
        let mut stage = this.stage.get();
        // Not through a `&Stage`, which would end the exclusive borrows that the body has of itself.
        let is_running = matches!(stage.as_mut().project(), StageProjection::Running { .. });
        if !is_running && !begin(stage.as_mut(), this.slot.as_mut()) {
            return Step::Ended;
        }
        this.slot.as_mut().send(argument, context.waker());
        let mut guard = Guard { stage };
        let polled = match guard.stage.as_mut().project() {
            StageProjection::Running { future } => future.poll(context),
            _ => unreachable!(),
        };
        if let Poll::Ready(value) = polled {
            drop(guard);
            this.slot.close();
            return Step::Returned(value);
        }
        mem::forget(guard);
        this.slot.receive().map_or(Step::Waits, Step::Yielded)
    }

    /// Says why a body that has ended cannot be resumed.
    #[cold]
    pub(super) fn refuse(&self) -> ! {
        resumed_after_end(self.is_complete())
    }
}

/// Makes the body's future, in the place where it is pinned. If the body has ended there is none.
#[cold]
fn begin<F, M>(mut stage: Pin<&mut Stage<F, F::Future>>, slot: Pin<&mut Slot<M>>) -> bool
where
    F: Body<'static, M>,
    M: Message,
{
    let StageReplaced::Start { body } = stage.as_mut().project_replace(Stage::Ended) else {
        return false;
    };
    // SAFETY: once, as the body is consumed. `pinned` has seen to it that the body takes a port of any lifetime, and that
    // its value is the same for all: so whatever is made of this one is in the future, which comes before the slot in
    // `Pinned` and is dropped first, or never.
    let port = unsafe { slot.port() };
    stage.set(Stage::Running { future: body.begin(port) });
    true
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

impl<F, M, T> Coroutine<M::Resume> for Pinned<F, M>
where
    F: for<'port> Body<'port, M, Output = T>,
    M: Message,
{
    type Yield = M::Yield;
    type Return = T;

    #[inline]
    fn resume(mut self: Pin<&mut Self>, argument: M::Resume) -> CoroutineState<M::Yield, T> {
        match self.as_mut().step(argument, &mut Context::from_waker(Waker::noop())) {
            Step::Yielded(value) => CoroutineState::Yielded(value),
            Step::Returned(value) => CoroutineState::Complete(value),
            Step::Waits => awaits(),
            Step::Ended => self.refuse(),
        }
    }
}

impl<F, M> Completion for Pinned<F, M>
where
    F: Body<'static, M>,
    M: Message,
{
    #[inline]
    fn is_complete(&self) -> bool {
        self.slot.is_closed()
    }
}

impl<F, M> fmt::Debug for Pinned<F, M>
where
    F: Body<'static, M>,
    M: Message,
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
