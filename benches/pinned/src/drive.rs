//! The consumer: takes every item, and keeps a digest.

use coro::{Coroutine, CoroutineState};
use futures::Stream;
use std::hint::black_box;
use std::pin::{Pin, pin};
use std::str::FromStr;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

/// How the consumer sees its producer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// By its own type, so that it can be inlined.
    Inlined,
    /// Through `Pin<&mut dyn ..>`.
    Dyn,
}

/// What came out of a run.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// A digest of all items.
    pub result: u64,
    /// The size of the producer, without what it holds on the heap.
    pub bytes: usize,
    /// Of taking the items, but not of making the producer.
    pub took: Duration,
}

impl FromStr for Driver {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "inlined" => Ok(Self::Inlined),
            "dyn" => Ok(Self::Dyn),
            _ => Err(format!("no driver `{name}`")),
        }
    }
}

impl Driver {
    pub fn consume(self, items: impl Stream<Item = u64>) -> Run {
        let bytes = size_of_val(&items);
        let items = pin!(items);
        let begin = Instant::now();
        let result = match self {
            Self::Inlined => consume(items),
            Self::Dyn => consume(black_box(items as Pin<&mut dyn Stream<Item = u64>>)),
        };
        let result = black_box(result);
        Run { result, bytes, took: begin.elapsed() }
    }

    /// Resumes with each number up to `n`.
    pub fn feed<C>(self, coroutine: C, n: u64) -> Run
    where
        C: Coroutine<u64, Yield = u64, Return = ()>,
    {
        let bytes = size_of_val(&coroutine);
        let coroutine = pin!(coroutine);
        let begin = Instant::now();
        let result = match self {
            Self::Inlined => feed(coroutine, n),
            Self::Dyn => feed(black_box(coroutine as Pin<&mut dyn Coroutine<u64, Yield = u64, Return = ()>>), n),
        };
        let result = black_box(result);
        Run { result, bytes, took: begin.elapsed() }
    }
}

const fn digest(result: u64, item: u64) -> u64 {
    result.rotate_left(1) ^ item
}

#[inline(always)]
fn consume<S: Stream<Item = u64> + ?Sized>(mut items: Pin<&mut S>) -> u64 {
    let mut context = Context::from_waker(Waker::noop());
    let mut result = 0;
    loop {
        match items.as_mut().poll_next(&mut context) {
            Poll::Ready(Some(item)) => result = digest(result, item),
            Poll::Ready(None) => return result,
            Poll::Pending => {}
        }
    }
}

#[inline(always)]
fn feed<C>(mut coroutine: Pin<&mut C>, n: u64) -> u64
where
    C: Coroutine<u64, Yield = u64, Return = ()> + ?Sized,
{
    let mut result = 0;
    for argument in 1..=n {
        match coroutine.as_mut().resume(argument) {
            CoroutineState::Yielded(item) => result = digest(result, item),
            CoroutineState::Complete(()) => break,
        }
    }
    result
}
