#[coro::coroutine]
fn words(text: &str) -> impl Iterator<Item = usize> + 'static {
    for word in text.split(' ') {
        yield_!(word.len());
    }
}

fn main() {}
