//! Drives what rustc made of a body.

use super::*;
use std::ops::{Coroutine, CoroutineState};
use std::pin::Pin;

#[inline(never)]
pub fn opaque<R, C: Coroutine<R, Yield: Debug, Return: Debug> + Unpin>(mut coroutine: C, feed: &[fn() -> R]) {
    let step = move |argument| match Pin::new(black_box(&mut coroutine)).resume(argument) {
        CoroutineState::Yielded(value) => Step::Yielded(value),
        CoroutineState::Complete(value) => Step::Complete(value),
    };
    drive(step, feed, |_, _| ());
}
