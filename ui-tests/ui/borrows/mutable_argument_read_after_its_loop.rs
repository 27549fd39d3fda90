use coro::Coroutine;

#[coro::coroutine]
fn fills(slots: &mut [u32]) -> impl Coroutine<Yield = usize, Return = u32> {
    for (at, slot) in slots.iter_mut().enumerate() {
        *slot = 1;
        yield_!(at);
    }
    slots[0]
}

fn main() {}
