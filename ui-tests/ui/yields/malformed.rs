use coro::Coroutine;

#[coro::coroutine]
fn unfinished() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_!(1 +);
}

#[coro::coroutine]
fn semicolon() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_!(1; 2);
}

#[coro::coroutine]
fn statement() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_!(let n = 1);
}

fn main() {}
