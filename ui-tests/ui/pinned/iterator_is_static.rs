#[coro::coroutine(static)]
fn words(text: String) -> impl Iterator<Item = usize> {
    for word in text.split(' ') {
        yield_!(word.len());
    }
}

#[coro::coroutine(static)]
fn dynamic(text: String) -> Box<dyn Iterator<Item = usize>> {
    for word in text.split(' ') {
        yield_!(word.len());
    }
}

fn main() {}
