use coro::Coroutine;

#[coro::coroutine]
fn finds() -> impl Coroutine<Yield = u32, Return = ()> {
    let _found = for n in 0..3 {
        yield_!(n);
        break n;
    };
    let _also = while true {
        yield_!(1);
        break 2;
    };
}

fn main() {}
