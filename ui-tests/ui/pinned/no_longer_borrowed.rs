use coro::Coroutine;

#[coro::coroutine(static)]
fn moved(text: String) -> impl Coroutine<Yield = usize, Return = ()> {
    let words = text.split(' ');
    drop(text);
    for word in words {
        yield_!(word.len());
    }
}

fn main() {}
