//! What the methods of [`CoroutineExt`](crate::CoroutineExt) and the functions `from_..` return.

mod from_fn;
mod from_iter;
mod iter;
mod map_resume;
mod map_return;
mod map_yield;

pub use from_fn::{FromFn, from_fn};
pub use from_iter::{FromIter, from_iter};
pub use iter::Iter;
pub use map_resume::MapResume;
pub use map_return::MapReturn;
pub use map_yield::MapYield;
