use core::cell::UnsafeCell;
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
