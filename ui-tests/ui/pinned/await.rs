use coro::Coroutine;

#[coro::coroutine(static)]
fn waits(future: impl Future<Output = u32>) -> impl Coroutine<Yield = u32, Return = ()> {
    let value = future.await;
    yield_!(value);
}

#[coro::coroutine(boxed)]
fn iterates(future: impl Future<Output = u32>) -> impl Iterator<Item = u32> {
    println!("{}", future.await);
    yield_!(1);
}

fn main() {
    let _closure = coro::coro!(static |future: std::future::Ready<u32>| {
        yield future.await;
    });
}
