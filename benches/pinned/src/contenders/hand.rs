//! Structs with a `poll_next`.

use crate::contender::Streams;
use futures::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};

pub struct Hand;

struct Counter {
    next: u64,
    end: u64,
}

impl Stream for Counter {
    type Item = u64;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u64>> {
        let item = self.next;
        if item == self.end {
            return Poll::Ready(None);
        }
        self.next += 1;
        Poll::Ready(Some(item))
    }
}

struct Pairs {
    i: u64,
    j: u64,
    n: u64,
}

impl Stream for Pairs {
    type Item = u64;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u64>> {
        while self.i < self.n {
            if self.j == self.n {
                self.i += 1;
                self.j = self.i;
                continue;
            }
            let (i, j) = (self.i, self.j);
            self.j += 1;
            if (i * j) & 1 == 0 {
                return Poll::Ready(Some(i ^ j));
            }
        }
        Poll::Ready(None)
    }
}

struct Owned {
    items: Vec<u64>,
    next: usize,
}

impl Stream for Owned {
    type Item = u64;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u64>> {
        let item = self.items.get(self.next).copied();
        self.next += 1;
        Poll::Ready(item)
    }
}

/// Pending at every fourth turn.
pub struct Turn {
    pub turn: u64,
    pub waited: bool,
}

impl Turn {
    pub const fn new(turn: u64) -> Self {
        Self { turn, waited: false }
    }
}

impl Future for Turn {
    type Output = u64;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u64> {
        if self.turn.is_multiple_of(4) && !self.waited {
            self.waited = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.turn)
    }
}

struct Awaits {
    turn: Turn,
    end: u64,
}

impl Stream for Awaits {
    type Item = u64;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<u64>> {
        if self.turn.turn == self.end {
            return Poll::Ready(None);
        }
        Pin::new(&mut self.turn).poll(context).map(|item| {
            self.turn = Turn::new(item + 1);
            Some(item)
        })
    }
}

impl Streams for Hand {
    fn counter(n: u64) -> impl Stream<Item = u64> {
        Counter { next: 0, end: n }
    }

    fn pairs(n: u64) -> impl Stream<Item = u64> {
        Pairs { i: 0, j: 0, n }
    }

    fn owned(items: Vec<u64>) -> impl Stream<Item = u64> {
        Owned { items, next: 0 }
    }

    fn awaits(n: u64) -> impl Stream<Item = u64> {
        Awaits { turn: Turn::new(0), end: n }
    }
}
