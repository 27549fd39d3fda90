#[coro::coroutine]
fn words() -> impl Iterator<Item = String> {
    let text = String::from("a b c");
    for word in text.split(' ') {
        yield_!(word.to_owned());
    }
}

fn main() {}
