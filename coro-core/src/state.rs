use core::fmt::Debug;

/// What a resumption came to: the coroutine stopped at a yield, or it is at its end.
///
/// ```
/// use coro_core::{Coroutine, CoroutineExt, CoroutineState};
///
/// let mut items = coro_core::from_iter([7]);
/// assert_eq!(items.resume_unpin(()), CoroutineState::Yielded(7));
/// assert_eq!(items.resume_unpin(()), CoroutineState::Complete(()));
/// ```
///
/// As `core::ops::CoroutineState`, with the inspection methods of [`ControlFlow`](core::ops::ControlFlow).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CoroutineState<Y, T> {
    /// It stopped at a yield, with this value.
    Yielded(Y),
    /// It returned this value and must not be resumed again.
    Complete(T),
}

use CoroutineState::{Complete, Yielded};

impl<Y, T> CoroutineState<Y, T> {
    /// Whether the coroutine stopped at a yield.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Complete, Yielded};
    /// assert!(CoroutineState::<_, ()>::is_yielded(&Yielded(1)));
    /// assert!(!CoroutineState::<(), _>::is_yielded(&Complete(1)));
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_yielded(&self) -> bool {
        matches!(self, Yielded(_))
    }

    /// Whether the coroutine is at its end.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Complete, Yielded};
    /// assert!(CoroutineState::<(), _>::is_complete(&Complete(1)));
    /// assert!(!CoroutineState::<_, ()>::is_complete(&Yielded(1)));
    /// ```
    #[must_use]
    #[inline]
    pub const fn is_complete(&self) -> bool {
        matches!(self, Complete(_))
    }

    /// The yielded value, if there is one.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Yielded};
    /// let state: CoroutineState<_, ()> = Yielded(1);
    /// assert_eq!(state.yielded(), Some(1));
    /// ```
    #[must_use]
    #[inline]
    pub fn yielded(self) -> Option<Y> {
        match self {
            Yielded(value) => Some(value),
            Complete(_) => None,
        }
    }

    /// The returned value, if there is one.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Complete};
    /// let state: CoroutineState<(), _> = Complete(1);
    /// assert_eq!(state.complete(), Some(1));
    /// ```
    #[must_use]
    #[inline]
    pub fn complete(self) -> Option<T> {
        match self {
            Yielded(_) => None,
            Complete(value) => Some(value),
        }
    }

    /// A state that borrows the value.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Yielded};
    /// let state: CoroutineState<String, ()> = Yielded(String::from("four"));
    /// assert_eq!(state.as_ref().yielded().map(String::len), Some(4));
    /// assert!(state.is_yielded());
    /// ```
    #[inline]
    pub const fn as_ref(&self) -> CoroutineState<&Y, &T> {
        match self {
            Yielded(value) => Yielded(value),
            Complete(value) => Complete(value),
        }
    }

    /// A state that borrows the value mutably.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Complete, Yielded};
    /// let mut state: CoroutineState<u32, u32> = Complete(1);
    /// *state.as_mut().into_inner() += 1;
    /// assert_eq!(state, Complete(2));
    /// ```
    #[inline]
    pub const fn as_mut(&mut self) -> CoroutineState<&mut Y, &mut T> {
        match self {
            Yielded(value) => Yielded(value),
            Complete(value) => Complete(value),
        }
    }

    /// Changes the yielded value with `map`.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Yielded};
    /// let state: CoroutineState<_, ()> = Yielded(1);
    /// assert_eq!(state.map_yielded(|value| value + 1), Yielded(2));
    /// ```
    #[inline]
    pub fn map_yielded<Z>(self, map: impl FnOnce(Y) -> Z) -> CoroutineState<Z, T> {
        match self {
            Yielded(value) => Yielded(map(value)),
            Complete(value) => Complete(value),
        }
    }

    /// Changes the returned value with `map`.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Complete};
    /// let state: CoroutineState<(), _> = Complete(1);
    /// assert_eq!(state.map_complete(|value| value + 1), Complete(2));
    /// ```
    #[inline]
    pub fn map_complete<U>(self, map: impl FnOnce(T) -> U) -> CoroutineState<Y, U> {
        match self {
            Yielded(value) => Yielded(value),
            Complete(value) => Complete(map(value)),
        }
    }

    /// The yielded value.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Yielded};
    /// let state: CoroutineState<_, ()> = Yielded(1);
    /// assert_eq!(state.unwrap_yielded(), 1);
    /// ```
    ///
    /// # Panics
    ///
    /// If the coroutine is at its end, with what it returned.
    #[inline]
    #[track_caller]
    pub fn unwrap_yielded(self) -> Y
    where
        T: Debug,
    {
        match self {
            Yielded(value) => value,
            Complete(value) => unwrap_failed("`unwrap_yielded` on a complete state", &value),
        }
    }

    /// The returned value.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{self, Complete};
    /// let state: CoroutineState<(), _> = Complete(1);
    /// assert_eq!(state.unwrap_complete(), 1);
    /// ```
    ///
    /// # Panics
    ///
    /// If the coroutine stopped at a yield, with what it yielded.
    #[inline]
    #[track_caller]
    pub fn unwrap_complete(self) -> T
    where
        Y: Debug,
    {
        match self {
            Yielded(value) => unwrap_failed("`unwrap_complete` on a yielded state", &value),
            Complete(value) => value,
        }
    }
}

impl<V> CoroutineState<V, V> {
    /// The value, whether yielded or returned.
    ///
    /// ```
    /// # use coro_core::CoroutineState::{Complete, Yielded};
    /// assert_eq!([Yielded(1), Complete(2)].map(|state| state.into_inner()), [1, 2]);
    /// ```
    #[inline]
    pub fn into_inner(self) -> V {
        match self {
            Yielded(value) | Complete(value) => value,
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn unwrap_failed(what: &str, value: &dyn Debug) -> ! {
    panic!("{what}: {value:?}")
}
