use coro::Coroutine;

#[coro::coroutine]
fn appends(mut texts: Vec<String>) -> impl Coroutine<&'static str, Yield = u32, Return = ()> {
    texts[0] += yield_!(1);
}

fn main() {}
