use coro::Coroutine;

#[coro::coroutine]
fn lends() -> impl Coroutine<Yield = usize, Return = &'static str> {
    let text = String::from("local");
    yield_!(text.len());
    text.as_str()
}

fn main() {}
