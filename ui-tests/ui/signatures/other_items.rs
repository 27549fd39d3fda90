#[coro::coroutine]
struct Counter {
    n: u32,
}

#[coro::coroutine]
impl Counter {
    fn n(&self) -> u32 {
        self.n
    }
}

#[coro::coroutine]
mod inner {}

#[coro::coroutine]
const ONE: u32 = 1;

fn main() {}
