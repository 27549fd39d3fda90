mod nesting;
mod scan;
mod tokenizer;
use coro::{Coroutine, CoroutineState::*};
fn main() {
    let text = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let mut tokens = tokenizer::tokens(usize::MAX);
    let mut rest = &text[..];
    loop {
        match std::pin::Pin::new(&mut tokens).resume(&mut rest) {
            Yielded(event) => println!("{event:?}"),
            Complete(r) => { println!("{r:?} {}", rest.len()); break }
        }
    }
}
