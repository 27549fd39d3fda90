//! A yield in the inner one of two loops, and a label.

/// Pairs whose product is small.
#[coro::coroutine]
pub fn nested_loops(n: u32) -> impl Iterator<Item = (u32, u32)> {
    'rows: for i in 1..n {
        for j in i..n {
            if i * j > 20 {
                continue 'rows;
            }
            yield_!((i, j));
        }
    }
}
