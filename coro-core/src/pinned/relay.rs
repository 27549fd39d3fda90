use core::pin::Pin;
use core::task::{Context, Poll};

use pin_project_lite::pin_project;

use crate::pinned::slot::Slot;
use crate::pinned::tray::Tray;
use crate::pinned::{Body, Message, Pinned, pinned};

pin_project! {
    /// A body that yields through a port, as one that yields through an exchange.
    ///
    /// It costs a pointer, a slot and a few instructions more. In return a port is safe in any future that it gets to.
    #[project(!Unpin)]
    pub struct Relay<F, M>
    where
        F: Body<'static, M>,
    {
        // In this order: the body is dropped before the slot that its port points to.
        #[pin]
        stage: Stage<F, F::Future>,
        #[pin]
        slot: Slot<M>,
    }
}

pin_project! {
    #[project = StageProjection]
    #[project_replace = StageReplaced]
    enum Stage<F, Fut> {
        Start { body: F },
        Running { #[pin] future: Fut },
        Ended,
    }
}

/// [`pinned`], of a body that yields where the macro cannot see it.
#[inline]
pub fn relayed<M, T, F>(body: F) -> Pinned<Relay<F, M>, M>
where
    F: for<'port> Body<'port, M, Output = T>,
    M: Message,
{
    pinned(|_| Relay { stage: Stage::Start { body }, slot: Slot::new() })
}

impl<F, M, T> Future for Relay<F, M>
where
    F: for<'port> Body<'port, M, Output = T>,
    M: Message,
{
    type Output = T;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut this = self.project();
        // Not through a `&Stage`, which would end the exclusive borrows that the body has of itself.
        if matches!(this.stage.as_mut().project(), StageProjection::Start { .. }) {
            begin(this.stage.as_mut(), this.slot.as_mut());
        }
        // SAFETY: it is the body of a coroutine, and polled as that is.
        if let Some(argument) = unsafe { Tray::exchange(context, M::take_argument) } {
            this.slot.as_mut().send(argument, context.waker());
        }
        let StageProjection::Running { future } = this.stage.as_mut().project() else { unreachable!() };
        if let Poll::Ready(value) = future.poll(context) {
            return Poll::Ready(value);
        }
        if let Some(value) = this.slot.receive() {
            // SAFETY: as above.
            drop(unsafe { Tray::exchange(context, |message: &mut M| message.put_yielded(value)) });
        }
        Poll::Pending
    }
}

/// Makes the body's future, in the place where it is pinned.
#[cold]
fn begin<F, M>(mut stage: Pin<&mut Stage<F, F::Future>>, slot: Pin<&mut Slot<M>>)
where
    F: Body<'static, M>,
    M: Message,
{
    let StageReplaced::Start { body } = stage.as_mut().project_replace(Stage::Ended) else { return };
    // SAFETY: once, as the body is consumed. `relayed` has seen to it that the body takes a port of any lifetime, and that
    // its value is the same for all: so whatever is made of this one is in the future, which comes before the slot in
    // `Relay` and is dropped first, or never.
    let port = unsafe { slot.port() };
    stage.set(Stage::Running { future: body.begin(port) });
}
