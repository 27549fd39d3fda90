//! As `measure`, and counts how often memory is asked for.

use std::process::ExitCode;

use benches::allocations::Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

fn main() -> ExitCode {
    benches::command_line::main(benches::CONTENDERS, benches::sizes::all)
}
