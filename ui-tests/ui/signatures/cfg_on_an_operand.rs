#[coro::coroutine]
fn counts() -> impl Iterator<Item = u32> {
    yield_!(#[cfg(unix)] 1);
}

fn main() {}
