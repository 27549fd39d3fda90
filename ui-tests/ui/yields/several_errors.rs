use coro::Coroutine;

#[coro::coroutine]
const fn many(n: u32, future: impl Future<Output = u32>) -> impl Coroutine<Yield = u32, Return = ()> {
    let _closure = || yield_!(1);
    match n {
        0 if yield_!(2) => {}
        _ => {}
    }
    future.await;
    yield_!(3, 4);
}

fn others_are_still_checked() -> u32 {
    let _many = many(1, async { 2 });
    "a string"
}

fn main() {}
