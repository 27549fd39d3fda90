//! Where a suspended coroutine and its caller leave messages for each other.

use core::cell::UnsafeCell;
use core::fmt;
use core::marker::{PhantomData, PhantomPinned};
use core::pin::Pin;
use core::ptr::{self, NonNull};
use core::task::{Context, Poll, Waker};

use crate::pinned::{Message, Once};

/// The two ends never use it at the same time: its owner does between polls of the body, and the port inside them.
pub struct Slot<M> {
    message: UnsafeCell<M>,
    /// Where the waker is that the coroutine is being polled with. It is compared, never followed.
    waker: UnsafeCell<usize>,
    /// The port points here.
    _pinned: PhantomPinned,
}

// SAFETY: with a `&Slot`, only the functions below reach what is in it. One end is the `Pin<&mut Relay>` that they are
// called through, of which there is one at a time. The other is the one `Port` (or the `Wait` that borrows it mutably),
// which is only used while the body is polled, and so while that `Pin<&mut Relay>` is waiting. Whoever has either on
// another thread got it there by some synchronisation, and messages go along: hence the bound.
unsafe impl<M: Send> Sync for Slot<M> {}

impl<M: Message> Slot<M> {
    pub const fn new() -> Self {
        Self { message: UnsafeCell::new(M::NOTHING), waker: UnsafeCell::new(0), _pinned: PhantomPinned }
    }

    /// Puts in an argument, just before the body is polled with `waker`.
    #[inline]
    pub fn send(self: Pin<&mut Self>, argument: M::Resume, waker: &Waker) {
        let slot = self.into_ref().get_ref();
        // SAFETY: the body is not being polled, as the caller has the slot exclusively.
        unsafe { *slot.waker.get() = ptr::from_ref(waker).addr() };
        // What comes out is dropped when nothing is borrowed.
        drop(slot.exchange(|message| message.put_argument(argument)));
    }

    /// Takes out what was yielded, just after the body was polled.
    #[inline]
    pub fn receive(self: Pin<&mut Self>) -> Option<M::Yield> {
        self.into_ref().get_ref().exchange(M::take_yielded)
    }

    /// The one port to this slot.
    ///
    /// # Safety
    ///
    /// It is asked for once, and all that is made of `'port` is gone when the slot is.
    pub unsafe fn port<'port>(self: Pin<&mut Self>) -> Port<'port, M> {
        // SAFETY: the slot is not moved out of.
        let slot = unsafe { self.get_unchecked_mut() };
        Port(End { slot: NonNull::from(slot), lifetime: PhantomData })
    }

    /// Called by one end at a time, to move messages and nothing else: no code of the user may run in `change`.
    #[inline]
    fn exchange<O>(&self, change: impl FnOnce(&mut M) -> O) -> O {
        // SAFETY: the ends take turns, see `Sync` above, and the borrow ends with `change`.
        change(unsafe { &mut *self.message.get() })
    }
}

/// The body's end of the slot.
struct End<'port, M> {
    /// Not a `&'port Slot`, which would ask for `M: 'port`.
    slot: NonNull<Slot<M>>,
    lifetime: PhantomData<&'port mut ()>,
}

// SAFETY: it is used as a `&Slot` would be, and that is `Send`.
unsafe impl<M: Send> Send for End<'_, M> {}
// SAFETY: likewise.
unsafe impl<M: Send> Sync for End<'_, M> {}

impl<M> End<'_, M> {
    #[inline]
    const fn slot(&self) -> &Slot<M> {
        // SAFETY: it does not outlive its slot, see `Slot::port`.
        unsafe { self.slot.as_ref() }
    }
}

/// What the body yields through.
///
/// It is neither `Clone` nor `Copy`, and a yield borrows it mutably: no two yields can be under way at once.
pub struct Port<'port, M>(End<'port, M>);

impl<M: Message> Port<'_, M> {
    /// What goes through it.
    #[inline]
    pub const fn gate(&self) -> Gate<M> {
        Gate(PhantomData)
    }

    /// What the coroutine was resumed with first.
    ///
    /// # Panics
    ///
    /// If it was taken before.
    #[inline]
    pub fn first(&mut self) -> M::Resume {
        match self.0.slot().exchange(M::take_argument) {
            Some(argument) => argument,
            None => taken_before(),
        }
    }
}

#[cold]
#[inline(never)]
fn taken_before() -> ! {
    panic!("the resume argument was taken before")
}

impl<M> fmt::Debug for Port<'_, M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Port").finish_non_exhaustive()
    }
}

/// Says what goes through a port, as an [`Exchange`](crate::pinned::Exchange) does, but is worth nothing without one: a
/// macro of the user may be given its name together with a yield, and do with it what it likes.
pub struct Gate<M>(PhantomData<fn(M) -> M>);

/// Tells the compiler what goes through a port, before the rest of the body is checked.
#[inline]
pub const fn gate<M>(_once: Once, gate: Gate<M>) -> Gate<M> {
    gate
}

impl<M> Clone for Gate<M> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<M> Copy for Gate<M> {}

impl<M> fmt::Debug for Gate<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Gate").finish()
    }
}

impl<M: Message> Gate<M> {
    /// Hands over `value`. The future is ready with the argument of the next resumption.
    #[inline]
    pub fn suspend<'wait>(self, value: M::Yield, port: &'wait mut Port<'_, M>) -> Wait<'wait, M> {
        drop(port.0.slot().exchange(|message| message.put_yielded(value)));
        Wait(End { slot: port.0.slot, lifetime: PhantomData })
    }
}

/// A yield under way.
///
/// Dropped before it is ready, it takes along what it has handed over and nobody has received.
#[must_use = "a yield suspends when it is awaited"]
pub struct Wait<'port, M: Message>(End<'port, M>);

impl<M: Message> Future for Wait<'_, M> {
    type Output = M::Resume;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<M::Resume> {
        let slot = self.0.slot();
        if let Some(argument) = slot.exchange(M::take_argument) {
            return Poll::Ready(argument);
        }
        // SAFETY: the ends take turns, see `Sync` above.
        let polled_with = unsafe { *slot.waker.get() };
        if ptr::from_ref(context.waker()).addr() != polled_with {
            wake(context.waker());
        }
        Poll::Pending
    }
}

/// Somebody between the coroutine and its yield has a waker of its own, and may poll only what has been woken.
#[cold]
#[inline(never)]
fn wake(waker: &Waker) {
    waker.wake_by_ref();
}

impl<M: Message> Drop for Wait<'_, M> {
    #[inline]
    fn drop(&mut self) {
        let slot = self.0.slot();
        if slot.exchange(|message| message.is_yielded()) {
            drop(slot.exchange(M::take_yielded));
        }
    }
}

impl<M: Message> fmt::Debug for Wait<'_, M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Wait").finish_non_exhaustive()
    }
}
