use std::cell::RefCell;

#[coro::coroutine]
fn locks(cell: RefCell<u32>) -> impl Iterator<Item = u32> {
    let guard = cell.borrow();
    yield_!(*guard);
}

fn main() {}
