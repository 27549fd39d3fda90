use coro::Coroutine;

#[coro::coroutine]
fn adds(
    #[resume] a: u32,
    #[resume(rebind)] b: u32,
) -> impl Coroutine<(u32, u32), Yield = u32, Return = ()> {
    yield_!(a + b);
}

fn main() {}
