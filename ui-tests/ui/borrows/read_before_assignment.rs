use coro::Coroutine;

#[coro::coroutine]
fn reads(set: bool) -> impl Coroutine<Yield = u32, Return = u32> {
    let n;
    if set {
        n = 1;
    }
    yield_!(2);
    n
}

fn main() {}
