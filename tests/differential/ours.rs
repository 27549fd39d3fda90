//! Drives what our macros made of a body.

use super::*;
use coro::{Coroutine, CoroutineState};
use std::pin::Pin;

fn step<R, C: Coroutine<R> + Unpin>(coroutine: &mut C, argument: R) -> Step<C::Yield, C::Return> {
    match Pin::new(coroutine).resume(argument) {
        CoroutineState::Yielded(value) => Step::Yielded(value),
        CoroutineState::Complete(value) => Step::Complete(value),
    }
}

#[inline(never)]
pub fn opaque<R, C: Coroutine<R, Yield: Debug, Return: Debug> + Unpin>(mut coroutine: C, feed: &[fn() -> R]) {
    let resume = move |argument| step(black_box(&mut coroutine), argument);
    drive(resume, feed, |again, ended| refuses_to_go_on(|| drop(again(by_driver(feed[0]))), ended));
}

#[inline(always)]
pub fn inlined<R, C: Coroutine<R, Yield: Debug, Return: Debug> + Unpin>(mut coroutine: C, feed: &[fn() -> R]) {
    drive_inlined(move |argument| step(&mut coroutine, argument), feed);
}

fn refuses_to_go_on(again: impl FnOnce(), ended: Ended) {
    let length = with_record(|record| record.trace.len());
    let payload = catch_unwind(AssertUnwindSafe(again)).expect_err("resuming after the end panics");
    with_record(|record| record.trace.truncate(length));
    let expected = match ended {
        Ended::Completed => "coroutine resumed after completion",
        Ended::Panicked => "coroutine resumed after panicking",
    };
    assert_eq!(message_of(&*payload), expected);
}

fn next<I: Iterator>(iterator: &mut I) -> Step<I::Item, ()> {
    iterator.next().map_or(Step::Complete(()), Step::Yielded)
}

#[inline(never)]
pub fn opaque_iterator<I: Iterator<Item: Debug>>(mut iterator: I, feed: &[fn()]) {
    drive(
        move |()| next(black_box(&mut iterator)),
        feed,
        |again, ended| {
            if ended == Ended::Completed {
                assert!(matches!(again(()), Step::Complete(())), "the iterator is fused");
            }
        },
    );
}

#[inline(always)]
pub fn inlined_iterator<I: Iterator<Item: Debug>>(mut iterator: I, feed: &[fn()]) {
    drive_inlined(move |()| next(&mut iterator), feed);
}

pub fn opaque_pinned<R, C: Coroutine<R, Yield: Debug, Return: Debug>>(coroutine: C, feed: &[fn() -> R]) {
    opaque(Box::pin(coroutine), feed);
}

#[inline(always)]
pub fn inlined_pinned<R, C: Coroutine<R, Yield: Debug, Return: Debug>>(coroutine: C, feed: &[fn() -> R]) {
    let mut coroutine = std::pin::pin!(coroutine);
    let resume = |argument| match coroutine.as_mut().resume(argument) {
        CoroutineState::Yielded(value) => Step::Yielded(value),
        CoroutineState::Complete(value) => Step::Complete(value),
    };
    drive_inlined(resume, feed);
}
