use coro::Coroutine;

#[coro::coroutine]
fn forgotten() -> impl Coroutine<Yield = u32, Return = String> {
    yield_!(1);
}

#[coro::coroutine]
fn after_a_loop(n: u32) -> impl Coroutine<Yield = u32, Return = String> {
    for n in 0..n {
        yield_!(n);
    }
}

#[coro::coroutine]
fn after_a_branch(n: u32) -> impl Coroutine<Yield = u32, Return = String> {
    if n == 1 {
        yield_!(n);
        return String::new();
    }
}

fn main() {}
