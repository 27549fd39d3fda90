use coro::Coroutine;

#[coro::coroutine]
fn holds() -> impl Coroutine<Yield = u32, Return = usize> {
    let text = &String::from("held");
    yield_!(1);
    text.len()
}

fn main() {}
