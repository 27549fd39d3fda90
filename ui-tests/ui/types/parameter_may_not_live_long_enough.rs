#[coro::coroutine]
fn boxed<T>(items: Vec<T>) -> Box<dyn Iterator<Item = T>> {
    for item in items {
        yield_!(item);
    }
}

fn main() {}
