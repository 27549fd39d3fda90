use coro::Coroutine;

#[coro::coroutine]
fn holds(#[resume] mut piece: &[u8]) -> impl Coroutine<_, Yield = usize, Return = ()> {
    let mut longest = piece;
    loop {
        if piece.len() > longest.len() {
            longest = piece;
        }
        piece = yield_!(longest.len());
    }
}

fn main() {}
