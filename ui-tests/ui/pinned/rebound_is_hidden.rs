use coro::Coroutine;

#[coro::coroutine(static)]
fn shadowed(#[resume(rebind)] size: u32) -> impl Coroutine<_, Yield = u32, Return = ()> {
    let size = size + 1;
    yield_!(size);
}

fn main() {}
