use coro_core::__private::{Either, Once, Port, exchange, pinned};
use coro_core::CoroutineState::{Complete, Yielded};
use coro_core::{Completion, Coroutine};
use std::pin::pin;

fn words(text: String) -> impl Coroutine<u8, Yield = usize, Return = u8> + Completion + Send + Sync {
    pinned(async move |mut port: Port<'_, Either<usize, u8>>| {
        let exchange = exchange(Once, &port);
        let _ = &text;
        let mut total = port.first();
        for word in text.split(' ') {
            total += exchange.suspend(word.len(), &mut port).await;
        }
        total
    })
}

#[test]
fn borrows_across_a_yield() {
    let mut words = pin!(words("a bb".to_owned()));
    assert_eq!(words.as_mut().resume(1), Yielded(1));
    assert_eq!(words.as_mut().resume(2), Yielded(2));
    assert!(!words.is_complete());
    assert_eq!(words.as_mut().resume(3), Complete(6));
    assert!(words.is_complete());
}
