#[coro::coroutine]
fn walk(depth: u32) -> impl Iterator<Item = u32> {
    yield_!(depth);
    if depth > 0 {
        yield_all!(walk(depth - 1));
    }
}

fn main() {}
