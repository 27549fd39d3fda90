//! Types that have nothing to drop though they are not `Copy`: exclusive borrows, ranges, and iterators over borrowed data.

use core::{char, iter, ops, option, slice, str};

/// Has nothing to drop.
///
/// `Copy` types are asked for before; those listed here can be parts of others. A part that need not be listed, because
/// no exclusive borrow is expected there, is bounded by `Copy`, which the user's own types may be.
pub trait Trivial {}

/// `[T: Bound] Type<T>, ..`
macro_rules! trivial {
    ($([$($generics:tt)*] $type:ty,)*) => {
        $(impl<$($generics)*> Trivial for $type {})*
    };
}

trivial! {
    [] (), [] bool, [] char,
    [] u8, [] u16, [] u32, [] u64, [] u128, [] usize,
    [] i8, [] i16, [] i32, [] i64, [] i128, [] isize,
    [] f32, [] f64,
    [T: ?Sized] &T,
    [T: ?Sized] &mut T,
    [T: ?Sized] *const T,
    [T: ?Sized] *mut T,
    [T: Trivial, const N: usize] [T; N],
    [A: Trivial] (A,),
    [A: Trivial, B: Trivial] (A, B),
    [A: Trivial, B: Trivial, C: Trivial] (A, B, C),
    [A: Trivial, B: Trivial, C: Trivial, D: Trivial] (A, B, C, D),
    [T: Trivial] Option<T>,
    [T: Trivial, E: Trivial] Result<T, E>,
    [T: Copy] ops::Range<T>,
    [T: Copy] ops::RangeInclusive<T>,
    [T: Copy] ops::RangeFrom<T>,
}

trivial! {
    [T] slice::Iter<'_, T>,
    [T] slice::IterMut<'_, T>,
    [T] slice::Windows<'_, T>,
    [T] slice::Chunks<'_, T>,
    [T] slice::ChunksMut<'_, T>,
    [T] slice::ChunksExact<'_, T>,
    [T] slice::ChunksExactMut<'_, T>,
    [T] slice::RChunks<'_, T>,
    [T] slice::RChunksMut<'_, T>,
    [T] slice::RChunksExact<'_, T>,
    [T] slice::RChunksExactMut<'_, T>,
    [T, F: Copy] slice::ChunkBy<'_, T, F>,
    [T, F: Copy] slice::ChunkByMut<'_, T, F>,
    [T, F: Copy + FnMut(&T) -> bool] slice::Split<'_, T, F>,
    [T, F: Copy + FnMut(&T) -> bool] slice::SplitMut<'_, T, F>,
    [T, F: Copy + FnMut(&T) -> bool] slice::SplitInclusive<'_, T, F>,
    [T, F: Copy + FnMut(&T) -> bool] slice::SplitInclusiveMut<'_, T, F>,
    [T, F: Copy + FnMut(&T) -> bool] slice::SplitN<'_, T, F>,
    [T, F: Copy + FnMut(&T) -> bool] slice::RSplit<'_, T, F>,
    [T, F: Copy + FnMut(&T) -> bool] slice::RSplitN<'_, T, F>,
    [] slice::EscapeAscii<'_>,
    [T] option::Iter<'_, T>,
    [T] option::IterMut<'_, T>,
}

trivial! {
    [] str::Chars<'_>,
    [] str::CharIndices<'_>,
    [] str::Bytes<'_>,
    [] str::Lines<'_>,
    [] str::SplitWhitespace<'_>,
    [] str::SplitAsciiWhitespace<'_>,
    [] str::EncodeUtf16<'_>,
    [] str::EscapeDebug<'_>,
    [] str::EscapeDefault<'_>,
    [] str::EscapeUnicode<'_>,
    [] str::Utf8Chunks<'_>,
    [] char::EscapeDebug,
    [] char::EscapeDefault,
    [] char::EscapeUnicode,
    [] char::ToLowercase,
    [] char::ToUppercase,
}

