use core::cell::UnsafeCell;
use core::fmt;
use core::pin::Pin;

/// A value that a shared borrow of its owner says nothing about.
///
/// A future that is suspended may hold exclusive borrows of itself. A `&` to what it is a part of would end them, were it
/// not for the cell.
pub struct Apart<T>(UnsafeCell<T>);

// SAFETY: nothing can be done with a `&Apart`.
unsafe impl<T> Sync for Apart<T> {}

impl<T> Apart<T> {
    pub const fn new(value: T) -> Self {
        Self(UnsafeCell::new(value))
    }

    #[inline]
    pub fn get(self: Pin<&mut Self>) -> Pin<&mut T> {
        // SAFETY: the value is never moved: this is the only way to it, and there is no `Drop`. It is `Unpin` when
        // `Apart` is.
        unsafe { self.map_unchecked_mut(|apart| apart.0.get_mut()) }
    }
}

/// As [`Apart`], of a value that may be looked at where its type says how.
pub struct Visible<T>(UnsafeCell<T>);

// SAFETY: what can be done with a `&Visible` is done with a `&T`.
unsafe impl<T: Sync> Sync for Visible<T> {}

impl<T> Visible<T> {
    pub const fn new(value: T) -> Self {
        Self(UnsafeCell::new(value))
    }

    #[inline]
    pub fn get(self: Pin<&mut Self>) -> Pin<&mut T> {
        // SAFETY: as of `Apart::get`.
        unsafe { self.map_unchecked_mut(|visible| visible.0.get_mut()) }
    }

    const fn look(&self) -> &T {
        // SAFETY: nobody has the value exclusively, as `get` takes the cell exclusively.
        unsafe { &*self.0.get() }
    }
}

impl<T: Clone> Clone for Visible<T> {
    fn clone(&self) -> Self {
        Self::new(self.look().clone())
    }
}

impl<T: fmt::Debug> fmt::Debug for Visible<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.look().fmt(formatter)
    }
}
