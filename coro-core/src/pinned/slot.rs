//! What a suspended coroutine and its caller exchange.

use core::cell::UnsafeCell;
use core::fmt;
use core::marker::{PhantomData, PhantomPinned};
use core::mem;
use core::pin::Pin;
use core::ptr::{self, NonNull};
use core::task::{Context, Poll, Waker};

use crate::machine::resumed_after_end;

/// What is on its way.
#[derive(Debug)]
enum Message<Y, R> {
    Nothing,
    Argument(R),
    Yielded(Y),
    /// The body has returned.
    Closed,
}

/// The two ends never use it at the same time: its owner does between polls of the body, and the port inside them.
pub struct Slot<Y, R> {
    message: UnsafeCell<Message<Y, R>>,
    /// Where the waker is that the coroutine is being polled with. It is compared, never followed.
    waker: UnsafeCell<usize>,
    /// The port points here.
    _pinned: PhantomPinned,
}

// SAFETY: with a `&Slot`, only the functions below reach what is in it. One end is the `Pin<&mut Pinned>` that they are
// called through, of which there is one at a time. The other is the one `Port` (or the `Wait` that borrows it mutably),
// which is only used while the body is polled, and so while that `Pin<&mut Pinned>` is waiting. Whoever has either on
// another thread got it there by some synchronisation, and values go along: hence the bounds.
unsafe impl<Y: Send, R: Send> Sync for Slot<Y, R> {}

impl<Y, R> Slot<Y, R> {
    pub const fn new() -> Self {
        Self { message: UnsafeCell::new(Message::Nothing), waker: UnsafeCell::new(0), _pinned: PhantomPinned }
    }

    /// Puts in an argument, just before the body is polled with `waker`.
    #[inline]
    pub fn send(self: Pin<&mut Self>, argument: R, waker: &Waker) {
        // SAFETY: the body is not being polled, as the caller has the slot exclusively.
        unsafe { *self.waker.get() = ptr::from_ref(waker).addr() };
        self.into_ref().get_ref().replace(Message::Argument(argument));
    }

    /// Takes out what was yielded, just after the body was polled.
    #[inline]
    pub fn receive(self: Pin<&mut Self>) -> Option<Y> {
        match self.into_ref().get_ref().replace(Message::Nothing) {
            Message::Yielded(value) => Some(value),
            Message::Nothing | Message::Argument(_) | Message::Closed => None,
        }
    }

    /// Notes that the body has returned.
    #[inline]
    pub fn close(self: Pin<&mut Self>) {
        self.into_ref().get_ref().replace(Message::Closed);
    }

    #[inline]
    pub const fn is_closed(&self) -> bool {
        // SAFETY: the body is not being polled, as nobody has the coroutine exclusively.
        matches!(unsafe { &*self.message.get() }, Message::Closed)
    }

    /// Says why a body that has ended cannot be polled.
    #[cold]
    pub fn refuse(&self) -> ! {
        resumed_after_end(self.is_closed())
    }

    /// The one port to this slot.
    ///
    /// # Safety
    ///
    /// It is asked for once, and all that is made of `'port` is gone when the slot is.
    pub unsafe fn port<'port>(self: Pin<&mut Self>) -> Port<'port, Y, R> {
        // SAFETY: the slot is not moved out of.
        let slot = unsafe { self.get_unchecked_mut() };
        Port(End { slot: NonNull::from(slot), lifetime: PhantomData })
    }

    /// Called by one end at a time. The old message is handed out, so that it is dropped when nothing is borrowed.
    #[inline]
    fn replace(&self, message: Message<Y, R>) -> Message<Y, R> {
        // SAFETY: the ends take turns, see `Sync` above, and the borrow ends before any code of the user runs.
        mem::replace(unsafe { &mut *self.message.get() }, message)
    }
}

/// The body's end of the slot.
struct End<'port, Y, R> {
    /// Not a `&'port Slot`, which would ask for `Y: 'port`.
    slot: NonNull<Slot<Y, R>>,
    lifetime: PhantomData<&'port mut ()>,
}

// SAFETY: it is used as a `&Slot` would be, and that is `Send`.
unsafe impl<Y: Send, R: Send> Send for End<'_, Y, R> {}
// SAFETY: likewise.
unsafe impl<Y: Send, R: Send> Sync for End<'_, Y, R> {}

impl<Y, R> End<'_, Y, R> {
    #[inline]
    const fn slot(&self) -> &Slot<Y, R> {
        // SAFETY: it does not outlive its slot, see `Slot::port`.
        unsafe { self.slot.as_ref() }
    }
}

/// What the body yields through.
///
/// It is neither `Clone` nor `Copy`, and a yield borrows it mutably: no two yields can be under way at once.
pub struct Port<'port, Y, R>(End<'port, Y, R>);

impl<Y, R> Port<'_, Y, R> {
    /// What the coroutine was resumed with first.
    ///
    /// # Panics
    ///
    /// If it was taken before.
    #[inline]
    pub fn first(&mut self) -> R {
        match self.0.slot().replace(Message::Nothing) {
            Message::Argument(argument) => argument,
            Message::Nothing | Message::Yielded(_) | Message::Closed => panic!("the first resume argument was taken before"),
        }
    }
}

/// What goes through a port: known to the compiler before a yield's value is checked, while the port is not yet borrowed.
pub struct Exchange<Y, R>(PhantomData<fn(Y) -> R>);

/// Consumed by a body, which thereby can be run once only: the compiler then says less of closures in its errors.
#[derive(Debug)]
pub struct Once;

/// Tells the compiler, before the rest of the body is checked, what goes through its port.
#[inline]
pub const fn exchange<Y, R>(_once: Once, _port: &Port<'_, Y, R>) -> Exchange<Y, R> {
    Exchange(PhantomData)
}

impl<Y, R> Exchange<Y, R> {
    /// Hands over `value`. The future is ready with the argument of the next resumption.
    #[inline]
    pub fn suspend<'wait>(&self, value: Y, port: &'wait mut Port<'_, Y, R>) -> Wait<'wait, Y, R> {
        port.0.slot().replace(Message::Yielded(value));
        Wait(End { slot: port.0.slot, lifetime: PhantomData })
    }
}

impl<Y, R> fmt::Debug for Exchange<Y, R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Exchange").finish()
    }
}

impl<Y, R> fmt::Debug for Port<'_, Y, R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Port").finish_non_exhaustive()
    }
}

/// A yield under way.
///
/// Dropped before it is ready, it takes along what it has handed over and nobody has received.
#[must_use = "a yield suspends when it is awaited"]
pub struct Wait<'port, Y, R>(End<'port, Y, R>);

impl<Y, R> Future for Wait<'_, Y, R> {
    type Output = R;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<R> {
        let slot = self.0.slot();
        match slot.replace(Message::Nothing) {
            Message::Argument(argument) => Poll::Ready(argument),
            yielded => {
                slot.replace(yielded);
                // SAFETY: the ends take turns, see `Sync` above.
                let polled_with = unsafe { *slot.waker.get() };
                // Somebody between the coroutine and this yield polls only what has been woken.
                if ptr::from_ref(context.waker()).addr() != polled_with {
                    context.waker().wake_by_ref();
                }
                Poll::Pending
            }
        }
    }
}

impl<Y, R> Drop for Wait<'_, Y, R> {
    #[inline]
    fn drop(&mut self) {
        self.0.slot().replace(Message::Nothing);
    }
}

impl<Y, R> fmt::Debug for Wait<'_, Y, R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Wait").finish_non_exhaustive()
    }
}
