//! Coroutines that borrow from themselves: `static`, `boxed`, streams and futures.

#[path = "pinned/forms.rs"]
mod forms;
