use coro::Coroutine;

#[coro::coroutine]
fn pushes(mut lists: Vec<Vec<u32>>) -> impl Coroutine<u32, Yield = u32, Return = Vec<Vec<u32>>> {
    lists[0].push(yield_!(1));
    lists
}

fn main() {}
