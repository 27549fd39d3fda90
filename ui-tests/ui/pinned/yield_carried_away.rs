use coro::Coroutine;
use std::pin::Pin;

macro_rules! apart {
    ($value:expr) => {
        Box::pin(async move { $value })
    };
}

#[coro::coroutine(static)]
fn stashes(stash: &mut Vec<Pin<Box<dyn Future<Output = ()>>>>) -> impl Coroutine<Yield = u32, Return = ()> {
    stash.push(apart!(yield_!(1)));
}

fn main() {}
