use crate::CoroutineState;
use crate::machine::{State, guarded, resumed_after_end};

/// How far something has come that is driven as a coroutine.
#[derive(Clone, Debug)]
pub enum Progress<T> {
    Running(T),
    Complete,
    Panicked,
}

impl<T> State for Progress<T> {
    fn panic(&mut self) {
        *self = Self::Panicked;
    }

    #[inline]
    fn is_complete(&self) -> bool {
        matches!(self, Self::Complete)
    }
}

impl<T> Progress<T> {
    /// Runs `step` on what is running, and drops that when it is at its end.
    #[inline]
    pub fn advance<Y, U>(&mut self, step: impl FnOnce(&mut T) -> CoroutineState<Y, U>) -> CoroutineState<Y, U> {
        if !matches!(self, Self::Running(_)) {
            resumed_after_end(self.is_complete());
        }
        guarded(self, |progress| {
            let Self::Running(running) = progress else { unreachable!() };
            let state = step(running);
            if state.is_complete() {
                *progress = Self::Complete;
            }
            state
        })
    }
}
