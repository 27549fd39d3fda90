use core::mem;
use core::pin::Pin;

use pin_project_lite::pin_project;

use crate::CoroutineState;
use crate::machine::resumed_after_end;
use crate::pinned::Visible;

pin_project! {
    /// As [`Progress`](crate::progress::Progress), of something that is pinned.
    #[project = PinnedProgressProjection]
    #[derive(Clone, Debug)]
    pub enum PinnedProgress<T> {
        Running { #[pin] running: Visible<T> },
        Complete,
        Panicked,
    }
}

impl<T> PinnedProgress<T> {
    pub const fn new(running: T) -> Self {
        Self::Running { running: Visible::new(running) }
    }

    #[inline]
    pub const fn is_complete(&self) -> bool {
        matches!(self, Self::Complete)
    }

    /// Runs `step` on what is running, and drops that when it is at its end.
    #[inline]
    pub fn advance<Y, U>(self: Pin<&mut Self>, step: impl FnOnce(Pin<&mut T>) -> CoroutineState<Y, U>) -> CoroutineState<Y, U> {
        let mut guard = Guard(self);
        // Not through a `&Self`, which would end the exclusive borrows that a future has of itself.
        let state = match guard.0.as_mut().project() {
            PinnedProgressProjection::Running { running } => step(running.get()),
            PinnedProgressProjection::Complete => {
                mem::forget(guard);
                resumed_after_end(true);
            }
            PinnedProgressProjection::Panicked => resumed_after_end(false),
        };
        if state.is_complete() {
            guard.0.set(Self::Complete);
        }
        mem::forget(guard);
        state
    }
}

/// Drops what unwinds.
struct Guard<'a, T>(Pin<&'a mut PinnedProgress<T>>);

impl<T> Drop for Guard<'_, T> {
    #[cold]
    fn drop(&mut self) {
        self.0.set(PinnedProgress::Panicked);
    }
}
