use coro::Coroutine;

#[coro::coroutine]
fn pushes(mut list: Box<Vec<u32>>) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    (*list).push(yield_!(1));
}

fn main() {}
