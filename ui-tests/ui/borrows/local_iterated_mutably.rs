#[coro::coroutine]
fn each(mut items: Vec<u32>) -> impl Iterator<Item = u32> {
    for item in items.iter_mut() {
        *item += 1;
        yield_!(*item);
    }
}

fn main() {}
