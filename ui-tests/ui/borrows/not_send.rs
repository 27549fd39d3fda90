use std::rc::Rc;

#[coro::coroutine]
fn shares(n: u32) -> impl Iterator<Item = u32> + Send {
    let shared = Rc::new(n);
    yield_!(*shared);
    yield_!(*shared + 1);
}

fn main() {}
