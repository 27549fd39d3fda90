//! What a macro could emit, lowered by hand.
//!
//! Each is an enum of states and a step, run by the machine that the macro's own states are run by. The enums have no type
//! parameters: here the types are known.

pub mod by_value;
pub mod in_place;

/// Makes an enum with `Done` and `Panicked` the state of a machine.
macro_rules! machine_states {
    ($($state:ident)*) => {
        $(
            impl coro::__private::State for $state {
                fn panic(&mut self) {
                    *self = Self::Panicked;
                }

                fn is_complete(&self) -> bool {
                    matches!(self, Self::Done)
                }
            }
        )*
    };
}
use machine_states;

type Step = coro::__private::Turn<u64, ()>;

/// The machine as an iterator.
fn iterate<S: coro::__private::State>(start: S, step: impl FnMut(&mut S, ()) -> Step) -> impl Iterator<Item = u64> {
    coro::__private::MachineIter { state: start, step }
}
