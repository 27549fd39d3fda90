trait Numbers {
    fn numbers(&self) -> u32;
}

struct One;

impl Numbers for One {
    #[coro::coroutine]
    fn numbers(&self) -> impl Iterator<Item = u32> {
        yield_!(1);
    }
}

fn main() {}
