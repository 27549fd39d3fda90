macro_rules! twice {
    ($value:expr) => {
        yield_!($value);
        yield_!($value)
    };
}

#[coro::coroutine]
pub fn doubled(n: u32) -> impl Iterator<Item = u32> {
    for i in 0..n {
        twice!(i);
    }
}

fn main() {}
