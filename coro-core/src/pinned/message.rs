use core::mem;

/// What is on its way between a suspended coroutine and its caller.
pub trait Message: Sized {
    /// What the coroutine yields.
    type Yield;
    /// What it is resumed with.
    type Resume;
    /// Nothing is on its way.
    const NOTHING: Self;

    /// What the coroutine is resumed with.
    fn argument(argument: Self::Resume) -> Self;

    /// Puts in what the coroutine is resumed with, and hands out what was there.
    fn put_argument(&mut self, argument: Self::Resume) -> Self;

    /// What the coroutine was resumed with, if it is there and nothing was yielded since.
    fn take_argument(&mut self) -> Option<Self::Resume>;

    /// Puts in what was yielded, and hands out what was there.
    fn put_yielded(&mut self, value: Self::Yield) -> Self;

    /// What was yielded.
    fn take_yielded(&mut self) -> Option<Self::Yield>;

    /// Whether something was yielded that is still to be taken.
    fn is_yielded(&self) -> bool;
}

/// Of a coroutine that is resumed with an `R`.
#[derive(Debug)]
pub enum Either<Y, R> {
    /// No message.
    Nothing,
    /// To the coroutine.
    Argument(R),
    /// From the coroutine.
    Yielded(Y),
}

impl<Y, R> Message for Either<Y, R> {
    type Yield = Y;
    type Resume = R;

    const NOTHING: Self = Self::Nothing;

    #[inline]
    fn argument(argument: R) -> Self {
        Self::Argument(argument)
    }

    #[inline]
    fn put_argument(&mut self, argument: R) -> Self {
        mem::replace(self, Self::Argument(argument))
    }

    #[inline]
    fn take_argument(&mut self) -> Option<R> {
        if !matches!(self, Self::Argument(_)) {
            return None; // without a write
        }
        match mem::replace(self, Self::Nothing) {
            Self::Argument(argument) => Some(argument),
            Self::Nothing | Self::Yielded(_) => None,
        }
    }

    #[inline]
    fn put_yielded(&mut self, value: Y) -> Self {
        mem::replace(self, Self::Yielded(value))
    }

    #[inline]
    fn take_yielded(&mut self) -> Option<Y> {
        match mem::replace(self, Self::Nothing) {
            Self::Yielded(value) => Some(value),
            Self::Nothing | Self::Argument(_) => None,
        }
    }

    #[inline]
    fn is_yielded(&self) -> bool {
        matches!(self, Self::Yielded(_))
    }
}

/// Of a coroutine that is resumed with nothing, of which there is always enough.
#[derive(Debug)]
pub struct Item<Y>(Option<Y>);

impl<Y> Message for Item<Y> {
    type Yield = Y;
    type Resume = ();

    const NOTHING: Self = Self(None);

    #[inline]
    fn argument((): ()) -> Self {
        Self::NOTHING
    }

    #[inline]
    fn put_argument(&mut self, (): ()) -> Self {
        Self::NOTHING
    }

    #[inline]
    fn take_argument(&mut self) -> Option<()> {
        self.0.is_none().then_some(())
    }

    #[inline]
    fn put_yielded(&mut self, value: Y) -> Self {
        Self(self.0.replace(value))
    }

    #[inline]
    fn take_yielded(&mut self) -> Option<Y> {
        self.0.take()
    }

    #[inline]
    fn is_yielded(&self) -> bool {
        self.0.is_some()
    }
}
