//! The adapters over a coroutine, and the ways from and to iterators and closures.

use coro_core::CoroutineState::{Complete, Yielded};
use coro_core::{Completion, Coroutine, CoroutineExt, CoroutineState, from_fn, from_iter};
use std::marker::PhantomPinned;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::rc::Rc;

/// Yields what it is resumed with until that is zero, and must not be moved.
struct Echo(PhantomPinned);

impl Coroutine<u32> for Echo {
    type Yield = u32;
    type Return = &'static str;

    fn resume(self: Pin<&mut Self>, argument: u32) -> CoroutineState<u32, &'static str> {
        if argument == 0 { Complete("zero") } else { Yielded(argument) }
    }
}

fn panic_message<T>(run: impl FnOnce() -> T) -> &'static str {
    *catch_unwind(AssertUnwindSafe(run)).err().unwrap().downcast().unwrap()
}

#[test]
fn the_maps_work_on_a_pinned_coroutine() {
    let echo = Echo(PhantomPinned).map_yield(|value| value * 2).map_return(str::len);
    let mut echo = pin!(echo.map_resume(|text: &str| text.len().try_into().unwrap()));
    assert_eq!(echo.as_mut().resume("abc"), Yielded(6));
    assert_eq!(echo.as_mut().resume(""), Complete(4));
}

#[test]
fn the_maps_are_called_in_order() {
    let mut calls = Vec::new();
    let mut items = from_iter(["a"]).map_yield(|item| calls.push(item)).map_return(|()| "end");
    assert_eq!(items.resume_unpin(()), Yielded(()));
    assert_eq!(items.resume_unpin(()), Complete("end"));
    assert_eq!(calls, ["a"]);
}

#[test]
fn the_maps_tell_completion_and_are_printed() {
    let mut items = from_iter([0; 0]).map_yield(|item| item + 1).map_return(|()| 1).map_resume(|(): ()| ());
    assert!(!items.is_complete());
    assert!(format!("{items:?}").starts_with("MapResume { coroutine: MapReturn { coroutine: MapYield {"));
    assert!(items.resume_unpin(()).is_complete());
    assert!(items.is_complete());
}

#[test]
fn an_iterator_there_and_back() {
    let items = from_iter(1..4).into_iter();
    assert_eq!(items.clone().collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(from_iter(items).into_iter().sum::<u32>(), 6);
}

#[test]
fn an_iterator_is_fused_and_drops_the_coroutine_at_its_end() {
    let kept = Rc::new(());
    let watch = Rc::downgrade(&kept);
    let mut left = 3;
    let mut items = from_fn(move |(): ()| {
        left -= Rc::strong_count(&kept);
        if left == 0 { Complete(()) } else { Yielded(left) }
    })
    .into_iter();
    assert_eq!((items.next(), items.next()), (Some(2), Some(1)));
    assert!(!items.is_complete() && watch.upgrade().is_some());
    assert_eq!((items.next(), items.next()), (None, None));
    assert!(items.is_complete() && watch.upgrade().is_none());
}

#[test]
fn an_iterator_over_a_borrowed_coroutine_leaves_the_rest() {
    let mut items = from_iter(1..);
    assert_eq!(items.by_ref().into_iter().take(2).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(items.resume_unpin(()), Yielded(3));
}

#[test]
fn a_closure_there_and_back() {
    let mut closure = from_iter(["a"]).into_fn_mut();
    assert_eq!(closure(()), Yielded("a"));
    let mut coroutine = from_fn(closure);
    assert_eq!(coroutine.resume_unpin(()), Complete(()));
}

#[test]
fn from_fn_panics_after_completion() {
    let mut done = from_fn(|(): ()| CoroutineState::<(), _>::Complete(1));
    assert_eq!(done.resume_unpin(()), Complete(1));
    for _ in 0..2 {
        let panicked = panic_message(|| done.resume_unpin(()));
        assert_eq!(panicked, "coroutine resumed after completion");
        assert!(done.is_complete());
    }
}

#[test]
fn from_iter_panics_after_panicking() {
    let mut items = from_iter((0..2).inspect(|item| assert!(*item == 0, "one")));
    assert_eq!(items.resume_unpin(()), Yielded(0));
    assert_eq!(panic_message(|| items.resume_unpin(())), "one");
    assert!(!items.is_complete());
    assert_eq!(panic_message(|| items.resume_unpin(())), "coroutine resumed after panicking");
}

#[test]
fn everything_can_be_cloned_half_way() {
    let mut items = from_iter(1..3).map_yield(|item| item * 10);
    assert_eq!(items.resume_unpin(()), Yielded(10));
    let mut copy = items.clone();
    assert_eq!(items.resume_unpin(()), Yielded(20));
    assert_eq!(copy.resume_unpin(()), Yielded(20));
}
