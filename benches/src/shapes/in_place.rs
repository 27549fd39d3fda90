//! Nested enums, one for each scope that outlives a suspension, edited in place: nothing moves from one variant to another.
//!
//! The states are shared by two ways to find the place to go on from: a row of `if let` that falls through from each state
//! to the next ([`Rows`]), and a `match` in a loop ([`Matched`]).

use std::ops::Range;
use std::vec::IntoIter;

use super::{Step, machine_states};

mod matched;
mod rows;

pub use matched::Matched;
pub use rows::Rows;

machine_states! { Counter Pairs Large Flat Steps Total }

enum Counter {
    Done,
    Panicked,
    Start { n: u64 },
    Loop { range: Range<u64> },
}

enum Pairs {
    Done,
    Panicked,
    Start { n: u64 },
    Outer { n: u64, rows: Range<u64>, at: PairsRow },
}

enum PairsRow {
    Head,
    Inner { i: u64, columns: Range<u64> },
}

#[expect(clippy::large_enum_variant, reason = "what is large is to be measured")]
enum Large {
    Done,
    Panicked,
    Start { n: u64 },
    Loop { buckets: [u64; 32], range: Range<u64> },
}

enum Flat {
    Done,
    Panicked,
    Start { rows: Vec<Vec<u64>> },
    Outer { rows: IntoIter<Vec<u64>>, at: FlatRow },
}

enum FlatRow {
    Head,
    Inner { row: IntoIter<u64> },
}

enum Steps {
    Done,
    Panicked,
    Start { n: u64 },
    Loop { range: Range<u64>, at: StepsBody },
}

enum StepsBody {
    Head,
    Suspended { i: u64, at: StepsYield },
}

enum StepsYield {
    First,
    Second,
}

enum Total {
    Done,
    Panicked,
    Start,
    Loop { total: u64, at: TotalBody },
}

enum TotalBody {
    Head,
    Suspended,
}
