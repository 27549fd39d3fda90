//! Bodies whose values are known to come out too large, when the compiler makes them.
//!
//! | body | from |
//! |---|---|
//! | `argument`, `wrapped` | an argument is there twice: [#62958](https://github.com/rust-lang/rust/issues/62958) |
//! | `bound`, `joined` | what is run is bound to a local first: [#59087](https://github.com/rust-lang/rust/issues/59087) |
//! | `dropped` | it was borrowed before it was dropped: [#62321](https://github.com/rust-lang/rust/issues/62321) |
//! | `rebound` | it was borrowed before it was bound again: [#96084](https://github.com/rust-lang/rust/issues/96084) |
//! | `niche`, `option` | an `Option` of it has to be larger: [#63818](https://github.com/rust-lang/rust/issues/63818) |
//! | `layers`, `later` | `tests/ui/async-await/future-sizes` of the compiler |
//! | `moved`, `moved_after_call`, `moved_on`, `one_by_one` | its `tests/ui/coroutine/size-moved-locals.rs` |
//! | `scopes` | its `tests/ui/coroutine/overlap-locals.rs` |
//! | `resumed_copy`, `resumed_box` | its `tests/ui/coroutine/resume-arg-size.rs` |

pub mod futures;
pub mod ours;

/// The size of a value: of what body, made by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub body: &'static str,
    pub maker: &'static str,
    pub bytes: usize,
}

/// The sizes of values that one maker makes: `sizes!("ours": name = value, ..)`.
#[macro_export]
macro_rules! sizes {
    ($maker:literal: $($body:ident = $value:expr,)*) => {
        ::std::vec![
            $($crate::sizes::Size { body: stringify!($body), maker: $maker, bytes: size_of_val(&$value) },)*
        ]
    };
}

/// Something large that has to be dropped.
#[derive(Debug)]
pub struct Large([u8; 1024]);

impl Default for Large {
    fn default() -> Self {
        Self([0; 1024])
    }
}

impl Drop for Large {
    fn drop(&mut self) {
        touch(&self.0);
    }
}

/// Borrows something for a moment.
#[inline(never)]
pub fn touch<T>(_value: &T) {}

/// A call that may unwind, for all that its caller knows.
#[inline(never)]
pub const fn call() {}

/// All that stable Rust compiles.
#[must_use]
pub fn all() -> Vec<Size> {
    [ours::sizes(), futures::sizes()].concat()
}
