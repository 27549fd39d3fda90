#[coro::coroutine]
pub fn above(items: &[u32], low: u32) -> impl Iterator<Item = u32> {
    for _ in 0..3 {
        for &item in items.iter().filter(|item| **item > low) {
            yield_!(item);
        }
    }
}

fn main() {}
