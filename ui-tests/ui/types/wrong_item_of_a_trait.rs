trait Numbers {
    fn numbers(&self) -> impl Iterator<Item = u32>;
}

struct Counter;

impl Numbers for Counter {
    #[coro::coroutine]
    fn numbers(&self) -> impl Iterator<Item = u64> {
        yield_!(1_u64);
    }
}

fn main() {}
