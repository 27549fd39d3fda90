//! Sets of locals, a bit each, for every node of the graph. Macros are compiled without optimisation, so a word at a time counts, and
//! so does each call.

use super::super::locals::Local;
use super::Node;

pub struct Sets {
    /// Words of one set.
    width: usize,
    words: Vec<u64>,
}

impl Sets {
    pub fn none(nodes: usize, locals: usize) -> Self {
        let width = locals.div_ceil(64);
        Sets { width, words: vec![0; nodes * width] }
    }

    pub fn has(&self, node: Node, local: Local) -> bool {
        self.words[node * self.width + local / 64] >> (local % 64) & 1 != 0
    }

    pub fn set(&mut self, node: Node, local: Local, value: bool) {
        let word = &mut self.words[node * self.width + local / 64];
        *word = with(*word, local, value);
    }

    /// Adds the set of `from` to that of `to`, with what is `given` of a local in its stead; tells whether that changed anything.
    pub fn flow(&mut self, from: Node, to: Node, given: Option<(Local, bool)>) -> bool {
        let words = &mut self.words[..];
        let (from, to) = (from * self.width, to * self.width);
        let mut changed = false;
        let mut word = 0;
        while word < self.width {
            let more = match given {
                Some((local, value)) if local / 64 == word => with(words[from + word], local, value),
                _ => words[from + word],
            };
            changed |= more & !words[to + word] != 0;
            words[to + word] |= more;
            word += 1;
        }
        changed
    }
}

fn with(word: u64, local: Local, value: bool) -> u64 {
    let bit = 1 << (local % 64);
    if value { word | bit } else { word & !bit }
}
