use coro::Coroutine;

#[coro::coroutine]
fn opens() -> impl Coroutine<Option<u32>, Yield = u32, Return = ()> {
    match yield_!(1) {
        Some(0) => {}
        None => {
            yield_!(2);
        }
    }
}

fn main() {}
