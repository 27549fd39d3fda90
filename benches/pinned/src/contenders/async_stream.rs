//! `stream!` of the `async-stream` crate.

use crate::contender::Streams;
use crate::contenders::Turn;
use async_stream::stream;
use futures::Stream;

pub struct AsyncStream;

impl Streams for AsyncStream {
    fn counter(n: u64) -> impl Stream<Item = u64> {
        stream! {
            for item in 0..n {
                yield item;
            }
        }
    }

    fn pairs(n: u64) -> impl Stream<Item = u64> {
        stream! {
            for i in 0..n {
                for j in i..n {
                    if (i * j) & 1 == 0 {
                        yield i ^ j;
                    }
                }
            }
        }
    }

    fn owned(items: Vec<u64>) -> impl Stream<Item = u64> {
        stream! {
            for item in &items {
                yield *item;
            }
        }
    }

    fn awaits(n: u64) -> impl Stream<Item = u64> {
        stream! {
            for turn in 0..n {
                let item = Turn::new(turn).await;
                yield item;
            }
        }
    }
}
