//! How a body that is polled and the poll itself find each other.

use core::cell::UnsafeCell;
use core::fmt;
use core::marker::PhantomData;
use core::pin::Pin;
use core::ptr;
use core::task::{Context, Poll, Waker};

use pin_project_lite::pin_project;

use crate::pinned::Message;

/// Lies on the stack of one poll, and takes a message in and another out.
///
/// The body is polled with the context in it, and finds the message by the context's address: what a body awaits is polled
/// with the context that it was itself supplied with, as the Reference has it. What that context holds does not matter, as
/// any future may replace it. So nothing in the coroutine points to anywhere, and the compiler may keep all of it in
/// registers.
#[repr(C)]
pub struct Tray<'a, M> {
    /// It comes first: it is where the tray is.
    context: Context<'a>,
    message: UnsafeCell<M>,
}

impl<'a, M: Message> Tray<'a, M> {
    #[inline]
    pub const fn new(message: M, waker: &'a Waker) -> Self {
        Self { context: Context::from_waker(waker), message: UnsafeCell::new(message) }
    }

    /// Polls the body of a coroutine, and hands out what is on the tray afterwards.
    #[inline(always)]
    pub fn poll<F: Future>(mut self, body: Pin<&mut F>) -> (Poll<F::Output>, M) {
        let tray = &raw mut self;
        tray.expose_provenance();
        // SAFETY: the context is there, and nobody else has it. It is not borrowed through `self`, which would be the end of
        // what was exposed.
        let polled = body.poll(unsafe { &mut (*tray).context });
        (polled, self.message.into_inner())
    }

    /// What `change` makes of the message on the tray that `context` is in. No code of the user may run in it.
    ///
    /// # Safety
    ///
    /// It is the context that `poll`, which has yet to return, polled the body with, of a tray with such messages.
    #[inline]
    pub unsafe fn exchange<O>(context: &mut Context<'_>, change: impl FnOnce(&mut M) -> O) -> O {
        // The reference is to the context alone. What may reach the rest of the tray was exposed by `poll`.
        let tray = ptr::with_exposed_provenance::<Self>(ptr::from_mut(context).expose_provenance());
        // SAFETY: the context is where the tray is, and the borrow ends with `change`.
        change(unsafe { &mut *(*tray).message.get() })
    }
}

/// What the body yields through, wherever the macro sees a yield with its own eyes: in the body, and in no macro, closure
/// or block of another future, nor where an attribute that it does not know may move it to one.
///
/// So what its functions return is awaited by the body itself, and is polled with the context of `Tray::poll`.
/// All that is unsafe below rests on that. Yields that are elsewhere go through a [`Port`](crate::pinned::Port), which
/// relies on nothing.
pub struct Exchange<M>(PhantomData<fn(M) -> M>);

impl<M> Clone for Exchange<M> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<M> Copy for Exchange<M> {}

impl<M> Exchange<M> {
    pub(super) const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<M: Message> Exchange<M> {
    /// Ready with what the coroutine was resumed with first.
    #[inline]
    pub const fn first(self) -> Pause<M> {
        Pause(PhantomData)
    }

    /// As `first`, of a body that is suspended in one place only.
    #[inline]
    pub const fn first_of_one(self) -> First<M> {
        First(Pause(PhantomData))
    }

    /// Ready at once.
    #[inline]
    pub const fn here(self) -> Here<M> {
        Here(PhantomData)
    }

    /// What `future` is ready with, and the place for what is yielded next.
    #[inline]
    pub fn through<F: IntoFuture>(self, future: F) -> Through<F::IntoFuture, M> {
        Through { future: future.into_future(), message: PhantomData }
    }

    /// Hands over `value`. The future is ready with the argument of the next resumption.
    #[inline]
    pub fn put(self, value: M::Yield, place: Place<M>) -> Pause<M> {
        // SAFETY: it is the place of the poll that has yet to return, see `Place`.
        drop(unsafe { &mut *place.0 }.put_yielded(value));
        Pause(PhantomData)
    }
}

impl<M> fmt::Debug for Exchange<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Exchange").finish()
    }
}

