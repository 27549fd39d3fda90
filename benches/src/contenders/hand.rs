//! What one would write without coroutines: a struct and its `next`.

use std::iter::Peekable;
use std::slice;
use std::str::CharIndices;
use std::vec;

use crate::{Feed, Node, Token};

pub fn counter(n: u64) -> impl Iterator<Item = u64> {
    Counter { i: 0, n }
}

struct Counter {
    i: u64,
    n: u64,
}

impl Iterator for Counter {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        if self.i >= self.n {
            return None;
        }
        self.i += 1;
        Some(self.i - 1)
    }
}

pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
    Pairs { n, i: 0, j: 0 }
}

struct Pairs {
    n: u64,
    i: u64,
    j: u64,
}

impl Iterator for Pairs {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        loop {
            if self.i >= self.n {
                return None;
            }
            if self.j >= self.n {
                self.i += 1;
                self.j = self.i;
                continue;
            }
            let j = self.j;
            self.j += 1;
            if (self.i * j) & 1 == 0 {
                return Some(self.i ^ j);
            }
        }
    }
}

pub fn steps(n: u64) -> impl Iterator<Item = u64> {
    Steps { i: 0, n, step: 0 }
}

struct Steps {
    i: u64,
    n: u64,
    step: u8,
}

impl Iterator for Steps {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        if self.i >= self.n {
            return None;
        }
        let i = self.i;
        match self.step {
            0 => {
                self.step = 1;
                Some(i)
            }
            1 => {
                self.step = 2;
                Some(i + 1)
            }
            _ => {
                self.step = 0;
                self.i += 1;
                Some(i * 2)
            }
        }
    }
}

pub fn total() -> impl Feed {
    let mut before = None;
    move |term| {
        let total = before.map_or(term, |total: u64| total.wrapping_mul(3) ^ term);
        let first = before.replace(total).is_none();
        (first || total != 77).then_some(total)
    }
}

pub fn large(n: u64) -> impl Iterator<Item = u64> {
    Large { n, i: 0, buckets: [1; 32] }
}

struct Large {
    n: u64,
    i: u64,
    buckets: [u64; 32],
}

impl Iterator for Large {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        if self.i >= self.n {
            return None;
        }
        let bucket = (self.i % 32) as usize;
        self.buckets[bucket] = self.buckets[bucket].wrapping_add(self.i);
        self.i += 1;
        Some(self.buckets[bucket])
    }
}

pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    Tokens { text, characters: text.char_indices().peekable() }
}

struct Tokens<'a> {
    text: &'a str,
    characters: Peekable<CharIndices<'a>>,
}

impl<'a> Tokens<'a> {
    #[inline]
    fn word(&mut self, start: usize, first: char) -> &'a str {
        let mut end = start + first.len_utf8();
        while let Some((at, next)) = self.characters.next_if(|(_, next)| next.is_alphanumeric()) {
            end = at + next.len_utf8();
        }
        &self.text[start..end]
    }

    #[inline]
    fn number(&mut self, digit: u32) -> u64 {
        let mut number = u64::from(digit);
        while let Some(digit) = self.characters.peek().and_then(|(_, next)| next.to_digit(10)) {
            number = number * 10 + u64::from(digit);
            self.characters.next();
        }
        number
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    #[inline]
    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (start, first) = self.characters.next()?;
            if first.is_alphabetic() {
                return Some(Token::Word(self.word(start, first)));
            }
            if let Some(digit) = first.to_digit(10) {
                return Some(Token::Number(self.number(digit)));
            }
            if !first.is_whitespace() {
                return Some(Token::Punctuation(first));
            }
        }
    }
}

pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
    Flat { rows: rows.into_iter(), row: Vec::new().into_iter() }
}

struct Flat {
    rows: vec::IntoIter<Vec<u64>>,
    row: vec::IntoIter<u64>,
}

impl Iterator for Flat {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        loop {
            if let Some(item) = self.row.next() {
                return Some(item);
            }
            self.row = self.rows.next()?.into_iter();
        }
    }
}

pub fn flat_borrowed(rows: &[Vec<u64>]) -> impl Iterator<Item = u64> {
    FlatBorrowed { rows: rows.iter(), row: [].iter() }
}

struct FlatBorrowed<'a> {
    rows: slice::Iter<'a, Vec<u64>>,
    row: slice::Iter<'a, u64>,
}

impl Iterator for FlatBorrowed<'_> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        loop {
            if let Some(item) = self.row.next() {
                return Some(*item);
            }
            self.row = self.rows.next()?.iter();
        }
    }
}

pub fn tree(node: &Node) -> impl Iterator<Item = u64> {
    let mut walk = Tree { above: Vec::new() };
    walk.descend(Some(node));
    walk
}

pub use tree as spine;

/// The nodes that were passed on the way down, and are yet to be visited.
struct Tree<'a> {
    above: Vec<&'a Node>,
}

impl<'a> Tree<'a> {
    #[inline]
    fn descend(&mut self, mut node: Option<&'a Node>) {
        while let Some(passed) = node {
            self.above.push(passed);
            node = passed.left.as_deref();
        }
    }
}

impl Iterator for Tree<'_> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        let node = self.above.pop()?;
        self.descend(node.right.as_deref());
        Some(node.value)
    }
}

pub fn pipeline(n: u64) -> impl Iterator<Item = [u64; 4]> {
    Chunks { items: Squares { items: Source { left: n, seed: 1 } } }
}

struct Source {
    left: u64,
    seed: u64,
}

impl Iterator for Source {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        Some(self.seed >> 32)
    }
}

struct Squares<I> {
    items: I,
}

impl<I: Iterator<Item = u64>> Iterator for Squares<I> {
    type Item = u64;

    #[inline]
    fn next(&mut self) -> Option<u64> {
        loop {
            let item = self.items.next()?;
            if item & 1 == 1 {
                return Some(item.wrapping_mul(item));
            }
        }
    }
}

struct Chunks<I> {
    items: I,
}

impl<I: Iterator<Item = u64>> Iterator for Chunks<I> {
    type Item = [u64; 4];

    #[inline]
    fn next(&mut self) -> Option<[u64; 4]> {
        Some([self.items.next()?, self.items.next()?, self.items.next()?, self.items.next()?])
    }
}
