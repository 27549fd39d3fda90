use coro::Coroutine;
use std::task::Context;

#[coro::coroutine(static)]
fn inferred(#[resume] first: &str) -> impl Coroutine<_, Yield = usize, Return = ()> {
    yield_!(first.len());
}

#[coro::coroutine(boxed)]
fn rebound(#[resume(rebind)] context: &mut Context<'_>) -> impl Coroutine<_, Yield = (), Return = ()> {
    context.waker().wake_by_ref();
    yield_!();
}

#[coro::coroutine(static)]
fn named() -> impl for<'a> Coroutine<&'a str, Yield = usize, Return = ()> {
    yield_!(1);
}

#[coro::coroutine(static)]
fn lasting<'a>(#[resume] first: &'a str) -> impl Coroutine<&'a str, Yield = usize, Return = ()> {
    yield_!(first.len());
}

fn main() {}
