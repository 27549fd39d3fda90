use coro::Coroutine;

#[coro::coroutine]
fn opens(items: Vec<Option<u32>>) -> impl Coroutine<Option<u32>, Yield = u32, Return = ()> {
    let Some(first) = yield_!(1);
    for Some(item) in items {
        yield_!(item + first);
    }
}

fn main() {}
