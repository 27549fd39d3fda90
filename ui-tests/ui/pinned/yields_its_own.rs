#[coro::coroutine(boxed)]
fn words(text: String) -> impl Iterator<Item = &'static str> {
    for word in text.split(' ') {
        yield_!(word);
    }
}

fn main() {
    let _closure = coro::coro!(static |first: String| {
        yield &*first;
    });
}
