use coro::Coroutine;

#[coro::coroutine]
fn words() -> impl Coroutine<Yield = &'static str, Return = ()> {
    yield_!("one");
}

#[coro::coroutine]
fn numbers() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_from!(words());
}

#[coro::coroutine]
fn more_numbers() -> impl Iterator<Item = u32> {
    yield_all!(["one"]);
}

fn main() {}
