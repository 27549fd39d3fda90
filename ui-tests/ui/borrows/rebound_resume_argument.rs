use coro::Coroutine;

#[coro::coroutine]
fn holds(#[resume(rebind)] piece: &[u8]) -> impl Coroutine<_, Yield = usize, Return = u8> {
    let first = &piece[0];
    yield_!(piece.len());
    *first
}

fn main() {}
