/// The types whose compound assignments the language itself defines.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not primitive, so `+=` would evaluate its target before the value that yields",
    label = "bind this value first: `let value = yield_!(..);`"
)]
pub trait Primitive {}

macro_rules! primitive {
    ($($name:ty),*) => { $(impl Primitive for $name {} impl Primitive for &$name {})* };
}

primitive!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64, bool);

/// Passes on the right side of a compound assignment to a place that is neither a local nor a field of one.
#[inline]
pub fn primitive<T: Primitive>(value: T) -> T {
    value
}
