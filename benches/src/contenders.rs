//! The workloads, written once per contender.
//!
//! Each module has a function a workload, named like it: what it takes is [`Input`](crate::Input)'s, what it returns is an
//! iterator, or for `total` a closure that is called with each term.

pub mod adapters;
pub mod async_stream;
pub mod corosensei;
pub mod diapause;
pub mod genawaiter_rc;
pub mod genawaiter_stack;
pub mod generator;
pub mod hand;
pub mod next_gen;
pub mod ours;
