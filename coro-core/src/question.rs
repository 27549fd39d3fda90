//! `?` in a coroutine, on stable: the traits behind it are those of `core::ops::Try`, which generated code cannot name.

use core::convert::Infallible;
use core::ops::ControlFlow;
use core::task::Poll;

/// A value that `?` can be applied to.
#[diagnostic::on_unimplemented(
    message = "`?` cannot be applied to a value of type `{Self}` in a coroutine",
    label = "not a `Result`, `Option`, `ControlFlow`, `Poll<Result>` or `Poll<Option<Result>>`"
)]
pub trait Branch {
    /// What `?` evaluates to.
    type Output;
    /// What `?` ends the coroutine with.
    type Residual;

    /// Whether to go on.
    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}

/// A value that a coroutine can end with at a `?`.
#[diagnostic::on_unimplemented(
    message = "`?` cannot end a coroutine with `{R}` where it ends with `{Self}`",
    label = "`{Self}` cannot be made of `{R}`",
    note = "`?` ends a coroutine with its return value, and an iterator with its last item; that has to be a `Result`, `Option`, `ControlFlow` or `Poll` to match"
)]
pub trait FromResidual<R> {
    /// The value for what `?` found.
    fn from_residual(residual: R) -> Self;
}

impl<T, E> Branch for Result<T, E> {
    type Output = T;
    type Residual = Result<Infallible, E>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Ok(value) => ControlFlow::Continue(value),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    }
}

impl<T> Branch for Option<T> {
    type Output = T;
    type Residual = Option<Infallible>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Some(value) => ControlFlow::Continue(value),
            None => ControlFlow::Break(None),
        }
    }
}

impl<B, C> Branch for ControlFlow<B, C> {
    type Output = C;
    type Residual = ControlFlow<B, Infallible>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, C> {
        match self {
            Self::Continue(value) => ControlFlow::Continue(value),
            Self::Break(value) => ControlFlow::Break(ControlFlow::Break(value)),
        }
    }
}

impl<T, E> Branch for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Infallible, E>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, Poll<T>> {
        match self {
            Self::Pending => ControlFlow::Continue(Poll::Pending),
            Self::Ready(result) => result.branch().map_continue(Poll::Ready),
        }
    }
}

impl<T, E> Branch for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Infallible, E>;

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, Poll<Option<T>>> {
        match self {
            Self::Pending => ControlFlow::Continue(Poll::Pending),
            Self::Ready(None) => ControlFlow::Continue(Poll::Ready(None)),
            Self::Ready(Some(result)) => {
                let ready = |value| Poll::Ready(Some(value));
                result.branch().map_continue(ready)
            }
        }
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Result<T, F> {
    #[inline]
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        let Err(error) = residual;
        Err(F::from(error))
    }
}

impl<T> FromResidual<Option<Infallible>> for Option<T> {
    #[inline]
    fn from_residual(_residual: Option<Infallible>) -> Self {
        None
    }
}

impl<B, C> FromResidual<ControlFlow<B, Infallible>> for ControlFlow<B, C> {
    #[inline]
    fn from_residual(residual: ControlFlow<B, Infallible>) -> Self {
        let ControlFlow::Break(value) = residual;
        Self::Break(value)
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Result<T, F>> {
    #[inline]
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        Self::Ready(FromResidual::from_residual(residual))
    }
}

impl<T, E, F: From<E>> FromResidual<Result<Infallible, E>> for Poll<Option<Result<T, F>>> {
    #[inline]
    fn from_residual(residual: Result<Infallible, E>) -> Self {
        Self::Ready(Some(FromResidual::from_residual(residual)))
    }
}
