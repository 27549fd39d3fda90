//! `async-stream` 0.3, polled with a waker that does nothing. It has no resume argument.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use async_stream::stream;
use futures_core::Stream;

use crate::{Digest, Driver, Node, Run, Token};

/// A stream that is always ready as an iterator.
struct Items<'a, S: ?Sized>(Pin<&'a mut S>);

impl<S: Stream + ?Sized> Iterator for Items<'_, S> {
    type Item = S::Item;

    #[inline]
    fn next(&mut self) -> Option<S::Item> {
        match self.0.as_mut().poll_next(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(item) => item,
            Poll::Pending => None,
        }
    }
}

fn run<M>(driver: Driver<M>, items: impl Stream<Item: Digest>) -> Run {
    let bytes = size_of_val(&items);
    driver.consume_pinned(bytes, Items(pin!(items)))
}

pub fn counter<M>(n: u64, driver: Driver<M>) -> Run {
    let items = stream! {
        for i in 0..n {
            yield i;
        }
    };
    run(driver, items)
}

pub fn pairs<M>(n: u64, driver: Driver<M>) -> Run {
    let items = stream! {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    yield i ^ j;
                }
            }
        }
    };
    run(driver, items)
}

pub fn steps<M>(n: u64, driver: Driver<M>) -> Run {
    let items = stream! {
        for i in 0..n {
            yield i;
            yield i + 1;
            yield i * 2;
        }
    };
    run(driver, items)
}

pub fn large<M>(n: u64, driver: Driver<M>) -> Run {
    let items = stream! {
        let mut buckets = [1_u64; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            yield buckets[bucket];
        }
    };
    run(driver, items)
}

pub fn tokens<M>(text: &str, driver: Driver<M>) -> Run {
    let items = stream! {
        let mut characters = text.char_indices().peekable();
        while let Some((start, first)) = characters.next() {
            if first.is_alphabetic() {
                let mut end = start + first.len_utf8();
                while let Some((at, next)) = characters.next_if(|(_, next)| next.is_alphanumeric()) {
                    end = at + next.len_utf8();
                }
                yield Token::Word(&text[start..end]);
            } else if let Some(digit) = first.to_digit(10) {
                let mut number = u64::from(digit);
                while let Some(digit) = characters.peek().and_then(|(_, next)| next.to_digit(10)) {
                    number = number * 10 + u64::from(digit);
                    characters.next();
                }
                yield Token::Number(number);
            } else if !first.is_whitespace() {
                yield Token::Punctuation(first);
            }
        }
    };
    run(driver, items)
}

pub fn flat<M>(rows: Vec<Vec<u64>>, driver: Driver<M>) -> Run {
    let items = stream! {
        for row in rows {
            for item in row {
                yield item;
            }
        }
    };
    run(driver, items)
}

pub fn flat_borrowed<M>(rows: &[Vec<u64>], driver: Driver<M>) -> Run {
    let items = stream! {
        for row in rows {
            for item in row {
                yield *item;
            }
        }
    };
    run(driver, items)
}

pub fn tree<M>(node: &Node, driver: Driver<M>) -> Run {
    run(driver, walk(node))
}

pub use tree as spine;

fn walk(node: &Node) -> Pin<Box<dyn Stream<Item = u64> + '_>> {
    Box::pin(stream! {
        if let Some(left) = &node.left {
            for await item in walk(left) {
                yield item;
            }
        }
        yield node.value;
        if let Some(right) = &node.right {
            for await item in walk(right) {
                yield item;
            }
        }
    })
}

pub fn pipeline<M>(n: u64, driver: Driver<M>) -> Run {
    run(driver, chunks(squares(source(n))))
}

fn source(n: u64) -> impl Stream<Item = u64> {
    stream! {
        let mut seed = 1_u64;
        for _ in 0..n {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            yield seed >> 32;
        }
    }
}

fn squares(items: impl Stream<Item = u64>) -> impl Stream<Item = u64> {
    stream! {
        for await item in items {
            if item & 1 == 1 {
                yield item.wrapping_mul(item);
            }
        }
    }
}

fn chunks(items: impl Stream<Item = u64>) -> impl Stream<Item = [u64; 4]> {
    stream! {
        let mut chunk = [0; 4];
        let mut length = 0;
        for await item in items {
            chunk[length] = item;
            length += 1;
            if length == 4 {
                yield chunk;
                length = 0;
            }
        }
    }
}
