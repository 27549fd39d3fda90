//! A method call that may consume its receiver, or may borrow it: the macro cannot see which.
//!
//! What the receiver's slot holds after [`__offer!`](crate::__offer) says which it was:
//!
//! ```text
//! __offer!(job, |job| job.finish())     job: &mut Option<Job>     None after it, if `finish` takes `self`
//! ```
//!
//! A closure that is not `move` captures a variable by value exactly if its body consumes it, so *it* has something to drop if and only
//! if the receiver was consumed (or what the other operands consume has, which the macro keeps out of the closure). That settles what
//! happened, but a variable cannot be named after it may have been moved, not even to put it back. So it is a variable of a future that
//! is polled once and never again. Where the variable was not consumed, it lies in the abandoned future, and is read back from there.

use core::cell::{Cell, UnsafeCell};
use core::convert::Infallible;
use core::future::Future;
use core::mem::{self, ManuallyDrop};
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
#[cfg(feature = "std")]
use std::boxed::Box;
#[cfg(feature = "std")]
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// One call of a method that returns `R`, on what is in a slot.
pub struct Offer<'a, T, R> {
    slot: UnsafeCell<&'a mut Option<T>>,
    /// Where the receiver lies while it is offered.
    place: Cell<*const T>,
    is_taken: Cell<bool>,
    returned: Cell<Option<Outcome<R>>>,
}

enum Outcome<R> {
    Returned(R),
    #[cfg(feature = "std")]
    Panicked(Box<dyn core::any::Any + Send>),
}

impl<T, R> core::fmt::Debug for Offer<'_, T, R> {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter.debug_struct("Offer").finish_non_exhaustive()
    }
}

impl<'a, T, R> Offer<'a, T, R> {
    /// Of what is in `slot`.
    #[inline]
    pub const fn new(slot: &'a mut Option<T>) -> Self {
        let place = Cell::new(core::ptr::null());
        Self { slot: UnsafeCell::new(slot), place, is_taken: Cell::new(true), returned: Cell::new(None) }
    }

    /// The receiver, out of its slot.
    #[inline]
    pub fn receiver(&self) -> T {
        // SAFETY: nothing else refers to what is in the cell, here and in `make`.
        match unsafe { (*self.slot.get()).take() } {
            Some(receiver) => receiver,
            None => unreachable!(),
        }
    }

    /// Where the variable is that the receiver was put into. What [`Offer::make`] reads back is there: only the macro may say it.
    #[inline]
    pub fn lies_at(&self, receiver: &T) {
        self.place.set(receiver);
    }

    /// Calls the method, in what is to be abandoned.
    #[inline]
    pub fn call<F: FnOnce() -> R>(&self, method: F) -> Abandoned {
        self.is_taken.set(mem::needs_drop::<F>());
        self.returned.set(Some(self.outcome(method)));
        Abandoned
    }

    /// A panic is caught where the receiver was not taken: it is put back, to be dropped when its turn comes.
    #[inline]
    fn outcome<F: FnOnce() -> R>(&self, method: F) -> Outcome<R> {
        #[cfg(feature = "std")]
        if mem::needs_drop::<T>() && !self.is_taken.get() {
            return match catch_unwind(AssertUnwindSafe(method)) {
                Ok(returned) => Outcome::Returned(returned),
                Err(panic) => Outcome::Panicked(panic),
            };
        }
        Outcome::Returned(method())
    }

    /// Makes the offer. `call` holds the receiver, and calls [`Offer::call`].
    #[inline]
    pub fn make<C: Future<Output = Infallible>>(&self, call: C) -> R {
        let mut call = OnceOnly { future: ManuallyDrop::new(call), is_abandoned: false };
        let future: *mut C = &raw mut *call.future;
        // SAFETY: it is not moved: it lies in `call` until it is dropped, or forgotten together with what it holds.
        let pinned = unsafe { Pin::new_unchecked(&mut *future) };
        let Poll::Pending = pinned.poll(&mut Context::from_waker(Waker::noop()));
        if mem::needs_drop::<T>() && !self.is_taken.get() {
            call.is_abandoned = true;
            let start = self.place.get().addr().wrapping_sub(future.addr());
            let fits = start.checked_add(size_of::<T>()).is_some_and(|end| end <= size_of::<C>());
            assert!(fits, "the receiver lies outside of the future that holds it");
            // SAFETY: the receiver has something to drop, was not moved, and is in scope at the `await` where the future waits, so it lies
            // there. The future is not looked at again, so there is one owner. Nothing refers to the receiver: it is a variable of the
            // future, so no borrow of it goes into `R` or out of the closure.
            unsafe { **self.slot.get() = Some(future.byte_add(start).cast::<T>().read()) };
        }
        match self.returned.take() {
            Some(Outcome::Returned(returned)) => returned,
            #[cfg(feature = "std")]
            Some(Outcome::Panicked(panic)) => resume_unwind(panic),
            None => unreachable!(),
        }
    }
}

/// Is waited for, but never comes.
#[derive(Debug)]
pub struct Abandoned;

impl Future for Abandoned {
    type Output = Infallible;

    #[inline]
    fn poll(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Infallible> {
        Poll::Pending
    }
}

/// A future that is dropped, also in a panic, if it is not abandoned.
struct OnceOnly<C> {
    future: ManuallyDrop<C>,
    is_abandoned: bool,
}

impl<C> Drop for OnceOnly<C> {
    #[inline]
    fn drop(&mut self) {
        if !self.is_abandoned {
            // SAFETY: it is dropped here only.
            unsafe { ManuallyDrop::drop(&mut self.future) };
        }
    }
}

/// Calls a method on what is in `slot`, which is empty afterwards if the method consumes its receiver.
///
/// With an answer of [`__choose!`](crate::__choose), it cannot be reached if that is not the right thing to do. The future is a body of
/// its own to the compiler, and so is told as well.
#[doc(hidden)]
#[macro_export]
macro_rules! __offer {
    ($(@ $answer:ident;)? $slot:expr, |$receiver:pat_param| $local:ident => $call:expr) => {{
        let offer = $crate::__private::Offer::new($slot);
        $crate::__private::Offer::make(&offer, async {
            $(let _ = $answer.free();)?
            #[allow(unused_mut)]
            let $receiver = $crate::__private::Offer::receiver(&offer);
            $crate::__private::Offer::lies_at(&offer, &$local);
            $crate::__private::Offer::call(&offer, || $call).await
        })
    }};
}
