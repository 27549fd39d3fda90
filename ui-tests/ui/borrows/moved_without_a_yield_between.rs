#[coro::coroutine]
fn moves(text: String) -> impl Iterator<Item = usize> {
    yield_!(1);
    let other = text;
    yield_!(text.len() + other.len());
}

fn main() {}
