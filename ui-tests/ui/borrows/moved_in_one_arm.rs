use coro::Coroutine;

#[coro::coroutine]
fn moves(text: String, now: bool) -> impl Coroutine<Yield = u32, Return = String> {
    if now {
        drop(text);
    }
    yield_!(1);
    text
}

fn main() {}
