//! The workloads, written once per contender.
//!
//! Each module has a function a workload, named like it: what it takes is [`Input`](crate::Input)'s, what it returns is an
//! iterator, or for `total` a closure that is called with each term.

pub mod adapters;
pub mod diapause;
pub mod hand;
pub mod ours;
