//! Machines as the macros emit them: what they forward to their state, how they end, and when they drop what they keep.

use coro_core::__private::{MachineIter, State, Turn};
use coro_core::CoroutineState::{Complete, Yielded};
use coro_core::{Completion, Coroutine, CoroutineExt, Machine};
use std::cell::RefCell;
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Countdown<Kept> {
    Start { n: u32, kept: Kept },
    Done,
    Panicked,
}

impl<Kept> State for Countdown<Kept> {
    fn panic(&mut self) {
        *self = Self::Panicked;
    }

    fn is_complete(&self) -> bool {
        matches!(self, Self::Done)
    }
}

fn step<Kept>(state: &mut Countdown<Kept>) -> Turn<u32, &'static str> {
    match state {
        Countdown::Start { n: 0, .. } => {
            *state = Countdown::Done;
            Turn::Complete("lift-off")
        }
        Countdown::Start { n: 13, .. } => panic!("unlucky"),
        Countdown::Start { n, .. } => {
            *n -= 1;
            Turn::Yielded(*n + 1)
        }
        Countdown::Done => Turn::Over(true),
        Countdown::Panicked => Turn::Over(false),
    }
}

type Step<Kept> = fn(&mut Countdown<Kept>, ()) -> Turn<u32, &'static str>;

fn countdown<Kept>(n: u32, kept: Kept) -> Machine<Countdown<Kept>, Step<Kept>> {
    Machine::new(Countdown::Start { n, kept }, |state, ()| step(state))
}

fn panic_message<T>(run: impl FnOnce() -> T) -> &'static str {
    *catch_unwind(AssertUnwindSafe(run)).err().unwrap().downcast().unwrap()
}

/// Tells the log that it is dropped.
struct Loud(&'static str, Rc<RefCell<Vec<&'static str>>>);

impl Drop for Loud {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

#[test]
fn runs_to_its_end() {
    let mut machine = countdown(2, ());
    assert_eq!(machine.resume_unpin(()), Yielded(2));
    assert_eq!(machine.resume_unpin(()), Yielded(1));
    assert!(!machine.is_complete());
    assert_eq!(machine.resume_unpin(()), Complete("lift-off"));
    assert!(machine.is_complete());
    assert!(Completion::is_complete(&machine));
}

#[test]
fn panics_when_resumed_after_completion() {
    let mut machine = countdown(0, ());
    assert!(machine.resume_unpin(()).is_complete());
    let panicked = panic_message(|| machine.resume_unpin(()));
    assert_eq!(panicked, "coroutine resumed after completion");
}

#[test]
fn panics_when_resumed_after_panicking() {
    let mut machine = countdown(13, ());
    let first = panic_message(|| machine.resume_unpin(()));
    assert_eq!(first, "unlucky");
    assert!(!machine.is_complete());
    let second = panic_message(|| machine.resume_unpin(()));
    assert_eq!(second, "coroutine resumed after panicking");
}

#[test]
fn drops_what_it_keeps_while_a_panic_unwinds() {
    let log = Rc::default();
    let mut machine = countdown(13, Loud("kept", Rc::clone(&log)));
    panic_message(|| machine.resume_unpin(()));
    assert_eq!(*log.borrow(), ["kept"]);
    drop(machine);
    assert_eq!(*log.borrow(), ["kept"]);
}

#[test]
fn drops_its_state_before_its_step() {
    let log = Rc::default();
    let kept = Loud("kept", Rc::clone(&log));
    let captured = Loud("captured", Rc::clone(&log));
    let machine = Machine::new(Countdown::Start { n: 1, kept }, move |state: &mut Countdown<Loud>, (): ()| {
        let _captured = &captured;
        step(state)
    });
    drop(machine);
    assert_eq!(*log.borrow(), ["kept", "captured"]);
}

#[test]
fn is_printed_compared_hashed_and_cloned_as_its_state() {
    let mut machine = countdown(2, 'x');
    let before = machine.clone();
    assert_eq!(format!("{machine:?}"), "Start { n: 2, kept: 'x' }");
    assert_eq!(machine, before);
    assert_eq!(machine.resume_unpin(()), Yielded(2));
    assert_ne!(machine, before);
    assert_eq!([machine.clone(), before, machine].into_iter().collect::<HashSet<_>>().len(), 2);
}

#[test]
fn is_movable_and_as_large_as_its_state() {
    fn movable<T: Unpin>(_: &T) {}
    let step = |state: &mut Countdown<core::marker::PhantomPinned>, (): ()| step(state);
    let machine = Machine::new(Countdown::Start { n: 1, kept: core::marker::PhantomPinned }, step);
    movable(&machine);
    assert_eq!(size_of_val(&machine), size_of::<Countdown<core::marker::PhantomPinned>>());
}

#[test]
fn takes_arguments_that_are_borrowed_for_one_call() {
    fn fill() -> impl for<'a> Coroutine<&'a mut Vec<u32>, Yield = usize, Return = ()> + Unpin {
        let start = Countdown::Start { n: 0, kept: () };
        Machine::new(start, |state: &mut Countdown<()>, items: &mut Vec<u32>| {
            if let Countdown::Start { n, .. } = state {
                items.push(*n);
                *n += 1;
            }
            Turn::<_, ()>::Yielded(items.len())
        })
    }
    let mut fill = fill();
    let mut outer = vec![9];
    assert_eq!(fill.resume_unpin(&mut outer), Yielded(2));
    {
        let mut inner = Vec::new();
        assert_eq!(fill.resume_unpin(&mut inner), Yielded(1));
        assert_eq!(inner, [1]);
    }
    assert_eq!(outer, [9, 0]);
}

fn countdown_items(n: u32) -> impl Iterator<Item = u32> + Clone + std::fmt::Debug + Eq + std::hash::Hash + Completion {
    let state = Countdown::Start { n, kept: () };
    let step = |state: &mut Countdown<()>, (): ()| match step(state) {
        Turn::Yielded(item) => Turn::Yielded(item),
        Turn::Complete(_) => Turn::Complete(()),
        Turn::Over(is_complete) => Turn::Over(is_complete),
    };
    MachineIter { state, step }
}

#[test]
fn as_an_iterator_it_is_fused_and_as_large_as_its_state() {
    let mut items = countdown_items(2);
    assert_eq!(items.by_ref().collect::<Vec<_>>(), [2, 1]);
    assert_eq!((items.next(), items.next()), (None, None));
    assert!(items.is_complete());
    assert_eq!(size_of_val(&items), size_of::<Countdown<()>>());
}

#[test]
fn as_an_iterator_it_is_printed_compared_hashed_and_cloned_as_its_state() {
    let mut items = countdown_items(2);
    let before = items.clone();
    assert_eq!(format!("{items:?}"), "Start { n: 2, kept: () }");
    assert_eq!(items.next(), Some(2));
    assert_ne!(items, before);
    assert_eq!([items.clone(), before, items].into_iter().collect::<HashSet<_>>().len(), 2);
}

#[test]
fn as_an_iterator_it_panics_after_panicking() {
    let mut items = countdown_items(13);
    assert_eq!(panic_message(|| items.next()), "unlucky");
    assert_eq!(panic_message(|| items.next()), "coroutine resumed after panicking");
}
