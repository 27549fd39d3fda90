//! Coroutines in boxes.

#![cfg(feature = "alloc")]

use coro_core::CoroutineState::{self, Yielded};
use coro_core::{Completion, Coroutine, CoroutineExt, from_fn, from_iter};
use std::marker::PhantomPinned;
use std::pin::Pin;

/// Yields what it is resumed with, and must not be moved.
#[derive(Default)]
struct Pinned(PhantomPinned);

impl Coroutine<u32> for Pinned {
    type Yield = u32;
    type Return = ();

    fn resume(self: Pin<&mut Self>, argument: u32) -> CoroutineState<u32, ()> {
        Yielded(argument)
    }
}

fn resume_once<R, C: Coroutine<R> + Unpin>(mut coroutine: C, argument: R) -> Option<C::Yield> {
    coroutine.resume_unpin(argument).yielded()
}

#[test]
fn in_a_box() {
    assert_eq!(resume_once(Box::new(from_iter([1])), ()), Some(1));
}

#[test]
fn in_a_pinned_box() {
    assert_eq!(resume_once(Box::pin(Pinned::default()), 4), Some(4));
}

#[test]
fn in_a_box_as_a_trait_object() {
    let object: Box<dyn Coroutine<Yield = u32, Return = ()> + Unpin> = Box::new(from_iter([7]));
    assert_eq!(resume_once(object, ()), Some(7));
}

#[test]
fn in_a_pinned_box_as_a_trait_object() {
    let object: Pin<Box<dyn Coroutine<u32, Yield = u32, Return = ()>>> = Box::pin(Pinned::default());
    assert_eq!(resume_once(object, 4), Some(4));
}

#[test]
fn in_a_box_with_an_argument_of_any_lifetime() {
    let measure = |text: &str| CoroutineState::<_, ()>::Yielded(text.len());
    let mut object: Box<dyn for<'a> Coroutine<&'a str, Yield = usize, Return = ()> + Unpin> = Box::new(from_fn(measure));
    for text in [String::from("four"), String::from("six")] {
        assert_eq!(object.resume_unpin(&text), Yielded(text.len()));
    }
}

#[test]
fn in_a_box_it_tells_completion() {
    let mut items = Box::new(from_iter([0; 0]));
    assert!(!items.is_complete());
    assert!(items.resume_unpin(()).is_complete());
    assert!(items.is_complete());
}
