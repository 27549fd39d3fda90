use coro::Coroutine;
use std::fmt::Debug;

#[derive(Debug)]
struct Token;

#[coro::coroutine]
fn prints(run: fn(u32) -> u32, token: Token) -> impl Coroutine<Yield = u32, Return = ()> + Debug + PartialEq {
    yield_!(run(1));
    drop(token);
}

#[coro::coroutine]
fn compares(x: f64) -> impl Coroutine<Yield = f64, Return = ()> + PartialEq + Eq {
    yield_!(1.0);
    yield_!(x);
}

fn main() {}
