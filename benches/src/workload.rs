use std::str::FromStr;

use crate::Input;
use crate::input::{balanced, rows, spine, text};

/// What the coroutine does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workload {
    /// One loop with one yield.
    Counter,
    /// A yield under a condition in the inner one of two loops.
    Pairs,
    /// Three yields in one loop.
    Steps,
    /// A running total, with a resume argument.
    Total,
    /// A `[u64; 32]` that is held across the yield.
    Large,
    /// The words, numbers and punctuation of a text.
    Tokens,
    /// Vectors of vectors, taken apart.
    Flat,
    /// Vectors of vectors, borrowed.
    FlatBorrowed,
    /// A recursive walk through a tree, in order.
    Tree,
    /// The same, through a tree that is a list.
    Spine,
    /// Three coroutines, each of which takes an iterator from the one before.
    Pipeline,
}

impl Workload {
    pub const ALL: [Self; 11] = [
        Self::Counter,
        Self::Pairs,
        Self::Steps,
        Self::Total,
        Self::Large,
        Self::Tokens,
        Self::Flat,
        Self::FlatBorrowed,
        Self::Tree,
        Self::Spine,
        Self::Pipeline,
    ];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Pairs => "pairs",
            Self::Steps => "steps",
            Self::Total => "total",
            Self::Large => "large",
            Self::Tokens => "tokens",
            Self::Flat => "flat",
            Self::FlatBorrowed => "flat_borrowed",
            Self::Tree => "tree",
            Self::Spine => "spine",
            Self::Pipeline => "pipeline",
        }
    }

    /// The input for about `n` items.
    #[must_use]
    pub fn input(self, n: u64) -> Input {
        let empty = Input::default();
        match self {
            Self::Counter | Self::Total | Self::Large => Input { n, ..empty },
            Self::Pairs => Input { n: (2 * n).isqrt(), ..empty },
            Self::Steps => Input { n: n / 3, ..empty },
            Self::Pipeline => Input { n: 8 * n, ..empty },
            Self::Tokens => Input { text: text(n), ..empty },
            Self::Flat | Self::FlatBorrowed => Input { rows: rows(n), ..empty },
            Self::Tree => Input { tree: balanced(n), ..empty },
            Self::Spine => Input { tree: spine(n), ..empty },
        }
    }
}

impl FromStr for Workload {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let named = Self::ALL.into_iter().find(|workload| workload.name() == name);
        named.ok_or_else(|| format!("no workload `{name}`"))
    }
}
