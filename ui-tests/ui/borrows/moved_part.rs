#[coro::coroutine]
fn moves(pair: (String, String)) -> impl Iterator<Item = String> {
    yield_!(pair.0);
    yield_!(pair.1);
    yield_!(pair.0);
}

fn main() {}
