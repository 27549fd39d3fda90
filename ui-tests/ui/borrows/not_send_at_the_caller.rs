use std::rc::Rc;

#[coro::coroutine]
fn shares(n: u32) -> impl Iterator<Item = u32> {
    let shared = Rc::new(n);
    yield_!(*shared);
    yield_!(*shared + 1);
}

fn main() {
    let numbers = shares(1);
    std::thread::spawn(move || numbers.count());
}
