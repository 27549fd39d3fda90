use coro::Coroutine;

#[coro::coroutine]
fn inner() -> impl Coroutine<u32, Yield = u32, Return = ()> {
    yield_!(1);
}

#[coro::coroutine]
fn first_is_missing() -> impl Coroutine<u32, Yield = u32, Return = ()> {
    yield_from!(inner());
}

#[coro::coroutine]
fn all_is_missing() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_from!();
    yield_all!();
}

#[coro::coroutine]
fn one_too_many() -> impl Coroutine<u32, Yield = u32, Return = ()> {
    yield_from!(inner(), 1, 2);
    yield_all!([1, 2], 3);
}

fn main() {}
