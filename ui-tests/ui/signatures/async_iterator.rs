trait AsyncIterator {
    type Item;
}

#[coro::coroutine]
fn items() -> impl AsyncIterator<Item = u32> {
    yield_!(1);
}

fn main() {}
