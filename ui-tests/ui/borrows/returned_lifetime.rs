use coro::Coroutine;

#[coro::coroutine]
fn longest<'a, 'b>(a: &'a str, b: &'b str) -> impl Coroutine<Yield = &'a str, Return = &'a str> {
    yield_!(a);
    yield_!(b);
    b
}

fn main() {}
