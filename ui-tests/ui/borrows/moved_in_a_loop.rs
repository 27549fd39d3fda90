#[coro::coroutine]
fn moves(text: String) -> impl Iterator<Item = String> {
    for _ in 0..3 {
        yield_!(text);
    }
}

fn main() {}
