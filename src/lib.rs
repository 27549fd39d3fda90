pub use coro_core::*;
pub use coro_core::__private;
pub use coro_macros::{coro, coroutine};
