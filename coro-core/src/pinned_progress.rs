use core::mem;
use core::pin::Pin;

use pin_project_lite::pin_project;

use crate::CoroutineState;
use crate::machine::resumed_after_end;

pin_project! {
    /// As [`Progress`](crate::progress::Progress), of something that is pinned.
    #[project = PinnedProgressProjection]
    #[derive(Clone, Debug)]
    pub enum PinnedProgress<T> {
        Running { #[pin] running: T },
        Complete,
        Panicked,
    }
}

impl<T> PinnedProgress<T> {
    #[inline]
    pub const fn is_complete(&self) -> bool {
        matches!(self, Self::Complete)
    }

    /// Runs `step` on what is running, and drops that when it is at its end.
    #[inline]
    pub fn advance<Y, U>(self: Pin<&mut Self>, step: impl FnOnce(Pin<&mut T>) -> CoroutineState<Y, U>) -> CoroutineState<Y, U> {
        if !matches!(*self, Self::Running { .. }) {
            resumed_after_end(self.is_complete());
        }
        let mut guard = Guard(self);
        let PinnedProgressProjection::Running { running } = guard.0.as_mut().project() else {
            unreachable!();
        };
        let state = step(running);
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
