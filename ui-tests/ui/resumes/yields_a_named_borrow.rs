use coro::Coroutine;

#[coro::coroutine]
fn echoes(
    #[resume] text: &str,
) -> impl for<'a> Coroutine<&'a str, Yield = &'a str, Return = ()> {
    yield_!(text);
}

fn main() {}
