use coro::CoroutineExt;

fn main() {
    let mut total = 0;
    let mut adds = coro::coro!(move |n: u32| {
        total += n;
        yield total;
    });
    adds.resume_unpin("text");
}
