use core::iter::FusedIterator;

use crate::Completion;
use crate::machine::{State, Turn, forward_to_state, resumed_after_end, turn};

/// What a function gets that returns `impl Iterator`: a machine as an iterator, fused, as its state tells that it is complete.
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct MachineIter<S, F> {
    // As in a `Machine`, and not one: its type would be one more for each coroutine.
    /// What it is suspended in.
    pub state: S,
    /// One turn.
    pub step: F,
}

impl<S, F, Y> Iterator for MachineIter<S, F>
where
    S: State,
    F: FnMut(&mut S, ()) -> Turn<Y, ()>,
{
    type Item = Y;

    #[inline]
    fn next(&mut self) -> Option<Y> {
        match turn!(self, ()) {
            Turn::Yielded(item) => Some(item),
            Turn::Complete(()) => None,
            Turn::Over(is_complete) => {
                resumed_after_all(is_complete);
                None
            }
        }
    }
}

/// Out of line, so that a turn need not tell one end from the other: with two states more, it would be dispatched by a table.
///
/// # Panics
///
/// If the machine is not complete, but panicked.
#[cold]
#[inline(never)]
#[track_caller]
fn resumed_after_all(is_complete: bool) {
    if !is_complete {
        resumed_after_end(false);
    }
}

impl<S, F, Y> FusedIterator for MachineIter<S, F>
where
    S: State,
    F: FnMut(&mut S, ()) -> Turn<Y, ()>,
{
}

impl<S: State, F> Completion for MachineIter<S, F> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.state.is_complete()
    }
}

forward_to_state!(MachineIter, state);
