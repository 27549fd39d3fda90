//! What the methods of [`CoroutineExt`](crate::CoroutineExt) and the functions `from_..` return.

mod from_fn;
mod from_future;
mod from_iter;
#[cfg(feature = "stream")]
mod from_stream;
mod into_future;
#[cfg(feature = "stream")]
mod into_stream;
mod iter;
mod map_resume;
mod map_return;
mod map_yield;

pub use from_fn::{FromFn, from_fn};
pub use from_future::{FromFuture, from_async_fn, from_future};
pub use from_iter::{FromIter, from_iter};
#[cfg(feature = "stream")]
pub use from_stream::{FromStream, from_stream};
pub use into_future::IntoFuture;
#[cfg(feature = "stream")]
pub use into_stream::IntoStream;
pub use iter::Iter;
pub use map_resume::MapResume;
pub use map_return::MapReturn;
pub use map_yield::MapYield;
