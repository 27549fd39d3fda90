//! Coroutines that borrow from themselves: `static`, `boxed`, streams and futures.

#[path = "pinned/attacks.rs"]
mod attacks;
#[path = "pinned/conversions.rs"]
mod conversions;
#[path = "pinned/forms.rs"]
mod forms;
#[path = "pinned/immovable.rs"]
mod immovable;
#[path = "pinned/places.rs"]
mod places;
#[path = "pinned/streams.rs"]
mod streams;
