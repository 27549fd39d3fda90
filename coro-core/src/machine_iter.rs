use core::iter::FusedIterator;
use core::pin::Pin;

use crate::machine::{State, forward_to_state};
use crate::{Completion, Coroutine, CoroutineState, Machine};

/// A machine as an iterator.
///
/// Its step completes again whenever it is run after the end, so that nothing has to be remembered beside the state.
#[derive(Clone)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct MachineIter<S, F>(Machine<S, F>);

/// What a function gets that returns `impl Iterator`.
#[inline]
pub const fn iter<S, F>(machine: Machine<S, F>) -> MachineIter<S, F> {
    MachineIter(machine)
}

impl<S, F, Y> Iterator for MachineIter<S, F>
where
    S: State,
    F: FnMut(&mut S, ()) -> CoroutineState<Y, ()>,
{
    type Item = Y;

    #[inline]
    fn next(&mut self) -> Option<Y> {
        Pin::new(&mut self.0).resume(()).yielded()
    }
}

impl<S, F, Y> FusedIterator for MachineIter<S, F>
where
    S: State,
    F: FnMut(&mut S, ()) -> CoroutineState<Y, ()>,
{
}

impl<S: State, F> Completion for MachineIter<S, F> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.0.is_complete()
    }
}

forward_to_state!(MachineIter, 0);
