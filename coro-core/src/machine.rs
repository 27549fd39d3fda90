use core::pin::Pin;

use crate::{Completion, Coroutine, CoroutineState};

/// What a machine is suspended in: an enum with a variant for each place.
pub trait State: Sized {
    /// It becomes the state after a panic, which keeps nothing.
    fn panic(&mut self);

    /// Whether this is the state after the end.
    fn is_complete(&self) -> bool;
}

/// What came of one turn of a machine.
#[derive(Debug)]
pub enum Turn<Y, T> {
    /// It is suspended.
    Yielded(Y),
    /// It returned.
    Complete(T),
    /// There was nothing left to run: whether the machine is complete, else it panicked. It says so to its caller outside of the
    /// guard: where nothing else can panic, there is nothing to guard.
    Over(bool),
}

/// A coroutine made by the macros: an enum of its states, and the step from one to the next.
///
/// It is as large as its state, and can be cloned, printed, compared and hashed if its state can. As it keeps no
/// borrow of itself, it can be moved between resumptions.
///
/// ```
/// # use coro_core::{__private::{State, Turn}, Machine};
/// # #[derive(Clone, Debug, PartialEq)]
/// # enum CountdownState { Start { n: u32 }, Done, Panicked }
/// # impl State for CountdownState {
/// #     fn panic(&mut self) { *self = Self::Panicked }
/// #     fn is_complete(&self) -> bool { matches!(self, Self::Done) }
/// # }
/// # fn countdown(n: u32) -> Machine<CountdownState, impl Clone + FnMut(&mut CountdownState, ()) -> Turn<u32, ()>> {
/// #     Machine::new(CountdownState::Start { n }, |state: &mut CountdownState, (): ()| match state {
/// #         CountdownState::Start { n: 0 } => { *state = CountdownState::Done; Turn::Complete(()) }
/// #         CountdownState::Start { n } => { *n -= 1; Turn::Yielded(*n + 1) }
/// #         _ => Turn::Over(state.is_complete()),
/// #     })
/// # }
/// use coro_core::{CoroutineExt, CoroutineState};
///
/// let mut countdown = countdown(2);
/// let before = countdown.clone();
/// assert_eq!(countdown.resume_unpin(()), CoroutineState::Yielded(2));
/// assert_ne!(countdown, before);
/// assert_eq!(format!("{countdown:?}"), "Start { n: 1 }");
/// assert!(!countdown.is_complete());
/// ```
///
/// # Panics
///
/// Resuming it after its end panics with "coroutine resumed after completion". If it panics while it runs, what it
/// keeps is dropped, and resuming it again panics with "coroutine resumed after panicking".
///
/// The state machine is what `rustc` makes of its own coroutines
/// ([RFC 2033](https://rust-lang.github.io/rfcs/2033-experimental-coroutines.html)); there it is opaque.
#[derive(Clone)]
#[must_use = "coroutines are lazy and do nothing unless resumed"]
pub struct Machine<S, F> {
    // In this order: what the state keeps is dropped before what the step captured.
    state: S,
    step: F,
}

impl<S, F> Machine<S, F> {
    /// A machine in its first state.
    ///
    /// For generated code. `F` is unbounded here so that a closure that takes references is checked on its own and
    /// comes out as generic over their lifetimes.
    #[doc(hidden)]
    #[inline(always)]
    pub const fn new(state: S, step: F) -> Self {
        Self { state, step }
    }
}

impl<S: State, F> Machine<S, F> {
    /// Whether the coroutine has returned. One that panicked has not.
    ///
    /// ```
    /// # use coro_core::{__private::{State, Turn}, CoroutineExt, Machine};
    /// # struct Stop(bool);
    /// # impl State for Stop {
    /// #     fn panic(&mut self) { self.0 = false }
    /// #     fn is_complete(&self) -> bool { self.0 }
    /// # }
    /// # let mut machine = Machine::new(Stop(false), |state: &mut Stop, (): ()| {
    /// #     state.0 = true;
    /// #     Turn::<(), ()>::Complete(())
    /// # });
    /// assert!(!machine.is_complete());
    /// assert!(machine.resume_unpin(()).is_complete());
    /// assert!(machine.is_complete());
    /// ```
    ///
    /// As [`Completion::is_complete`].
    #[must_use]
    #[inline(always)]
    pub fn is_complete(&self) -> bool {
        self.state.is_complete()
    }
}

impl<S: State, F> Completion for Machine<S, F> {
    #[inline]
    fn is_complete(&self) -> bool {
        self.state.is_complete()
    }
}

impl<S, F, R, Y, T> Coroutine<R> for Machine<S, F>
where
    S: State,
    F: FnMut(&mut S, R) -> Turn<Y, T>,
{
    type Yield = Y;
    type Return = T;

    #[inline]
    fn resume(self: Pin<&mut Self>, argument: R) -> CoroutineState<Y, T> {
        let machine = self.get_mut();
        match turn!(machine, argument) {
            Turn::Yielded(item) => CoroutineState::Yielded(item),
            Turn::Complete(value) => CoroutineState::Complete(value),
            Turn::Over(is_complete) => resumed_after_end(is_complete),
        }
    }
}

/// Nothing in it is ever pinned.
impl<S, F> Unpin for Machine<S, F> {}

/// Traits that look at the state only: no closure has them.
macro_rules! forward_to_state {
    ($machine:ident, $state:tt) => {
        impl<S: core::fmt::Debug, F> core::fmt::Debug for $machine<S, F> {
            fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.$state.fmt(formatter)
            }
        }

        impl<S: PartialEq, F> PartialEq for $machine<S, F> {
            fn eq(&self, other: &Self) -> bool {
                self.$state == other.$state
            }
        }

        impl<S: Eq, F> Eq for $machine<S, F> {}

        impl<S: core::hash::Hash, F> core::hash::Hash for $machine<S, F> {
            fn hash<H: core::hash::Hasher>(&self, hasher: &mut H) {
                self.$state.hash(hasher);
            }
        }
    };
}
pub(crate) use forward_to_state;

forward_to_state!(Machine, state);

/// One turn, as [`guarded`] would run it: each function is one for each coroutine of the user's, who waits for it to be compiled.
macro_rules! turn {
    ($machine:ident, $argument:expr) => {{
        let mut guard = $crate::machine::Guard { state: &mut $machine.state, runs: true };
        let turn = ($machine.step)(guard.state, $argument);
        guard.runs = false;
        turn
    }};
}
pub(crate) use turn;

/// Runs `step`. If it unwinds, what `state` keeps is dropped on the way.
#[inline]
pub fn guarded<S: State, O>(state: &mut S, step: impl FnOnce(&mut S) -> O) -> O {
    let mut guard = Guard { state, runs: true };
    let outcome = step(guard.state);
    guard.runs = false;
    outcome
}

/// It says when it is not needed any more, instead of being forgotten: that would be another function to compile for each coroutine.
pub struct Guard<'a, S: State> {
    pub state: &'a mut S,
    pub runs: bool,
}

impl<S: State> Drop for Guard<'_, S> {
    #[inline(always)]
    fn drop(&mut self) {
        if self.runs {
            self.state.panic();
        }
    }
}

/// What is over was resumed.
///
/// # Panics
///
/// Always.
#[cold]
#[inline(never)]
#[track_caller]
pub fn resumed_after_end(is_complete: bool) -> ! {
    if is_complete {
        panic!("coroutine resumed after completion");
    }
    panic!("coroutine resumed after panicking")
}
