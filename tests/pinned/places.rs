//! Where a body finds the place for what it yields is on the stack of one poll. Nothing may make it use that of another.

use coro::CoroutineState::{Complete, Yielded};
use coro::{Coroutine, CoroutineExt};
use futures::executor::block_on;
use futures::stream::{FuturesUnordered, Stream, StreamExt};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Pending once.
async fn pause() {
    let mut paused = false;
    std::future::poll_fn(|_| if std::mem::replace(&mut paused, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

/// Hides an `await` from the macro.
macro_rules! pausing {
    ($value:expr) => {{
        pause().await;
        $value
    }};
}

/// Polls each time under another depth of the stack, and tries to overwrite what was there.
fn all_at_depths<S: Stream>(mut stream: Pin<&mut S>) -> Vec<S::Item> {
    fn poll_at<S: Stream>(depth: usize, stream: Pin<&mut S>) -> Poll<Option<S::Item>> {
        let mut filled = std::hint::black_box([0xAA_u8; 512]);
        let polled = match depth {
            0 => stream.poll_next(&mut Context::from_waker(Waker::noop())),
            depth => poll_at(depth - 1, stream),
        };
        std::hint::black_box(&mut filled);
        polled
    }
    let mut found = Vec::new();
    for depth in [5, 0, 9, 2].into_iter().cycle() {
        match poll_at(depth, stream.as_mut()) {
            Poll::Ready(Some(item)) => found.push(item),
            Poll::Ready(None) => break,
            Poll::Pending => {}
        }
    }
    found
}

#[coro::coroutine]
fn yields_only(texts: Vec<String>) -> impl Stream<Item = String> {
    for text in &texts {
        yield_!(text.clone());
        yield_!(text.repeat(2));
    }
}

#[coro::coroutine]
fn awaits_between(texts: Vec<String>) -> impl Stream<Item = String> {
    for text in &texts {
        pause().await;
        yield_!(text.clone());
        yield_!({
            pause().await;
            text.repeat(2)
        });
    }
}

#[coro::coroutine]
fn awaits_in_macros(texts: Vec<String>) -> impl Stream<Item = String> {
    for text in &texts {
        yield_!(text.clone());
        yield_!(pausing!(text.repeat(2)));
        pausing!(());
    }
}

#[test]
fn each_poll_may_be_elsewhere_on_the_stack() {
    let texts = || vec!["a".to_owned(), "b".to_owned()];
    let expected = ["a", "aa", "b", "bb"];
    assert_eq!(all_at_depths(pin!(yields_only(texts()))), expected);
    assert_eq!(all_at_depths(pin!(awaits_between(texts()))), expected);
    assert_eq!(all_at_depths(pin!(awaits_in_macros(texts()))), expected);
}

macro_rules! hidden {
    ($value:expr) => {
        $value
    };
}

/// A trait for all values, of methods that are called as ours.
trait Anything: Sized {
    fn first(self) {}
    fn gate(self) {}
    fn here(self) {}
    fn put(self) {}
}

impl<T> Anything for T {}

#[coro::coroutine(static)]
fn adds(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let sum = first + yield_!(first);
    sum + hidden!(yield_!(sum))
}

#[test]
fn traits_of_all_values_have_no_say() {
    let (_, _) = (1.first(), 1.gate());
    let (_, _) = (1.here(), 1.put());
    let mut adds = pin!(adds());
    assert_eq!(adds.as_mut().resume(1), Yielded(1));
    assert_eq!(adds.as_mut().resume(2), Yielded(3));
    assert_eq!(adds.as_mut().resume(3), Complete(6));
}

mod shadowed {
    use super::*;

    /// Not the one of std: what it is given is in another future, under another waker.
    macro_rules! format {
        ($text:literal, $value:expr) => {{
            let mut all = FuturesUnordered::new();
            all.push(async { $value });
            let value = all.next().await;
            drop(all);
            std::format!($text, value)
        }};
    }

    /// Nor this.
    macro_rules! println {
        () => {
            pause().await
        };
    }

    #[coro::coroutine]
    pub fn formats() -> impl Stream<Item = String> {
        let text = format!("{:?}", yield_!("one".to_owned()));
        yield_!(text);
    }

    /// The label and what follows look like a `coro!`, in which yields are none of ours.
    #[coro::coroutine]
    pub fn formats_a_loop() -> impl Stream<Item = String> {
        let text = format!(
            "{:?}",
            'coro: loop {
                drop(async { pause().await });
                break 'coro !(yield_!("one".to_owned()) == ());
            }
        );
        yield_!(text);
    }

    #[coro::coroutine]
    pub fn prints() -> impl Stream<Item = u8> {
        yield_!(1);
        println!();
        yield_!({
            println!();
            2
        });
    }
}

#[test]
fn macros_may_be_called_as_those_of_std() {
    assert_eq!(block_on(pin!(shadowed::formats()).collect::<Vec<_>>()), ["one", "Some(())"]);
    assert_eq!(all_at_depths(pin!(shadowed::formats())), ["one", "Some(())"]);
    assert_eq!(all_at_depths(pin!(shadowed::formats_a_loop())), ["one", "Some(false)"]);
    assert_eq!(all_at_depths(pin!(shadowed::prints())), [1, 2]);
}

#[coro::coroutine(static)]
fn pauses() -> impl Coroutine<String, Yield = String, Return = ()> {
    let text = yield_!(pausing!("first".to_owned()));
    yield_!(pausing!(text));
}

#[test]
fn what_panicked_because_it_had_to_wait_may_be_resumed() {
    let mut pauses = Box::pin(pauses());
    let mut resume = |text: &str| catch_unwind(AssertUnwindSafe(|| pauses.resume_unpin(text.to_owned()))).ok();
    assert_eq!(resume("a"), None);
    assert_eq!(resume("b"), Some(Yielded("first".to_owned())));
    assert_eq!(resume("c"), None);
    assert_eq!(resume("d"), Some(Yielded("c".to_owned())));
    assert_eq!(resume("e"), Some(Complete(())));
}

#[coro::coroutine(static)]
fn nested(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    let sum = yield_!(yield_!(first) + yield_!(first + 1));
    let found = loop {
        yield_!(if sum > 5 { break sum } else { 0 });
    };
    yield_!(match Some(found) {
        Some(found) if found > 100 => return found,
        _ => found,
    })
}

#[test]
fn values_may_yield_and_leave() {
    let mut one = pin!(nested());
    let found = [1, 2, 3, 10, 7].map(|argument| one.as_mut().resume(argument));
    assert_eq!(found, [Yielded(1), Yielded(2), Yielded(5), Yielded(10), Complete(7)]);
    let mut other = pin!(nested());
    let found = [1, 2, 3, 101].map(|argument| other.as_mut().resume(argument));
    assert_eq!(found, [Yielded(1), Yielded(2), Yielded(5), Complete(101)]);
}

#[test]
fn it_may_be_moved_until_it_is_pinned() {
    let mut kept = vec![yields_only(vec!["a".to_owned()])];
    kept.push(yields_only(vec!["b".to_owned()]));
    kept.reverse();
    let found: Vec<_> = kept.into_iter().flat_map(|one| all_at_depths(pin!(one))).collect();
    assert_eq!(found, ["b", "bb", "a", "aa"]);
}

/// Leaves another context where its own was.
async fn replaces_the_context() {
    std::future::poll_fn(|context| {
        *context = Context::from_waker(Waker::noop());
        Poll::Ready(())
    })
    .await;
}

macro_rules! replacing {
    () => {
        replaces_the_context().await
    };
}

#[coro::coroutine]
fn replaces_in_sight() -> impl Stream<Item = u8> {
    for item in 0..2 {
        replaces_the_context().await;
        yield_!(item);
        yield_!({
            replaces_the_context().await;
            item + 10
        });
    }
}

#[coro::coroutine]
fn replaces_in_macros() -> impl Stream<Item = u8> {
    for item in 0..2 {
        replacing!();
        yield_!(item);
        replacing!();
        yield_!({
            replacing!();
            item + 10
        });
    }
}

#[coro::coroutine]
fn replaces_where_yields_hide() -> impl Stream<Item = u8> {
    for item in 0..2 {
        replacing!();
        pausing!(yield_!(item));
        replaces_the_context().await;
        yield_!({
            replacing!();
            item + 10
        });
        replacing!();
    }
}

#[test]
fn futures_may_replace_the_context() {
    let expected = [0, 10, 1, 11];
    assert_eq!(all_at_depths(pin!(replaces_in_sight())), expected);
    assert_eq!(all_at_depths(pin!(replaces_in_macros())), expected);
    assert_eq!(all_at_depths(pin!(replaces_where_yields_hide())), expected);
}
