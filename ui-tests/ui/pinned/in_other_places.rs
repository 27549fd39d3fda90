use futures_core::Stream;

#[coro::coroutine]
fn closure(items: Vec<u32>) -> impl Stream<Item = u32> {
    items.iter().for_each(|item| yield_!(*item));
}

#[coro::coroutine]
fn block() -> impl Stream<Item = u32> {
    async { yield_!(1) }.await;
}

#[coro::coroutine]
fn hidden_in_a_closure(items: Vec<u32>) -> impl Stream<Item = u32> {
    items.iter().for_each(|item| println!("{:?}", yield_!(*item)));
}

#[coro::coroutine]
fn item() -> impl Stream<Item = u32> {
    fn inner() {
        yield_!(1);
    }
    inner();
}

fn main() {}
