use coro::Coroutine;

#[coro::coroutine]
fn defines() -> impl Coroutine<Yield = u32, Return = ()> {
    macro_rules! twice {
        ($value:expr) => {
            yield_!($value);
            yield_!($value);
        };
    }
    twice!(1);
}

fn main() {}
