//! The brackets that are open, at one bit each.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    Array,
    Object,
}

/// A stack of [`Container`]s.
#[derive(Clone, Debug, Default)]
pub struct Nesting {
    /// 64 levels a word, the outermost in the lowest bit; a set bit is an object.
    words: Vec<u64>,
    depth: usize,
}

impl Nesting {
    pub fn depth(&self) -> usize {
        self.depth
    }

    pub fn open(&mut self, container: Container) {
        let (word, bit) = place(self.depth);
        if word == self.words.len() {
            self.words.push(0);
        }
        match container {
            Container::Array => self.words[word] &= !bit,
            Container::Object => self.words[word] |= bit,
        }
        self.depth += 1;
    }

    pub fn close(&mut self) {
        self.depth -= 1;
    }

    pub fn innermost(&self) -> Option<Container> {
        let (word, bit) = place(self.depth.checked_sub(1)?);
        Some(if self.words[word] & bit == 0 { Container::Array } else { Container::Object })
    }
}

/// The index of a level's word, and the level's bit in it.
fn place(level: usize) -> (usize, u64) {
    (level / 64, 1 << (level % 64))
}
