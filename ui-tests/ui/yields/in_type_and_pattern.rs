use coro::Coroutine;

#[coro::coroutine]
fn lengths(n: u32) -> impl Coroutine<Yield = u32, Return = ()> {
    let _array = [0; yield_!(1)];
    let _typed: [u8; yield_!(2)] = [];
    match n {
        yield_!(3) => {}
        _ => {}
    }
}

fn main() {}
