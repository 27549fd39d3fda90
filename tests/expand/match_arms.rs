//! Yields in the arms of a `match`, and a value that it gives.

use coro::Coroutine;

/// What is said.
#[derive(Debug, Clone, Copy)]
pub enum Command {
    /// Nothing.
    Skip,
    /// A number.
    Push(u32),
    /// The end.
    Quit,
}

/// Answers each command.
#[coro::coroutine]
pub fn match_arms(#[resume] first: Command) -> impl Coroutine<Command, Yield = Option<u32>, Return = u32> {
    let mut command = first;
    let mut total = 0;
    loop {
        command = match command {
            Command::Skip => yield_!(None),
            Command::Push(n) => {
                total += n;
                yield_!(Some(total))
            }
            Command::Quit => return total,
        };
    }
}
