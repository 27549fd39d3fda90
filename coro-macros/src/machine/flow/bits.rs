//! Sets of locals, a bit each: macros are compiled without optimisation, so that a word at a time counts.

use super::super::locals::Local;

#[derive(Clone, PartialEq, Eq)]
pub struct Bits(Vec<u64>);

impl Bits {
    pub fn none(locals: usize) -> Self {
        Bits(vec![0; locals.div_ceil(64)])
    }

    pub fn has(&self, local: Local) -> bool {
        self.0[local / 64] >> (local % 64) & 1 != 0
    }

    pub fn set(&mut self, local: Local, value: bool) {
        let bit = 1 << (local % 64);
        if value {
            self.0[local / 64] |= bit;
        } else {
            self.0[local / 64] &= !bit;
        }
    }

    /// Adds what is in `other`; tells whether that changed anything.
    pub fn add(&mut self, other: &Self) -> bool {
        let mut changed = false;
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            changed |= more & !*word != 0;
            *word |= more;
        }
        changed
    }
}
