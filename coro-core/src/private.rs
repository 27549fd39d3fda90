//! What generated code calls. Not for use by hand: it changes without notice, and an [`Exchange`] is sound only where the
//! macro writes it, in what a body itself awaits.

#![allow(clippy::inline_always, reason = "each is a word of the emitted code, also where nothing is optimised")]

#[cfg(feature = "alloc")]
pub use alloc::boxed::Box;
use core::future::Future;
use core::marker::PhantomData;
use core::mem::{self, ManuallyDrop};
use core::pin::pin;
use core::sync::atomic::{Ordering, compiler_fence};
use core::task::{Context, Poll, Waker};

pub use crate::choice::{AskKept, AskNumber, AskReference, ranks};
pub use crate::keep::{Ask, ForAny, ForCopy, ForTrivial, Gone, Kept, Probe, Restore};
pub use crate::machine::{State, Turn};
pub use crate::machine_iter::MachineIter;
pub use crate::offer::{Abandoned, Offer};
pub use crate::part::{PartCopy, PartEmptied, PartMoved, alike};
pub use crate::pinned::{
    Body, Either, Exchange, Gate, Here, Item, Message, Once, Pause, Pinned, Place, Port, Relay, Wait, YieldNow, exchange, gate,
    pinned, relayed, yield_now,
};
#[cfg(feature = "alloc")]
pub use crate::pinned::{BoxedIter, boxed_iter, settle, settle_send, settle_send_sync, settle_sync};
#[cfg(all(feature = "alloc", feature = "stream"))]
pub use crate::pinned::{BoxedStream, boxed_stream};
#[cfg(feature = "stream")]
pub use crate::pinned::{PinnedStream, stream};
pub use crate::primitive::primitive;
pub use crate::question::{Branch, FromResidual};

/// The type of `state`, for [`same_type`].
#[inline(always)]
pub fn witness<S>(_state: &S) -> PhantomData<S> {
    PhantomData
}

/// Tells the compiler, before the step's body is checked, that its state is of the type of the first one.
#[inline(always)]
pub fn same_type<S>(_state: &mut S, _witness: PhantomData<S>) {}

/// Tells the compiler, before the body of `step` is checked, what state it is run on.
#[inline(always)]
pub fn tie<S, R, O, F>(_witness: PhantomData<S>, step: F) -> F
where
    F: FnMut(&mut S, R) -> O,
{
    step
}

/// The branch that this stands in is taken once, as far as the compiler should care: the state that is resumed is asked for first.
#[cold]
#[inline]
pub fn seldom() {}

/// A turn of an outer loop begins, and reads what is kept anew. Else LLVM reads it as soon as the coroutine is resumed, which mostly
/// goes on with an inner loop, and keeps it in registers that the inner loop could use.
#[inline(always)]
pub fn anew() {
    compiler_fence(Ordering::Acquire);
}

/// What a future comes to, if it never waits.
#[inline(always)]
pub fn once<F: Future>(future: F) -> Option<F::Output> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// What a body returns, in a place that is never reached.
#[cold]
pub fn returned<T>() -> T {
    unreachable!()
}

/// What the first turn of a loop finds of the one before.
#[inline(always)]
pub fn nothing<K: Default>() -> K {
    K::default()
}

/// Writes a state over one that holds nothing: there is nothing to drop.
#[inline(always)]
pub fn enter<S>(place: &mut S, state: S) {
    // Not `mem::forget`, which would be another function to compile for each coroutine.
    let _ = ManuallyDrop::new(mem::replace(place, state));
}

/// What was kept of a local, in a new slot like `slot`.
#[inline(always)]
pub fn restored<T>(_slot: &Option<T>, kept: &mut impl Restore<T>) -> Option<T> {
    kept.restore()
}

/// Tells the compiler what `slot` is for.
#[inline(always)]
pub fn slot_of<T>(_slot: &Option<T>, _value: &T) {}

/// What goes to a slot like `slot`.
#[inline(always)]
pub fn handed<T>(_slot: &Option<T>, value: T) -> Option<T> {
    Some(value)
}

/// An empty slot for what `slot` is for.
#[inline(always)]
pub fn empty<T>(_slot: &Option<T>) -> Option<T> {
    None
}

/// The value in a slot that is full.
#[inline(always)]
pub fn held<T>(slot: &mut Option<T>) -> &mut T {
    match slot {
        Some(value) => value,
        None => slot_is_empty(),
    }
}

/// The value in a slot that is full.
#[inline(always)]
pub fn held_ref<T>(slot: &Option<T>) -> &T {
    match slot {
        Some(value) => value,
        None => slot_is_empty(),
    }
}

/// A slot.
pub trait Slot {
    /// What it is for.
    type Value;
    /// The slot itself.
    fn slot(&mut self) -> &mut Option<Self::Value>;
}

impl<T> Slot for Option<T> {
    type Value = T;

    #[inline(always)]
    fn slot(&mut self) -> &mut Self {
        self
    }
}

/// The value out of a slot that is full. Its type is told by the slot, and not by what is wanted: it may be coerced.
#[inline(always)]
pub fn take<S: Slot>(slot: &mut S) -> S::Value {
    taken(slot.slot())
}

#[inline(always)]
fn taken<T>(slot: &mut Option<T>) -> T {
    match slot.take() {
        Some(value) => value,
        None => slot_is_empty(),
    }
}

#[cold]
#[inline(never)]
fn slot_is_empty() -> ! {
    unreachable!()
}

/// Stands where the state can be no other one: a mistake of the macro's if it is reached.
///
/// As `extern "C"`, it aborts and never unwinds, so that it needs no landing pad where nothing else does.
#[cold]
#[inline(never)]
pub extern "C" fn unreachable() -> ! {
    unreachable!()
}
