//! Moving a part out of a local that lives on in the state.
//!
//! A plain local is left with a hole, which the compiler knows of. A value in the state cannot have one, so where the part is of a
//! type of the standard library that can be left empty, it is: what stays behind has nothing to drop.
//!
//! [`__part!`](crate::__part) asks on the inferred type of the part, by the order in which a method call tries the receiver:
//!
//! ```text
//! (&&&ask).__coro_part()
//!  &&&Ask<T>  PartCopy     T: Copy    Copied    read where it is
//!   &&Ask<T>  PartEmptied  T: Hollow  Emptied   taken, and left empty
//!    &Ask<T>  PartMoved               Moved     moved out: an error, unless the local is not in the state yet
//! ```

use core::convert::Infallible;
use core::marker::PhantomData;

use crate::keep::{Ask, Gone, Held};

/// Can be left empty, and has then nothing to drop.
pub trait Hollow: Default {}

/// `[T: Bound] Type<T>, ..`
macro_rules! hollow {
    ($([$($generics:tt)*] $type:ty,)*) => {
        $(impl<$($generics)*> Hollow for $type {})*
    };
}

hollow! {
    [T] Option<T>,
    [T] &mut [T],
    [] &mut str,
    [A: Hollow, B: Hollow] (A, B),
    [A: Hollow, B: Hollow, C: Hollow] (A, B, C),
}

#[cfg(feature = "alloc")]
mod owned {
    use alloc::borrow::Cow;
    use alloc::boxed::Box;
    use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque, btree_map, btree_set};
    use alloc::string::String;
    use alloc::vec::{self, Vec};

    use super::Hollow;

    hollow! {
        [] String,
        [] Box<str>,
        [] Cow<'_, str>,
        [T] Box<[T]>,
        [T] Vec<T>,
        [T] vec::IntoIter<T>,
        [T] VecDeque<T>,
        [T] LinkedList<T>,
        [T: Ord] BinaryHeap<T>,
        [T] BTreeSet<T>,
        [T] btree_set::IntoIter<T>,
        [K, V] BTreeMap<K, V>,
        [K, V] btree_map::IntoIter<K, V>,
    }
}

#[cfg(feature = "std")]
mod hashed {
    use std::collections::{HashMap, HashSet};
    use std::ffi::OsString;
    use std::path::PathBuf;

    use super::Hollow;

    hollow! {
        [] OsString,
        [] PathBuf,
        [T, S: Default] HashSet<T, S>,
        [K, V, S: Default] HashMap<K, V, S>,
    }
}

/// An answer about a part.
#[derive(Debug)]
pub struct Copied;

/// An answer about a part.
#[derive(Debug)]
pub struct Emptied;

/// An answer about a part.
#[derive(Debug)]
pub struct Moved;

/// The first receiver tried.
pub trait PartCopy {
    /// A name that no trait of the user's has.
    #[inline]
    fn __coro_part(&self) -> Copied {
        Copied
    }
}

impl<T: Copy> PartCopy for &&Ask<T> {}

/// The second receiver tried.
pub trait PartEmptied {
    /// A name that no trait of the user's has.
    #[inline]
    fn __coro_part(&self) -> Emptied {
        Emptied
    }
}

impl<T: Hollow> PartEmptied for &Ask<T> {}

/// The last receiver tried.
pub trait PartMoved {
    /// A name that no trait of the user's has.
    #[inline]
    fn __coro_part(&self) -> Moved {
        Moved
    }
}

impl<T> PartMoved for Ask<T> {}

/// What is done with a part. What is not done cannot be reached, and the compiler does not hold it against the local.
pub trait Part<T> {
    /// Nothing, where the part is left empty; else what cannot be.
    type Empties;
    /// Nothing, where the part is read or moved as it stands; else what cannot be.
    type Reads;
    /// What is kept of the local, where a whole one would be kept as `K` says.
    type And<K>;
    /// Whether the part is left empty.
    const EMPTIES: bool;

    /// Before the part is emptied.
    fn empties(&self) -> Self::Empties;
    /// Before the part is mentioned as it stands.
    fn reads(&self) -> Self::Reads;
    /// Empties the part.
    fn empty(&self, part: &mut T) -> T;
    /// What is kept of the local.
    fn and<K>(&self, kept: K) -> Self::And<K>;
}

impl<T> Part<T> for Copied {
    type Empties = Infallible;
    type Reads = ();
    type And<K> = K;
    const EMPTIES: bool = false;

    #[inline]
    fn empties(&self) -> Infallible {
        unreachable!()
    }
    #[inline]
    fn reads(&self) {}
    #[inline]
    fn empty(&self, _part: &mut T) -> T {
        unreachable!()
    }
    #[inline]
    fn and<K>(&self, kept: K) -> K {
        kept
    }
}

