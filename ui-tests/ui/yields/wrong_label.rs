use coro::Coroutine;

#[coro::coroutine]
fn leaves() -> impl Coroutine<Yield = u32, Return = ()> {
    'outer: loop {
        yield_!(1);
        if true {
            break 'outre;
        }
        continue 'outer;
    }
}

fn main() {}
