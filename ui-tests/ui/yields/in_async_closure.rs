use coro::Coroutine;

#[coro::coroutine]
fn later() -> impl Coroutine<Yield = u32, Return = ()> {
    let _closure = async || {
        yield_!(1);
    };
}

fn main() {}
