use coro::Coroutine;

#[coro::coroutine]
fn echoes(
    #[resume] mut text: &str,
) -> impl for<'a> Coroutine<&'a str, Yield = &'static str, Return = ()> {
    loop {
        text = yield_!(text);
    }
}

fn main() {}
