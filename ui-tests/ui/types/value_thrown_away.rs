use coro::Coroutine;

#[coro::coroutine]
fn forgotten_return(n: u32) -> impl Coroutine<Yield = u32, Return = u32> {
    if n == 1 {
        yield_!(3);
        4
    }
    for n in 0..n {
        yield_!(n);
        n + 1
    }
    match n {
        5 => yield_!(1),
        _ => 7,
    }
    n
}

#[coro::coroutine]
fn items(n: u32) -> impl Iterator<Item = u32> {
    while n > 2 {
        yield_!(n);
        n
    }
    {
        yield_!(n);
        3
    }
}

fn main() {}
