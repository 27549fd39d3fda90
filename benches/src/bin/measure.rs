//! Runs one contender on one workload, for `run.sh` to count.

use std::process::ExitCode;

fn main() -> ExitCode {
    benches::command_line::main(&benches::CONTENDERS)
}
