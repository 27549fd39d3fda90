use coro::{Coroutine, CoroutineExt};

fn lends() -> impl Coroutine<Yield = usize, Return = ()> {
    let text = String::from("local");
    coro::coro!(|| {
        yield text.len();
        yield text.len();
    })
}

fn main() {
    let mut total = 0;
    let mut adds = coro::coro!(move |n: u32| {
        total += n;
        yield total;
    });
    let moved = String::new();
    let _takes = coro::coro!(move || {
        yield 1;
        drop(moved);
    });
    println!("{moved}");
    adds.resume_unpin("text");
}
