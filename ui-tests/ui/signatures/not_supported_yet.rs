use coro::Coroutine;

#[coro::coroutine(static)]
fn pinned() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_!(1);
}

#[coro::coroutine(boxed)]
fn boxed() -> impl Iterator<Item = u32> {
    yield_!(1);
}

fn main() {
    let _closure = coro::coro!(static move || {
        yield 1;
    });
}
