use coro::{Coroutine, CoroutineExt};

struct Io<'a> {
    bytes: &'a [u8],
}

#[coro::coroutine]
fn reads(#[resume] mut io: Io) -> impl Coroutine<Io, Yield = usize, Return = ()> {
    while !io.bytes.is_empty() {
        io = yield_!(io.bytes.len());
    }
}

fn main() {
    let mut reader = reads();
    for n in 0..3 {
        let bytes = vec![0; n];
        reader.resume_unpin(Io { bytes: &bytes });
    }
}
