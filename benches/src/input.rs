//! What the workloads are given, and what they yield beside numbers.

/// All that a workload may need; what it does not need is empty.
#[derive(Debug, Default)]
pub struct Input {
    pub n: u64,
    pub rows: Vec<Vec<u64>>,
    pub text: String,
    pub tree: Option<Box<Node>>,
}

/// A binary tree.
#[derive(Debug)]
pub struct Node {
    pub value: u64,
    pub left: Option<Box<Self>>,
    pub right: Option<Box<Self>>,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    Word(&'a str),
    Number(u64),
    Punctuation(char),
}

/// What a driver makes of an item.
pub trait Digest {
    fn digest(self) -> u64;
}

impl Digest for u64 {
    #[inline]
    fn digest(self) -> u64 {
        self
    }
}

impl Digest for [u64; 4] {
    #[inline]
    fn digest(self) -> u64 {
        self[0] ^ self[1] ^ self[2] ^ self[3]
    }
}

impl Digest for Token<'_> {
    #[inline]
    fn digest(self) -> u64 {
        match self {
            Self::Word(word) => word.len() as u64,
            Self::Number(number) => number,
            Self::Punctuation(character) => u64::from(character),
        }
    }
}

/// `n` numbers, sixteen in a vector.
pub(crate) fn rows(n: u64) -> Vec<Vec<u64>> {
    (0..n / 16).map(|row| (0..16).map(|column| row ^ column).collect()).collect()
}

/// A text of `n` tokens, or a few more.
pub(crate) fn text(n: u64) -> String {
    const SENTENCE: &str = "The 7 quick foxes, all brown, jump over 1024 lazy dogs; wörter wie Äpfel (or 42 pears)? ";
    const TOKENS: usize = 24;
    SENTENCE.repeat((n as usize).div_ceil(TOKENS))
}

/// A tree of `n` nodes, as flat as can be.
pub(crate) fn balanced(n: u64) -> Option<Box<Node>> {
    fn between(from: u64, to: u64) -> Option<Box<Node>> {
        if from == to {
            return None;
        }
        let middle = from.midpoint(to);
        Some(Box::new(Node { value: middle, left: between(from, middle), right: between(middle + 1, to) }))
    }
    between(0, n)
}

/// A tree of `n` nodes, each the right child of the one before.
pub(crate) fn spine(n: u64) -> Option<Box<Node>> {
    (0..n).rev().fold(None, |right, value| Some(Box::new(Node { value, left: None, right })))
}
