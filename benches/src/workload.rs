use std::hint::black_box;
use std::str::FromStr;

use crate::Contender;
use crate::hand::Hand;

/// What the coroutine does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workload {
    /// One loop with one yield.
    Counter,
    /// A yield under a condition in the inner one of two loops.
    Pairs,
    /// A `[u64; 32]` that is held across the yield.
    Large,
    /// Vectors of vectors, taken apart.
    Flat,
    /// Three yields in one loop.
    Steps,
    /// A running total, with a resume argument.
    Total,
}

impl Workload {
    pub const ALL: [Self; 6] = [Self::Counter, Self::Pairs, Self::Large, Self::Flat, Self::Steps, Self::Total];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Pairs => "pairs",
            Self::Large => "large",
            Self::Flat => "flat",
            Self::Steps => "steps",
            Self::Total => "total",
        }
    }

    /// How many items there are at size `n`.
    #[must_use]
    pub fn items(self, n: u64) -> usize {
        match self {
            Self::Counter => Hand::counter(n).count(),
            Self::Pairs => Hand::pairs(side(n)).count(),
            Self::Large => Hand::large(n).count(),
            Self::Flat => Hand::flat(rows(n)).count(),
            Self::Steps => Hand::steps(n).count(),
            Self::Total => (0..n).count(),
        }
    }

    /// Makes the input and drops it: what a run costs beside its contender.
    pub fn idle(self, n: u64) {
        if self == Self::Flat {
            drop(black_box(rows(black_box(n))));
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

/// The side of a triangle of about `n` pairs.
pub(crate) const fn side(n: u64) -> u64 {
    (2 * n).isqrt()
}

/// `n` numbers, sixteen in a vector.
pub(crate) fn rows(n: u64) -> Vec<Vec<u64>> {
    (0..n / 16).map(|row| (0..16).map(|column| row ^ column).collect()).collect()
}
