//! The small words of the emitted code.

use coro_core::__private::{empty, held, held_ref, same_type, take, tie, witness};

#[test]
fn a_full_slot_gives_its_value() {
    let mut slot = Some(1);
    *held(&mut slot) += 1;
    assert_eq!(*held_ref(&slot), 2);
    assert_eq!(take(&mut slot), 2);
    assert_eq!(slot, None);
}

#[test]
#[should_panic(expected = "internal error: entered unreachable code")]
fn an_empty_slot_is_a_bug() {
    take(&mut None::<u8>);
}

#[test]
fn an_empty_slot_is_of_the_type_of_another() {
    let slot = Some(1_u16);
    let mut other = empty(&slot);
    assert_eq!(other, None);
    other = slot;
    assert_eq!(other, Some(1));
}

#[test]
fn a_witness_tells_a_closure_what_it_runs_on() {
    let start = Some("state");
    let types = witness(&start);
    let measure = |state: &mut Option<_>| {
        same_type(state, types);
        state.map_or(0, str::len)
    };
    assert_eq!(measure(&mut Some("four")), 4);

    let mut tied = tie(types, |state, extra: usize| state.map_or(0, str::len) + extra);
    assert_eq!(tied(&mut Some("four"), 1), 5);
}
