//! `.await` and `yield_!` in one body.

use coro::Completion;
use futures::executor::block_on;
use futures::stream::{FusedStream, Stream, StreamExt};
use std::cell::Cell;
use std::future::ready;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Gives way once without being woken by anyone but itself.
async fn pause() {
    let mut paused = false;
    std::future::poll_fn(|context| {
        if std::mem::replace(&mut paused, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

#[coro::coroutine]
fn lengths(text: String) -> impl Stream<Item = usize> + Send {
    for word in text.split(' ') {
        pause().await;
        if word.is_empty() {
            return;
        }
        yield_!(word.len());
    }
}

#[test]
fn a_stream_awaits_and_yields() {
    let found = block_on(lengths("a bb ccc  d".to_owned()).collect::<Vec<_>>());
    assert_eq!(found, [1, 2, 3]);
}

async fn forever() -> ! {
    std::future::pending().await
}

#[coro::coroutine]
fn awaits_anywhere(last: bool) -> impl Stream<Item = String> + Send {
    let mut turn = 0;
    while ready(turn).await < 2 {
        turn += {
            pause().await;
            1
        };
        yield_!(shown(turn, ready("turn").await));
    }
    let extended: &String = &ready(shown(turn, "kept")).await;
    let coerced: Box<dyn Fn() -> String + Send> = ready(Box::new(|| shown(5, "called"))).await;
    let both = (ready(1).await, yield_!(extended.clone()), ready(2).await, yield_!(coerced()));
    yield_!(shown(both.0 + both.2, extended));
    let end: String = if last { "end".to_owned() } else { forever().await };
    yield_!(ready(ready(end)).await.await);
}

fn shown(number: u8, text: &str) -> String {
    format!("{number} {text}")
}

#[test]
fn an_await_may_stand_anywhere() {
    let expected = ["1 turn", "2 turn", "2 kept", "5 called", "3 2 kept", "end"];
    assert_eq!(block_on(awaits_anywhere(true).collect::<Vec<_>>()), expected);
    let mut waits = pin!(awaits_anywhere(false));
    let mut next = || waits.as_mut().poll_next(&mut Context::from_waker(Waker::noop()));
    let found: Vec<_> = (0..8).filter_map(|_| if let Poll::Ready(item) = next() { item } else { None }).collect();
    assert_eq!(found, expected[..5]);
}

#[coro::coroutine(boxed)]
fn moved(text: String) -> impl Stream<Item = usize> + Send + Unpin {
    for word in text.split(' ') {
        yield_!(word.len());
        pause().await;
    }
}

#[test]
fn a_boxed_stream_needs_no_pin() {
    let mut stream = moved("a bb".to_owned());
    assert_eq!(block_on(stream.next()), Some(1));
    let mut stream = Box::new(stream);
    assert_eq!(block_on(stream.next()), Some(2));
    assert_eq!(block_on(stream.next()), None);
    assert_eq!(block_on(stream.next()), None);
}

#[coro::coroutine]
fn parsed(words: Vec<&str>) -> impl Stream<Item = Result<u32, Box<dyn std::error::Error>>> {
    for word in &words {
        pause().await;
        yield_!(Ok(word.parse::<u32>()?));
    }
}

#[test]
fn a_question_mark_yields_the_error_and_ends() {
    let found = block_on(parsed(vec!["1", "x", "2"]).map(|item| item.map_err(|error| error.to_string())).collect::<Vec<_>>());
    assert_eq!(found, [Ok(1), Err("invalid digit found in string".to_owned())]);
}

#[test]
fn a_stream_is_fused_and_says_so() {
    let mut stream = pin!(lengths("a".to_owned()).fuse());
    assert!(!stream.is_terminated());
    let mut context = Context::from_waker(Waker::noop());
    assert_eq!(stream.as_mut().poll_next(&mut context), Poll::Pending);
    assert_eq!(stream.as_mut().poll_next(&mut context), Poll::Ready(Some(1)));
    for _ in 0..3 {
        assert_eq!(stream.as_mut().poll_next(&mut context), Poll::Ready(None));
    }
    assert!(stream.is_terminated());
    assert_eq!(stream.size_hint(), (0, Some(0)));
}

#[coro::coroutine]
fn fused_itself() -> impl FusedStream<Item = u8> + Completion {
    yield_!(1);
}

#[test]
fn further_bounds_are_honoured() {
    let mut stream = pin!(fused_itself());
    assert_eq!(block_on(stream.next()), Some(1));
    assert!(!stream.is_terminated() && !stream.is_complete());
    assert_eq!(block_on(stream.next()), None);
    assert!(stream.is_terminated() && stream.is_complete());
}

trait Source {
    fn items(&self) -> Pin<Box<dyn Stream<Item = &str> + Send + '_>>;
}

struct Lines(Vec<String>);

impl Source for Lines {
    #[coro::coroutine]
    fn items(&self) -> Pin<Box<dyn Stream<Item = &str> + Send + '_>> {
        for line in &self.0 {
            pause().await;
            yield_!(line.as_str());
        }
    }
}

struct Doubled<S>(S);

impl<S: Source + Sync> Source for Doubled<S> {
    #[coro::coroutine]
    fn items(&self) -> Pin<Box<dyn Stream<Item = &str> + Send + '_>> {
        let mut items = self.0.items();
        while let Some(item) = items.next().await {
            yield_!(item);
            yield_!(item);
        }
    }
}

#[test]
fn trait_methods_return_boxed_streams() {
    let source: Box<dyn Source> = Box::new(Doubled(Lines(vec!["a".to_owned(), "b".to_owned()])));
    assert_eq!(block_on(source.items().collect::<Vec<_>>()), ["a", "a", "b", "b"]);
}

#[coro::coroutine]
fn flattened<S: Stream<Item: IntoIterator<Item = u32>>>(streams: S) -> impl Stream<Item = u32> {
    let mut streams = pin!(streams);
    while let Some(items) = streams.next().await {
        yield_all!(items);
    }
}

#[test]
fn futures_combinators_take_our_streams() {
    let rows = flattened(futures::stream::iter([vec![1, 2], vec![], vec![3]]));
    let found =
        block_on(rows.filter(|item| futures::future::ready(item % 2 == 1)).zip(lengths("a bb".to_owned())).collect::<Vec<_>>());
    assert_eq!(found, [(1, 1), (3, 2)]);
    let merged = futures::stream::select(lengths("a".to_owned()), lengths("a".to_owned()));
    assert_eq!(block_on(merged.count()), 2);
    let all: Vec<_> =
        block_on(futures::stream::iter(["a", "a b"]).map(|text| moved(text.to_owned())).flatten_unordered(None).collect());
    assert_eq!(all.len(), 3);
}

#[coro::coroutine]
fn counted(steps: &Cell<u32>, n: u32) -> impl Future<Output = u32> {
    for _ in 0..n {
        steps.set(steps.get() + 1);
        yield_!();
        pause().await;
    }
    steps.get()
}

#[test]
fn a_future_gives_way() {
    let steps = Cell::new(0);
    let mut future = Box::pin(counted(&steps, 2));
    let mut context = Context::from_waker(Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_pending());
    assert_eq!(steps.get(), 1);
    assert_eq!(block_on(future), 2);
}

#[coro::coroutine]
fn checked(text: String) -> Pin<Box<dyn Future<Output = Result<u32, String>> + Send>> {
    yield_!();
    let number: u32 = text.trim().parse().map_err(|_| format!("{text:?} is no number"))?;
    if number == 0 {
        return Err("zero".to_owned());
    }
    Ok(number)
}

#[test]
fn futures_in_boxes() {
    assert_eq!(block_on(checked(" 3".to_owned())), Ok(3));
    assert_eq!(block_on(checked("0".to_owned())), Err("zero".to_owned()));
    assert_eq!(block_on(checked("x".to_owned())), Err("\"x\" is no number".to_owned()));
}

coro::coro! {
    #[coroutine]
    fn bare(n: u32) -> impl Stream<Item = String> {
        for i in 0..n {
            pause().await;
            yield format!("{i}");
            println!("{:?}", yield "again".to_owned());
        }
    }
}

#[test]
fn the_bare_keyword_streams() {
    assert_eq!(block_on(bare(2).collect::<Vec<_>>()), ["0", "again", "1", "again"]);
}
