use std::fmt::Display;

#[coro::coroutine]
fn number() -> u32 {
    yield_!(1);
    2
}

#[coro::coroutine]
fn boxed() -> Box<u32> {
    yield_!(1);
}

#[coro::coroutine]
fn displayed() -> impl Display {
    yield_!(1);
}

#[coro::coroutine]
fn optional() -> Option<impl Iterator<Item = u32>> {
    yield_!(1);
}

fn main() {}
