#[coro::coroutine]
fn moves(text: String) -> impl Iterator<Item = String> {
    yield_!(text);
    yield_!(text);
}

fn main() {}
