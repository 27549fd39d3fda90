//! Coroutines that borrow from themselves: `static`, `boxed`, streams and futures.

#[path = "pinned/attacks.rs"]
mod attacks;
#[path = "pinned/forms.rs"]
mod forms;
#[path = "pinned/streams.rs"]
mod streams;
