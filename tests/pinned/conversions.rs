//! Every cell of the table of conversions, there and back.

use coro::CoroutineState::{Complete, Yielded};
use coro::{Completion, Coroutine, CoroutineExt, CoroutineState, from_async_fn, from_fn, from_future, from_iter, from_stream};
use futures::executor::block_on;
use futures::stream::{self, FusedStream, Stream, StreamExt};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Pending as often as it is told, and woken each time.
#[coro::coroutine]
fn slow(turns: u32) -> impl Future<Output = u32> + Send {
    for _ in 0..turns {
        yield_!();
    }
    turns
}

#[coro::coroutine]
fn items(n: u32) -> impl Stream<Item = u32> + Send {
    for item in 0..n {
        slow(item).await;
        yield_!(item);
    }
}

#[test]
fn iterator() {
    let round: Vec<_> = from_iter([1, 2, 3]).into_iter().collect();
    assert_eq!(round, [1, 2, 3]);
    let mut again = from_iter(from_iter([1]).into_iter());
    assert_eq!(again.resume_unpin(()), Yielded(1));
    assert_eq!(again.resume_unpin(()), Complete(()));
}

#[coro::coroutine(static)]
fn pinned_items(text: String) -> impl Coroutine<Yield = usize, Return = ()> {
    for word in text.split(' ') {
        yield_!(word.len());
    }
}

#[test]
fn iterator_of_a_pinned_coroutine() {
    let pinned = pin!(pinned_items("a bb".to_owned()));
    assert_eq!(pinned.into_iter().collect::<Vec<_>>(), [1, 2]);
    let boxed = Box::pin(pinned_items("ccc".to_owned()));
    assert_eq!(from_iter(boxed.into_iter()).into_iter().collect::<Vec<_>>(), [3]);
}

#[test]
fn future() {
    assert_eq!(block_on(CoroutineExt::into_future(from_future(slow(3)))), 3);
    let mut coroutine = pin!(from_future(CoroutineExt::into_future(from_future(slow(1)))));
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(coroutine.as_mut().resume(&mut context), Yielded(()));
    assert!(!coroutine.is_complete());
    assert_eq!(coroutine.as_mut().resume(&mut context), Complete(1));
    assert!(coroutine.is_complete());
}

#[test]
fn async_fn() {
    async fn three() -> u32 {
        slow(2).await + 1
    }
    assert_eq!(block_on(CoroutineExt::into_future(from_async_fn(three))), 3);
    let ready = from_future(std::future::ready(7)).into_async_fn();
    assert_eq!(block_on(async { ready().await + ready().await }), 14);
    assert_eq!(block_on(CoroutineExt::into_future(from_async_fn(ready))), 7);
    let own = || from_future(slow(2));
    let function = async || CoroutineExt::into_future(own()).await;
    assert_eq!(block_on(async { function().await + function().await }), 4);
}

#[test]
fn stream() {
    assert_eq!(block_on(from_stream(items(3)).into_stream().collect::<Vec<_>>()), [0, 1, 2]);
    let mut coroutine = from_stream(stream::iter(["a"]));
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(coroutine.resume_unpin(&mut context), Yielded(Poll::Ready("a")));
    assert_eq!(coroutine.resume_unpin(&mut context), Complete(()));
    let mut stream = pin!(from_stream(items(1)).into_stream());
    assert!(!stream.is_terminated());
    assert_eq!(block_on(stream.next()), Some(0));
    for _ in 0..2 {
        assert_eq!(block_on(stream.next()), None);
    }
    assert!(stream.is_terminated());
}

#[test]
fn fn_mut() {
    let mut total = 0;
    let mut sum = from_fn(move |item: u32| {
        total += item;
        if total > 5 { Complete("enough") } else { Yielded(total) }
    })
    .into_fn_mut();
    assert_eq!(sum(2), Yielded(2));
    let mut again = from_fn(sum);
    assert_eq!(again.resume_unpin(3), Yielded(5));
    assert_eq!(again.resume_unpin(1), Complete("enough"));
    let mut words = Box::pin(pinned_items("a bb".to_owned())).into_fn_mut();
    assert_eq!([words(()), words(()), words(())], [Yielded(1), Yielded(2), Complete(())]);
}