impl<T: Hollow> Part<T> for Emptied {
    type Empties = ();
    type Reads = Infallible;
    type And<K> = K;
    const EMPTIES: bool = true;

    #[inline]
    fn empties(&self) {}
    #[inline]
    fn reads(&self) -> Infallible {
        unreachable!()
    }
    #[inline]
    fn empty(&self, part: &mut T) -> T {
        core::mem::take(part)
    }
    #[inline]
    fn and<K>(&self, kept: K) -> K {
        kept
    }
}

impl<T> Part<T> for Moved {
    type Empties = Infallible;
    type Reads = ();
    type And<K> = Parted;
    const EMPTIES: bool = false;

    #[inline]
    fn empties(&self) -> Infallible {
        unreachable!()
    }
    #[inline]
    fn reads(&self) {}
    #[inline]
    fn empty(&self, _part: &mut T) -> T {
        unreachable!()
    }
    #[inline]
    fn and<K>(&self, _kept: K) -> Parted {
        Parted
    }
}

/// The answer about a local that a part was moved out of: the rest ends with the turn.
#[derive(Debug)]
pub struct Parted;

impl<T> Held<T> for Parted {
    type Use = Infallible;
    type Kept = Gone;
    const IS_USED: bool = false;

    #[inline]
    fn begin(&self) -> Infallible {
        unreachable!()
    }
    #[inline]
    fn keep(&self, _value: T) -> Gone {
        Gone
    }
    #[inline]
    fn leave(&self) -> Gone {
        Gone
    }
}

/// Ties an answer to the type of the part.
#[derive(Debug)]
pub struct PartAnswer<T, A>(A, PhantomData<T>);

impl<T> Ask<T> {
    /// With what the probe answered.
    #[inline]
    pub const fn part<A: Part<T>>(&self, answer: A) -> PartAnswer<T, A> {
        PartAnswer(answer, PhantomData)
    }
}

impl<T, A: Part<T>> PartAnswer<T, A> {
    /// Whether the part is left empty.
    #[inline]
    pub const fn is_emptied(&self) -> bool {
        A::EMPTIES
    }
    /// Before the part is emptied.
    #[inline]
    pub fn empties(&self) -> A::Empties {
        self.0.empties()
    }
    /// Before the part is mentioned as it stands.
    #[inline]
    pub fn reads(&self) -> A::Reads {
        self.0.reads()
    }
    /// Empties the part.
    #[inline]
    pub fn empty(&self, part: &mut T) -> T {
        self.0.empty(part)
    }
    /// What is kept of the local.
    #[inline]
    pub fn and<K>(&self, kept: K) -> A::And<K> {
        self.0.and(kept)
    }
}

/// A value like `_whole`, in code that never runs: whether a part may be moved out of it is for the compiler to say.
#[cold]
pub fn alike<T>(_whole: &T) -> T {
    unreachable!()
}

/// A part by value: copied, taken and left empty, or moved.
#[doc(hidden)]
#[macro_export]
macro_rules! __part {
    ($part:expr, $name:ident = $whole:expr => $moved:expr) => {{
        #[allow(unused_imports)]
        use $crate::__private::{PartCopy as _, PartEmptied as _, PartMoved as _};
        let ask = $crate::__private::Ask::new();
        #[allow(unreachable_code)]
        'told: {
            break 'told;
            ask.about(&$part);
        }
        let answer = ask.part((&&&ask).__coro_part());
        if answer.is_emptied() {
            let _ = answer.empties();
            if false {
                let $name = $crate::__private::alike(&$whole);
                let _moved = $moved;
            }
            answer.empty(&mut $part)
        } else {
            let _ = answer.reads();
            $part
        }
    }};
}

/// As `__keep!`, of a local that parts may have been moved out of.
#[doc(hidden)]
#[macro_export]
macro_rules! __keep_rest {
    ($value:expr, $($part:expr),+) => {{
        #[allow(unused_imports)]
        use $crate::__private::{ForAny as _, ForCopy as _, ForTrivial as _, PartCopy as _, PartEmptied as _, PartMoved as _};
        let ask = $crate::__private::Ask::new();
        #[allow(unreachable_code)]
        'told: {
            break 'told;
            ask.about(&$value);
        }
        let answer = (&&&ask).__coro_kept();
        $(
            let part = $crate::__private::Ask::new();
            #[allow(unreachable_code)]
            'told: {
                break 'told;
                part.about(&$part);
            }
            let answer = part.part((&&&part).__coro_part()).and(answer);
        )+
        let answer = ask.answer(answer);
        if answer.is_used() {
            let _ = answer.begin();
            answer.keep($value)
        } else {
            answer.leave()
        }
    }};
}
