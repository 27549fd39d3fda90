use coro_core::__private::{Either, Exchange, Port, pinned, relayed};
use coro_core::CoroutineState::{Complete, Yielded};
use coro_core::{Completion, Coroutine};
use std::pin::pin;

fn words(text: String) -> impl Coroutine<u8, Yield = usize, Return = u8> + Completion + Send + Sync {
    pinned(async move |exchange: Exchange<Either<usize, u8>>| {
        let _ = &text;
        let (mut total, mut place) = exchange.first().await;
        for word in text.split(' ') {
            let (argument, next) = exchange.put(word.len(), place).await;
            total += argument;
            place = next;
        }
        total
    })
}

fn words_after_others(text: String) -> impl Coroutine<u8, Yield = usize, Return = u8> + Completion + Send + Sync {
    pinned(async move |exchange: Exchange<Either<usize, u8>>| {
        let _ = &text;
        let mut total = exchange.first().await.0;
        for word in text.split(' ') {
            total += exchange.put(word.len(), exchange.here().await).await.0;
        }
        total
    })
}

fn words_from_anywhere(text: String) -> impl Coroutine<u8, Yield = usize, Return = u8> + Completion + Send + Sync {
    relayed(async move |mut port: Port<'_, Either<usize, u8>>| {
        let gate = port.gate();
        let _ = &text;
        let mut total = port.first();
        for word in text.split(' ') {
            total += async { gate.suspend(word.len(), &mut port).await }.await;
        }
        total
    })
}

fn check(words: impl Coroutine<u8, Yield = usize, Return = u8> + Completion) {
    let mut words = pin!(words);
    assert_eq!(words.as_mut().resume(1), Yielded(1));
    assert_eq!(words.as_mut().resume(2), Yielded(2));
    assert!(!words.is_complete());
    assert_eq!(words.as_mut().resume(3), Complete(6));
    assert!(words.is_complete());
}

#[test]
fn borrows_across_a_yield() {
    check(words("a bb".to_owned()));
    check(words_after_others("a bb".to_owned()));
    check(words_from_anywhere("a bb".to_owned()));
}
