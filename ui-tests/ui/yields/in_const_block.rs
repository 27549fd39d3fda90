use coro::Coroutine;

#[coro::coroutine]
fn early() -> impl Coroutine<Yield = u32, Return = ()> {
    const {
        yield_!(1);
    }
}

fn main() {}
