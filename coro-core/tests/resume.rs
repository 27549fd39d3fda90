//! Coroutines behind references and pins.

use coro_core::CoroutineState::{Complete, Yielded};
use coro_core::{Completion, Coroutine, CoroutineExt, CoroutineState, from_fn, from_iter};
use std::cell::Cell;
use std::marker::PhantomPinned;
use std::pin::{Pin, pin};

/// Yields how often it has been resumed, and must not be moved.
#[derive(Default)]
struct Pinned(Cell<u32>, PhantomPinned);

impl Coroutine<u32> for Pinned {
    type Yield = u32;
    type Return = ();

    fn resume(self: Pin<&mut Self>, argument: u32) -> CoroutineState<u32, ()> {
        self.0.set(self.0.get() + argument);
        Yielded(self.0.get())
    }
}

fn resume_once<R, C: Coroutine<R> + Unpin>(mut coroutine: C, argument: R) -> CoroutineState<C::Yield, C::Return> {
    coroutine.resume_unpin(argument)
}

#[test]
fn through_an_exclusive_reference() {
    let mut items = from_iter([1, 2]);
    assert_eq!(resume_once(&mut items, ()), Yielded(1));
    assert_eq!(resume_once(&mut &mut items, ()), Yielded(2));
    assert_eq!(resume_once(items, ()), Complete(()));
}

#[test]
fn through_a_trait_object() {
    let mut items = from_iter([1, 2]);
    let object: &mut (dyn Coroutine<Yield = i32, Return = ()> + Unpin) = &mut items;
    assert_eq!(resume_once(object, ()), Yielded(1));
}

#[test]
fn through_a_pin() {
    let mut pinned = pin!(Pinned::default());
    assert_eq!(resume_once(pinned.as_mut(), 2), Yielded(2));
    assert_eq!(resume_once(pinned, 3), Yielded(5));
}

#[test]
fn with_an_argument_of_any_lifetime() {
    fn longest<C: for<'a> Coroutine<&'a str, Yield = usize> + Unpin>(mut coroutine: C) -> usize {
        let text = String::from("four");
        drop(coroutine.resume_unpin(&text));
        let text = String::from("six");
        coroutine.resume_unpin(&text).yielded().unwrap_or_default()
    }
    let mut length = 0;
    let measure = move |text: &str| {
        length = length.max(text.len());
        CoroutineState::<_, ()>::Yielded(length)
    };
    assert_eq!(longest(from_fn(measure)), 4);
    assert_eq!(longest(from_fn(measure).by_ref()), 4);
}

#[test]
fn tells_completion_through_pointers() {
    fn is_complete<C: Completion>(coroutine: C) -> bool {
        coroutine.is_complete()
    }
    let mut items = from_iter([0; 0]);
    assert!(!is_complete(&items));
    assert!(items.resume_unpin(()).is_complete());
    assert!(is_complete(&items) && is_complete(items.by_ref()) && is_complete(Pin::new(&items)));
}