/// Consumed by a body, which thereby can be run once only: the compiler then says less of closures in its errors.
#[derive(Debug)]
pub struct Once;

/// Tells the compiler what goes through an exchange, before the rest of the body is checked.
#[inline]
pub const fn exchange<M>(_once: Once, exchange: Exchange<M>) -> Exchange<M> {
    exchange
}

/// A place for what is yielded, on the tray of one poll.
///
/// The macro writes nothing between where it gets one and where it uses it that the body could be suspended in.
#[derive(Debug)]
pub struct Place<M>(*mut M);

impl<M: Message> Place<M> {
    /// # Safety
    ///
    /// As of [`Tray::exchange`].
    #[inline]
    unsafe fn of(context: &mut Context<'_>) -> Self {
        // SAFETY: the caller's.
        Self(unsafe { Tray::exchange(context, |message| ptr::from_mut(message)) })
    }
}

/// Finds the tray.
#[must_use = "futures do nothing unless awaited"]
pub struct Here<M>(PhantomData<fn(M) -> M>);

impl<M: Message> Future for Here<M> {
    type Output = Place<M>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Place<M>> {
        // SAFETY: the context is the one that the body is polled with, see `Exchange`.
        Poll::Ready(unsafe { Place::of(context) })
    }
}

impl<M> fmt::Debug for Here<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Here").finish()
    }
}

/// Ready when there is an argument.
#[must_use = "a yield suspends when it is awaited"]
pub struct Pause<M>(PhantomData<fn(M) -> M>);

impl<M: Message> Future for Pause<M> {
    type Output = (M::Resume, Place<M>);

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<(M::Resume, Place<M>)> {
        // SAFETY: the context is the one that the body is polled with, see `Exchange`.
        let (argument, place) = unsafe { (Tray::exchange(context, M::take_argument), Place::of(context)) };
        argument.map_or(Poll::Pending, |argument| Poll::Ready((argument, place)))
    }
}

impl<M> fmt::Debug for Pause<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Pause").finish()
    }
}

pin_project! {
    /// Something else that the body awaits.
    #[must_use = "futures do nothing unless awaited"]
    pub struct Through<F, M> {
        #[pin]
        future: F,
        message: PhantomData<fn(M) -> M>,
    }
}

impl<F: Future, M: Message> Future for Through<F, M> {
    type Output = (F::Output, Place<M>);

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<(F::Output, Place<M>)> {
        // SAFETY: the context is the one that the body is polled with, see `Exchange`. The future may put another one in it,
        // but not it elsewhere.
        self.project().future.poll(context).map(|value| (value, unsafe { Place::of(context) }))
    }
}

impl<F, M> fmt::Debug for Through<F, M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Through").finish_non_exhaustive()
    }
}

/// A [`Pause`] that begins the body, and is never pending.
#[must_use = "futures do nothing unless awaited"]
pub struct First<M>(Pause<M>);

impl<M: Message> Future for First<M> {
    type Output = (M::Resume, Place<M>);

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<(M::Resume, Place<M>)> {
        begins::<M>();
        Pin::new(&mut self.0).poll(context)
    }
}

impl<M> fmt::Debug for First<M> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("First").finish()
    }
}

/// Does nothing, seldom: so LLVM asks for the state of the one yield first. Else it jumps through a table at each resumption,
/// which takes as long as all the rest.
///
/// It goes by calls that are `cold`, that cannot unwind, and that are still there when it lays out the jumps: hence the volatile
/// read.
#[cold]
#[inline(never)]
#[allow(clippy::extra_unused_type_parameters, reason = "LLVM sees what is generic, and so that it touches no memory of others")]
extern "C" fn begins<M>() {
    let here = 0_u8;
    // SAFETY: it is a reference.
    unsafe { ptr::from_ref(&here).read_volatile() };
}
