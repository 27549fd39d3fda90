//! Adapters of `std`, where they can do it without a closure that is a `next` in itself.

use std::iter::{from_fn, once};

use crate::Node;

pub fn counter(n: u64) -> impl Iterator<Item = u64> {
    0..n
}

pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
    (0..n).flat_map(move |i| (i..n).filter(move |j| (i * j) & 1 == 0).map(move |j| i ^ j))
}

pub fn steps(n: u64) -> impl Iterator<Item = u64> {
    (0..n).flat_map(|i| [i, i + 1, i * 2])
}

pub fn large(n: u64) -> impl Iterator<Item = u64> {
    (0..n).scan([1_u64; 32], |buckets, i| {
        let bucket = (i % 32) as usize;
        buckets[bucket] = buckets[bucket].wrapping_add(i);
        Some(buckets[bucket])
    })
}

pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
    rows.into_iter().flatten()
}

pub fn flat_borrowed(rows: &[Vec<u64>]) -> impl Iterator<Item = u64> {
    rows.iter().flatten().copied()
}

pub fn tree(node: &Node) -> Box<dyn Iterator<Item = u64> + '_> {
    let left = node.left.iter().flat_map(|left| tree(left));
    let right = node.right.iter().flat_map(|right| tree(right));
    Box::new(left.chain(once(node.value)).chain(right))
}

pub use tree as spine;

pub fn pipeline(n: u64) -> impl Iterator<Item = [u64; 4]> {
    let source = (0..n).scan(1_u64, |seed, _| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Some(*seed >> 32)
    });
    let mut squares = source.filter(|item| item & 1 == 1).map(|item| item.wrapping_mul(item));
    from_fn(move || Some([squares.next()?, squares.next()?, squares.next()?, squares.next()?]))
}
