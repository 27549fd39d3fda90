//! The same coroutines written in several ways, and drivers to count what each costs.
//!
//! `run.sh` makes the tables of `README.md` out of them.

#![forbid(unsafe_code)]

pub mod command_line;
mod contender;
mod drive;
pub mod hand;
pub mod ours;
pub mod shapes;
mod workload;

pub use contender::{CONTENDERS, Contender, Runner, run};
pub use drive::{Driver, Run};
pub use workload::Workload;
