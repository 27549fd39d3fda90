struct Token;

#[coro::coroutine]
fn holds(token: Token) -> impl Iterator<Item = u32> + Clone {
    yield_!(1);
    drop(token);
}

fn main() {}
