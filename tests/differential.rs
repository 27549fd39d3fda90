// The bodies are written to be hard, not to be idiomatic.
#![allow(clippy::all)]
#![cfg_attr(coro_nightly, feature(coroutines, coroutine_trait, stmt_expr_attributes, yield_expr))]
#![allow(unexpected_cfgs)]
#![recursion_limit = "512"]

#[path = "differential/harness.rs"]
mod harness;
#[macro_use]
#[path = "differential/instances.rs"]
mod instances;

#[path = "differential/anew.rs"]
mod anew;
#[path = "differential/apart.rs"]
mod apart;
#[path = "differential/batches.rs"]
mod batches;
#[path = "differential/blocks.rs"]
mod blocks;
#[path = "differential/borrowed.rs"]
mod borrowed;
#[path = "differential/borrowing_calls.rs"]
mod borrowing_calls;
#[path = "differential/calls.rs"]
mod calls;
#[path = "differential/captured.rs"]
mod captured;
#[path = "differential/chains.rs"]
mod chains;
#[path = "differential/closures.rs"]
mod closures;
#[path = "differential/coercions.rs"]
mod coercions;
#[path = "differential/conditions.rs"]
mod conditions;
#[path = "differential/consumed.rs"]
mod consumed;
#[path = "differential/cursors.rs"]
mod cursors;
#[path = "differential/decoders.rs"]
mod decoders;
#[path = "differential/drops.rs"]
mod drops;
#[path = "differential/flow.rs"]
mod flow;
#[path = "differential/for_the_turn.rs"]
mod for_the_turn;
#[path = "differential/found.rs"]
mod found;
#[path = "differential/games.rs"]
mod games;
#[path = "differential/generic.rs"]
mod generic;
#[path = "differential/graphs.rs"]
mod graphs;
#[path = "differential/inference.rs"]
mod inference;
#[path = "differential/leaving.rs"]
mod leaving;
#[path = "differential/lifetimes.rs"]
mod lifetimes;
#[path = "differential/machines.rs"]
mod machines;
#[path = "differential/macros.rs"]
mod macros;
#[path = "differential/macros_that_return.rs"]
mod macros_that_return;
#[path = "differential/moves.rs"]
mod moves;
#[path = "differential/names.rs"]
mod names;
#[path = "differential/operands.rs"]
mod operands;
#[path = "differential/parsers.rs"]
mod parsers;
#[path = "differential/parts.rs"]
mod parts;
#[path = "differential/positions.rs"]
mod positions;
#[path = "differential/questions.rs"]
mod questions;
#[path = "differential/ranges.rs"]
mod ranges;
#[path = "differential/retries.rs"]
mod retries;
#[path = "differential/scopes.rs"]
mod scopes;
#[path = "differential/searches.rs"]
mod searches;
#[path = "differential/sequences.rs"]
mod sequences;
#[path = "differential/tails.rs"]
mod tails;
#[path = "differential/temporaries.rs"]
mod temporaries;
#[path = "differential/texts.rs"]
mod texts;
#[path = "differential/traits.rs"]
mod traits;
#[path = "differential/workflows.rs"]
mod workflows;
