use coro::Coroutine;

#[coro::coroutine]
fn assigns(mut text: String) -> impl Coroutine<Yield = usize, Return = ()> {
    yield_!(text.len());
    let word = &text[1..];
    text = String::new();
    yield_!(word.len());
}

fn main() {}
