#[coro::coroutine]
pub fn each(input: Vec<u32>) -> impl Iterator<Item = u32> {
    yield_!(1);
    for item in &input {
        yield_!(*item);
    }
}

fn main() {}
