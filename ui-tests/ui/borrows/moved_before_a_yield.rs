#[coro::coroutine]
fn moves(text: String) -> impl Iterator<Item = usize> {
    drop(text);
    yield_!(1);
    yield_!(text.len());
}

fn main() {}
