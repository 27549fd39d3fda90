//! A guard that is gone before the yield, and one that is held over it.

extern crate alloc;
use alloc::vec::Vec;
use core::cell::RefCell;
use coro::Coroutine;

/// Empties the queue.
#[coro::coroutine]
pub fn guard_dropped_before<'a>(
    queue: &'a RefCell<Vec<u32>>,
    log: &'a RefCell<Vec<u32>>,
) -> impl Coroutine<Yield = u32, Return = ()> + 'a {
    let mut log = log.borrow_mut();
    loop {
        let next = {
            let mut guard = queue.borrow_mut();
            guard.pop()
        };
        let Some(item) = next else {
            break;
        };
        log.push(item);
        yield_!(item);
    }
}
