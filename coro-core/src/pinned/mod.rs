//! Coroutines that `rustc` lays out: the body is an `async` closure, and each yield is an `await` inside it.
//!
//! ```text
//!                Pinned                        tray, on the stack
//!   resume(a) --> tray: argument a -- poll the future, with the tray's context --> the body takes it
//!   Yielded(y) <- tray: yielded y  <-- it is pending <---- exchange.here().await.put(y).await
//! ```
//!
//! The tray begins with a context of the executor's own waker; its address is how the body finds the tray. Nothing else
//! connects the two: nothing is allocated, thread-local or locked, and nothing in the coroutine points to a part of it that
//! the body did not borrow itself.
//!
//! That is sound where the body itself awaits the yield, which the macro sees to. In a macro that it does not know, a yield
//! may come to be in any future, under any context. A body with one is run by a [`Relay`], which has a slot in the coroutine,
//! and hands the body a [`Port`] that points there. The port's lifetime is one that the body knows nothing of, and so it
//! cannot be left anywhere but in the body's own future.

#![allow(clippy::inline_always, reason = "what runs a body is a few lines, and LLVM else counts it as a part of the body")]

mod apart;
mod body;
#[cfg(all(feature = "alloc", feature = "stream"))]
mod boxed_stream;
mod coroutine;
#[cfg(feature = "alloc")]
mod iter;
mod message;
mod relay;
mod slot;
#[cfg(feature = "stream")]
mod stream;
mod tray;
mod yield_now;

pub use apart::Visible;
pub use body::Body;
#[cfg(all(feature = "alloc", feature = "stream"))]
pub use boxed_stream::{BoxedStream, boxed_stream};
pub use coroutine::{Pinned, pinned};
#[cfg(feature = "alloc")]
pub use iter::{BoxedIter, boxed_iter, settle, settle_send, settle_send_sync, settle_sync};
pub use message::{Either, Item, Message};
pub use relay::{Relay, relayed};
pub use slot::{Gate, Port, Wait, gate};
#[cfg(feature = "stream")]
pub use stream::{PinnedStream, stream};
pub use tray::{Exchange, Here, Once, Pause, Place, exchange};
pub use yield_now::{YieldNow, yield_now};
