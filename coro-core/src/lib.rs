//! The traits, adapters and run-time support of the `coro` crate, which re-exports all that users need.
//!
//! | feature | what it adds |
//! |---|---|
//! | `alloc` | [`Coroutine`] and [`Completion`] for `Box` |
//! | `stream` | streams, of the `futures-core` crate |
//! | `std` (default) | `alloc`, and that the iterators of hash maps are known to need no drop |

#![no_std]
#![deny(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod adapters;
mod choice;
mod completion;
mod coroutine;
mod ext;
mod keep;
mod machine;
mod machine_iter;
#[allow(unsafe_code, reason = "what a call did not consume is read back")]
mod offer;
mod part;
#[allow(unsafe_code, reason = "a pinned coroutine and its body share a slot")]
mod pinned;
mod pinned_progress;
mod primitive;
mod progress;
mod question;
mod state;
mod trivial;

#[cfg(feature = "stream")]
pub use adapters::from_stream;
pub use adapters::{from_async_fn, from_fn, from_future, from_iter};
pub use completion::Completion;
pub use coroutine::Coroutine;
pub use ext::CoroutineExt;
pub use machine::Machine;
pub use state::CoroutineState;
