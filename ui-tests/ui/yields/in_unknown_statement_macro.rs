use coro::Coroutine;

macro_rules! twice {
    ($value:expr) => {
        $value;
        $value;
    };
}

#[coro::coroutine]
fn calls() -> impl Coroutine<Yield = u32, Return = ()> {
    twice!(yield_!(1));
    twice! { yield_!(2) }
}

fn main() {}
