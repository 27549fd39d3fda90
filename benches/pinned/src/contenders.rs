mod async_stream;
mod boxed;
mod generator;
mod hand;
mod ours;
mod unfold;

pub use async_stream::AsyncStream;
pub use boxed::Boxed;
pub use generator::{GenRc, GenSync};
pub use hand::{Hand, Turn};
pub use ours::{Enum, Ours};
pub use unfold::Unfold;
