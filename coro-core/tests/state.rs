//! `CoroutineState`: both variants through each method.

use coro_core::CoroutineState::{self, Complete, Yielded};

type State = CoroutineState<u8, char>;

const YIELDED: State = Yielded(1);
const COMPLETE: State = Complete('c');

#[test]
fn is_asked() {
    assert!(YIELDED.is_yielded() && !YIELDED.is_complete());
    assert!(COMPLETE.is_complete() && !COMPLETE.is_yielded());
    assert_eq!((YIELDED.yielded(), YIELDED.complete()), (Some(1), None));
    assert_eq!((COMPLETE.yielded(), COMPLETE.complete()), (None, Some('c')));
}

#[test]
fn is_mapped() {
    assert_eq!([YIELDED, COMPLETE].map(|state| state.map_yielded(|value| value + 1)), [Yielded(2), Complete('c')]);
    assert_eq!([YIELDED, COMPLETE].map(|state| state.map_complete(|_| 'd')), [Yielded(1), Complete('d')]);
}

#[test]
fn is_borrowed() {
    assert_eq!(YIELDED.as_ref(), Yielded(&1));
    let mut state = COMPLETE;
    if let Complete(value) = state.as_mut() {
        *value = 'd';
    }
    assert_eq!(state, Complete('d'));
}

#[test]
fn is_unwrapped() {
    assert_eq!((YIELDED.unwrap_yielded(), COMPLETE.unwrap_complete()), (1, 'c'));
}

#[test]
#[should_panic(expected = "`unwrap_yielded` on a complete state: 'c'")]
fn unwrapping_the_yielded_value_of_a_complete_one_panics() {
    COMPLETE.unwrap_yielded();
}

#[test]
#[should_panic(expected = "`unwrap_complete` on a yielded state: 1")]
fn unwrapping_the_returned_value_of_a_yielded_one_panics() {
    YIELDED.unwrap_complete();
}

#[test]
fn is_ordered_and_printed() {
    assert!(YIELDED < COMPLETE);
    assert_eq!(format!("{YIELDED:?} {COMPLETE:?}"), "Yielded(1) Complete('c')");
}
