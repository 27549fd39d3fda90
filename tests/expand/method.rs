//! A method, and a trait's.

extern crate alloc;
use alloc::vec::Vec;

/// Rows of cells.
#[derive(Debug)]
pub struct Grid {
    width: usize,
    cells: Vec<u8>,
}

/// Anything with neighbours.
pub trait Neighbours {
    /// The neighbours of a cell.
    fn neighbours(&self, at: usize) -> impl Iterator<Item = u8>;
}

impl Grid {
    /// The cells that are not empty, with their places.
    #[coro::coroutine]
    pub fn occupied(&self) -> impl Iterator<Item = (usize, u8)> {
        for (at, cell) in self.cells.iter().enumerate() {
            if *cell != 0 {
                yield_!((at % self.width, *cell));
            }
        }
    }
}

impl Neighbours for Grid {
    #[coro::coroutine]
    fn neighbours(&self, at: usize) -> impl Iterator<Item = u8> {
        if at > 0 {
            yield_!(self.cells[at - 1]);
        }
        if at + 1 < self.width {
            yield_!(self.cells[at + 1]);
        }
    }
}
