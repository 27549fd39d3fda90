//! Bodies of `tests/differential` once more, in an edition with other rules for temporaries and captures.
//! Left out are the modules with let chains and those whose coroutines capture an elided lifetime, both of which begin with 2024;
//! and `tails`, whose temporaries are dropped as in 2024 in every edition (docs/limits.md).

// The bodies are written to be hard, not to be idiomatic.
#![allow(clippy::all)]
#![cfg(test)]
#![cfg_attr(coro_nightly, feature(coroutines, coroutine_trait, stmt_expr_attributes, yield_expr))]
#![recursion_limit = "512"]

#[path = "../../../differential/harness.rs"]
mod harness;
#[macro_use]
#[allow(unused_macros)]
#[path = "../../../differential/instances.rs"]
mod instances;

#[path = "../../../differential/drops.rs"]
mod drops;
#[path = "../../../differential/flow.rs"]
mod flow;
#[path = "../../../differential/macros.rs"]
mod macros;
#[path = "../../../differential/moves.rs"]
mod moves;
#[path = "../../../differential/operands.rs"]
mod operands;
#[path = "../../../differential/questions.rs"]
mod questions;
#[path = "../../../differential/temporaries.rs"]
mod temporaries;
#[path = "../../../differential/workflows.rs"]
mod workflows;
