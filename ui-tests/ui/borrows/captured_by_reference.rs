use coro::Coroutine;

fn lends() -> impl Coroutine<Yield = usize, Return = ()> {
    let text = String::from("local");
    coro::coro!(|| {
        yield text.len();
        yield text.len();
    })
}

fn main() {}
