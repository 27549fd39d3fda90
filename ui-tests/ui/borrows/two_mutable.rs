use coro::Coroutine;

#[coro::coroutine]
fn borrows(mut items: Vec<u32>) -> impl Coroutine<Yield = usize, Return = ()> {
    yield_!(items.len());
    let first = &mut items;
    let second = &mut items;
    first.push(1);
    second.push(2);
    yield_!(items.len());
}

fn main() {}
