use std::sync::Mutex;

#[coro::coroutine]
fn holds(cell: &Mutex<u32>) -> impl Iterator<Item = u32> + Send {
    let guard = cell.lock().unwrap();
    yield_!(*guard);
    yield_!(*guard + 1);
}

fn main() {}
