use coro::Coroutine;

#[coro::coroutine]
fn answers() -> impl Coroutine<u32, Yield = &'static str, Return = String> {
    let name: String = yield_!("what is your name?");
    name
}

fn main() {}
