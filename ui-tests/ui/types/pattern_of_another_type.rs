use coro::Coroutine;

#[coro::coroutine]
fn opens(pair: (u32, u32)) -> impl Coroutine<Option<u32>, Yield = u32, Return = ()> {
    let (a, b, c) = pair;
    yield_!(a + b + c);
    if let Ok(n) = yield_!(1) {
        yield_!(n);
    }
}

fn main() {}