/// What searches a string for a pattern. The trait of the patterns is unstable, so that each pattern is listed.
macro_rules! trivial_searches {
    ($($search:ident)*) => {
        $(trivial! {
            [] str::$search<'_, char>,
            [] str::$search<'_, &str>,
            [] str::$search<'_, &&str>,
            [] str::$search<'_, &[char]>,
            [const N: usize] str::$search<'_, [char; N]>,
            [const N: usize] str::$search<'_, &[char; N]>,
            [F: Copy + FnMut(char) -> bool] str::$search<'_, F>,
        })*
    };
}

trivial_searches! {
    Split RSplit SplitN RSplitN SplitTerminator RSplitTerminator SplitInclusive
    Matches RMatches MatchIndices RMatchIndices
}

trivial! {
    [I: Trivial] iter::Rev<I>,
    [I: Trivial] iter::Enumerate<I>,
    [I: Trivial] iter::Copied<I>,
    [I: Trivial] iter::Cloned<I>,
    [I: Trivial] iter::Skip<I>,
    [I: Trivial] iter::Take<I>,
    [I: Trivial] iter::StepBy<I>,
    [I: Trivial] iter::Fuse<I>,
    [I: Trivial] iter::Cycle<I>,
    [I: Trivial + Iterator<Item: Copy>] iter::Peekable<I>,
    [A: Trivial, B: Trivial] iter::Chain<A, B>,
    [A: Trivial, B: Trivial] iter::Zip<A, B>,
    [I: Trivial, F: Copy] iter::Map<I, F>,
    [I: Trivial, F: Copy] iter::Filter<I, F>,
    [I: Trivial, F: Copy] iter::FilterMap<I, F>,
    [I: Trivial, F: Copy] iter::TakeWhile<I, F>,
    [I: Trivial, F: Copy] iter::SkipWhile<I, F>,
    [I: Trivial, F: Copy] iter::MapWhile<I, F>,
    [I: Trivial, F: Copy] iter::Inspect<I, F>,
    [I: Trivial, S: Copy, F: Copy] iter::Scan<I, S, F>,
    [I: Trivial, U: IntoIterator<IntoIter: Trivial>, F: Copy] iter::FlatMap<I, U, F>,
    [I: Trivial + Iterator<Item: IntoIterator<IntoIter: Trivial>>] iter::Flatten<I>,
    [T] iter::Empty<T>,
    [T: Copy] iter::Once<T>,
    [T: Copy] iter::Repeat<T>,
    [F: Copy] iter::FromFn<F>,
    [F: Copy] iter::RepeatWith<F>,
    [T: Copy, F: Copy] iter::Successors<T, F>,
}

#[cfg(feature = "alloc")]
mod collections {
    use super::Trivial;
    use alloc::collections::{binary_heap, btree_map, btree_set, linked_list, vec_deque};

    trivial! {
        [T] binary_heap::Iter<'_, T>,
        [K, V] btree_map::Iter<'_, K, V>,
        [K, V] btree_map::IterMut<'_, K, V>,
        [K, V] btree_map::Keys<'_, K, V>,
        [K, V] btree_map::Values<'_, K, V>,
        [K, V] btree_map::ValuesMut<'_, K, V>,
        [K, V] btree_map::Range<'_, K, V>,
        [T] btree_set::Iter<'_, T>,
        [T] btree_set::Range<'_, T>,
        [T] linked_list::Iter<'_, T>,
        [T] linked_list::IterMut<'_, T>,
        [T] vec_deque::Iter<'_, T>,
        [T] vec_deque::IterMut<'_, T>,
    }
}

#[cfg(feature = "std")]
mod hashed {
    use super::Trivial;
    use std::collections::{hash_map, hash_set};

    trivial! {
        [K, V] hash_map::Iter<'_, K, V>,
        [K, V] hash_map::IterMut<'_, K, V>,
        [K, V] hash_map::Keys<'_, K, V>,
        [K, V] hash_map::Values<'_, K, V>,
        [K, V] hash_map::ValuesMut<'_, K, V>,
        [T] hash_set::Iter<'_, T>,
    }
}
