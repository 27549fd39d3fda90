use coro::Coroutine;
use futures_core::Stream;
use std::rc::Rc;

#[coro::coroutine(static)]
fn counted(n: u32) -> impl Coroutine<Yield = u32, Return = ()> + Send {
    let count = Rc::new(n);
    yield_!(*count);
    drop(count);
}

#[coro::coroutine]
fn yields() -> impl Stream<Item = Rc<u32>> + Send {
    yield_!(Rc::new(1));
}

fn main() {}
