#[coro::coroutine]
fn counts() -> impl Coroutine<Yield = u32, Return = ()> {
    yield_!(1);
}

fn main() {}
