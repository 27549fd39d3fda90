use core::pin::Pin;
use core::task::{Context, Poll};

/// What `yield_!()` is in a future: it gives way once.
#[inline]
pub const fn yield_now() -> YieldNow {
    YieldNow { yielded: false }
}

/// Pending once, and woken at once.
#[derive(Debug)]
#[must_use = "futures do nothing unless awaited"]
pub struct YieldNow {
    yielded: bool,
}

impl Future for YieldNow {
    type Output = ();

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.yielded {
            return Poll::Ready(());
        }
        self.yielded = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
