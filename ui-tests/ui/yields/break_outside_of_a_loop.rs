use coro::Coroutine;

#[coro::coroutine]
fn leaves(n: u32) -> impl Coroutine<Yield = u32, Return = ()> {
    if n == 3 {
        break;
    }
    yield_!(1);
    if n == 4 {
        continue;
    }
}

fn main() {}