/// The enum form, resumed with a context: a future written by hand, so to speak.
#[coro::coroutine]
fn counted(#[resume(rebind)] context: &mut Context<'_>, turns: u32) -> impl Coroutine<_, Yield = (), Return = u32> + Clone + Send {
    for _ in 0..turns {
        context.waker().wake_by_ref();
        yield_!();
    }
    turns
}

#[coro::coroutine]
fn evens(#[resume(rebind)] context: &mut Context<'_>, mut n: u32) -> impl Coroutine<_, Yield = Poll<u32>, Return = ()> + Unpin {
    while n > 0 {
        n -= 1;
        if n % 2 == 0 {
            yield_!(Poll::Ready(n));
        } else {
            context.waker().wake_by_ref();
            yield_!(Poll::Pending);
        }
    }
}

#[test]
fn enum_coroutines_with_a_context() {
    assert_eq!(block_on(counted(3).into_future()), 3);
    let function = counted(2).into_async_fn();
    assert_eq!(block_on(async { function().await + function().await }), 4);
    assert_eq!(block_on(evens(5).into_stream().collect::<Vec<_>>()), [4, 2, 0]);
    let mut boxed: Pin<Box<dyn Stream<Item = u32>>> = Box::pin(evens(3).into_stream());
    assert_eq!(block_on(boxed.next()), Some(2));
}

/// A coroutine of another future, polled within one that has no state but what it needs.
#[coro::coroutine]
fn both<F: Future<Output = u32> + Unpin>(
    #[resume(rebind)] context: &mut Context<'_>,
    mut future: F,
) -> impl Coroutine<_, Yield = (), Return = u32> {
    let value = loop {
        match Pin::new(&mut future).poll(context) {
            Poll::Ready(value) => break value,
            Poll::Pending => yield_!(),
        }
    };
    value * 2
}

#[test]
fn an_enum_coroutine_polls() {
    assert_eq!(block_on(both(Box::pin(slow(4))).into_future()), 8);
    let mut coroutine = both(Box::pin(slow(1)));
    let mut context = Context::from_waker(Waker::noop());
    let first: CoroutineState<(), u32> = Pin::new(&mut coroutine).resume(&mut context);
    assert_eq!(first, Yielded(()));
}

#[test]
fn after_the_end() {
    let mut context = Context::from_waker(Waker::noop());
    let mut coroutine = from_future(std::future::ready(1));
    assert_eq!(coroutine.resume_unpin(&mut context), Complete(1));
    let message = |resume: &mut dyn FnMut()| {
        let payload = std::panic::catch_unwind(std::panic::AssertUnwindSafe(resume)).unwrap_err();
        *payload.downcast_ref::<&str>().unwrap()
    };
    assert_eq!(message(&mut || _ = coroutine.resume_unpin(&mut context)), "coroutine resumed after completion");
    let mut coroutine = from_future(std::future::poll_fn(|_| -> Poll<()> { panic!("polled") }));
    assert_eq!(message(&mut || _ = coroutine.resume_unpin(&mut context)), "polled");
    assert_eq!(message(&mut || _ = coroutine.resume_unpin(&mut context)), "coroutine resumed after panicking");
}

/// Holds an exclusive borrow of itself while it is pending.
async fn borrows_itself() -> u32 {
    let mut count = 0;
    let counter = &mut count;
    for _ in 0..3 {
        slow(1).await;
        *counter += 1;
    }
    count
}

#[test]
fn a_look_from_outside_ends_no_borrow_inside() {
    let mut context = Context::from_waker(Waker::noop());
    let mut future = pin!(from_future(borrows_itself()));
    while future.as_mut().resume(&mut context) != Complete(3) {
        assert!(!future.is_complete());
    }
    let mut again = pin!(CoroutineExt::into_future(from_future(borrows_itself())));
    while again.as_mut().poll(&mut context).is_pending() {
        assert!(!again.is_complete());
    }
    let mut items = pin!(from_stream(stream::once(borrows_itself())).into_stream());
    while items.as_mut().poll_next(&mut context) != Poll::Ready(Some(3)) {
        assert!(!items.is_terminated() && !items.is_complete());
    }
}
