use coro::Coroutine;

#[coro::coroutine]
fn counts() -> impl Coroutine<Yield = u32, Return = ()> {
    thread_local! {
        static COUNT: u32 = yield_!(1);
    }
}

fn main() {}
