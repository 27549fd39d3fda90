use coro::Coroutine;

#[coro::coroutine]
fn pushes(mut lists: Vec<Vec<u32>>) -> impl Coroutine<u32, Yield = u32, Return = ()> {
    lists.last_mut().unwrap().push(yield_!(1));
}

fn main() {}
