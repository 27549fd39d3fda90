//! The same coroutines written in several ways, and drivers to measure what each costs.
//!
//! `run.sh` makes the tables of `README.md` out of them.

#![deny(unsafe_code)]

pub mod allocations;
#[macro_use]
mod cells;
pub mod command_line;
pub mod contenders;
mod drive;
mod input;
pub mod shapes;
pub mod sizes;
mod workload;

pub use cells::{CONTENDERS, Cell, Contender};
pub use drive::{Driver, Feed, Run, Via, feed};
pub use input::{Digest, Input, Node, Token};
pub use workload::Workload;
