//! The workloads as coroutines of `rustc` itself, and ours compiled by the same compiler.

#![feature(coroutines, coroutine_trait, gen_blocks, stmt_expr_attributes)]

mod closures;
mod gen_blocks;
mod sizes;

use std::process::ExitCode;

use benches::Contender;
use benches::contenders::{hand, ours};

macro_rules! contenders {
    ($($name:literal = $module:ident: $($workload:ident)*;)*) => {
        mod cells {
            $(
                pub mod $module {
                    use super::super::$module as contender;
                    benches::cells!(contender, by_value: $($workload)*);
                }
            )*
        }

        const CONTENDERS: &[Contender] = &[$(Contender { name: $name, cells: cells::$module::CELLS },)*];
    };
}

contenders! {
    "hand+nightly" = hand: counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    "ours+nightly" = ours: counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    "coroutine" = closures: counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    "gen" = gen_blocks: counter pairs steps large tokens flat flat_borrowed tree spine pipeline;
}

fn main() -> ExitCode {
    benches::command_line::main(CONTENDERS, sizes::sizes)
}
