//! Runs the contenders of stable, for `run.sh` to count.

use std::process::ExitCode;

fn main() -> ExitCode {
    benches::command_line::main(benches::CONTENDERS, benches::sizes::all)
}
