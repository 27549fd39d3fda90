//! `stream::unfold` of the `futures` crate.

use crate::contender::Streams;
use crate::contenders::Turn;
use futures::stream::{Stream, unfold};

pub struct Unfold;

impl Streams for Unfold {
    fn counter(n: u64) -> impl Stream<Item = u64> {
        unfold(0, move |item| async move { (item < n).then_some((item, item + 1)) })
    }

    fn pairs(n: u64) -> impl Stream<Item = u64> {
        unfold((0, 0), move |(mut i, mut j)| async move {
            while i < n {
                if j == n {
                    i += 1;
                    j = i;
                    continue;
                }
                if (i * j) & 1 == 0 {
                    return Some((i ^ j, (i, j + 1)));
                }
                j += 1;
            }
            None
        })
    }

    fn owned(items: Vec<u64>) -> impl Stream<Item = u64> {
        unfold(items.into_iter(), |mut items| async { items.next().map(|item| (item, items)) })
    }

    fn awaits(n: u64) -> impl Stream<Item = u64> {
        unfold(0, move |turn| async move {
            if turn == n {
                return None;
            }
            Some((Turn::new(turn).await, turn + 1))
        })
    }
}
