#[coro::coroutine]
fn words(text: &str) -> Box<dyn Iterator<Item = u32>> {
    for word in text.split(' ') {
        yield_!(word.len() as u32);
    }
}

fn main() {}
