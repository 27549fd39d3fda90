//! Coroutines that `rustc` lays out: the body is an `async` closure, and each yield is an `await` inside it.
//!
//! ```text
//!                Pinned
//!   resume(a) --> slot: argument a -- poll the future --> the body takes it from its port
//!   Yielded(y) <- slot: yielded y <-- it is pending <---- exchange.suspend(y, &mut port).await
//! ```
//!
//! Nothing but the slot connects the two: no waker is replaced, nothing is allocated, thread-local or locked. The body is
//! handed its [`Port`] under a lifetime that it knows nothing of, and so cannot leave it anywhere but in its own future.

mod apart;
mod body;
mod coroutine;
#[cfg(feature = "alloc")]
mod iter;
mod message;
mod slot;
#[cfg(feature = "stream")]
mod stream;
mod yield_now;

pub use body::Body;
pub use coroutine::{Pinned, pinned};
#[cfg(feature = "alloc")]
pub use iter::{BoxedIter, boxed_iter};
pub use message::{Either, Item, Message};
pub use slot::{Exchange, Once, Port, Wait, exchange};
#[cfg(feature = "stream")]
pub use stream::{PinnedStream, stream};
pub use yield_now::{YieldNow, yield_now};
