use std::hint::black_box;
use std::marker::PhantomData;

use coro::{Coroutine, CoroutineExt};

use crate::Digest;

/// How the consumer sees the coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// By its own type, so that it can be inlined.
    Inlined,
    /// The same, and each item goes through `black_box`.
    BlackBox,
    /// Through `&mut dyn`.
    Dyn,
    /// By its own type; the items are counted and not looked at.
    Count,
}

impl Via {
    /// All that are measured.
    pub const ALL: [Self; 3] = [Self::Inlined, Self::Dyn, Self::BlackBox];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inlined => "inlined",
            Self::BlackBox => "black_box",
            Self::Dyn => "dyn",
            Self::Count => "count",
        }
    }
}

/// What came out of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// A digest of all items, or how many there are.
    pub digest: u64,
    /// The size of the coroutine.
    pub bytes: usize,
}

/// Something with a resume argument: what it yields for a term, until it has ended.
pub trait Feed: FnMut(u64) -> Option<u64> {}

impl<F: FnMut(u64) -> Option<u64>> Feed for F {}

/// One of ours with a resume argument.
pub fn feed(mut coroutine: impl Coroutine<u64, Yield = u64, Return = ()> + Unpin) -> impl Feed {
    move |term| coroutine.resume_unpin(term).yielded()
}

/// Runs a coroutine to its end. `Mark` is part of the names of the functions that do, to find them in a program.
#[derive(Debug)]
pub struct Driver<Mark> {
    via: Via,
    mark: PhantomData<Mark>,
}

impl<Mark> Driver<Mark> {
    #[must_use]
    pub const fn new(via: Via) -> Self {
        Self { via, mark: PhantomData }
    }

    /// Takes every item of a coroutine that can be moved.
    pub fn consume(self, mut items: impl Iterator<Item: Digest>) -> Run {
        let bytes = size_of_val(&items);
        let digest = match self.via {
            Via::Inlined => Self::inlined(items),
            Via::BlackBox => Self::opaque_items(items),
            Via::Dyn => Self::dynamic(black_box(&mut items)),
            Via::Count => items.count() as u64,
        };
        Run { digest, bytes }
    }

    /// Takes every item of a coroutine of `bytes` bytes that is pinned somewhere.
    pub fn consume_pinned(self, bytes: usize, items: impl Iterator<Item: Digest>) -> Run {
        Run { bytes, ..self.consume(items) }
    }

    /// Resumes a coroutine with each number up to `n`.
    pub fn feed(self, n: u64, mut coroutine: impl Feed) -> Run {
        let bytes = size_of_val(&coroutine);
        let digest = match self.via {
            Via::Inlined => Self::inlined_feed(n, coroutine),
            Via::BlackBox => Self::opaque_feed(n, coroutine),
            Via::Dyn => Self::dynamic_feed(n, black_box(&mut coroutine)),
            Via::Count => (0..n).map_while(coroutine).count() as u64,
        };
        Run { digest, bytes }
    }

    /// The same for one of `bytes` bytes that is pinned somewhere.
    pub fn feed_pinned(self, bytes: usize, n: u64, coroutine: impl Feed) -> Run {
        Run { bytes, ..self.feed(n, coroutine) }
    }
}

/// The digest of some items and of one more.
#[inline]
fn mix(digest: u64, item: impl Digest) -> u64 {
    digest.wrapping_mul(3) ^ item.digest()
}

/// The functions that are measured: each is there once for each coroutine.
impl<Mark> Driver<Mark> {
    #[inline(never)]
    fn inlined<I: Iterator<Item: Digest>>(items: I) -> u64 {
        let mut digest = 0;
        for item in items {
            digest = mix(digest, item);
        }
        digest
    }

    #[inline(never)]
    fn opaque_items<I: Iterator<Item: Digest>>(items: I) -> u64 {
        let mut digest = 0;
        for item in items {
            digest = mix(digest, black_box(item));
        }
        digest
    }

    #[inline(never)]
    fn dynamic<T: Digest>(items: &mut dyn Iterator<Item = T>) -> u64 {
        let mut digest = 0;
        for item in items {
            digest = mix(digest, item);
        }
        digest
    }

    #[inline(never)]
    fn inlined_feed<F: Feed>(n: u64, mut coroutine: F) -> u64 {
        let mut digest = 0;
        for term in 0..n {
            let Some(item) = coroutine(term) else { break };
            digest = mix(digest, item);
        }
        digest
    }

    #[inline(never)]
    fn opaque_feed<F: Feed>(n: u64, mut coroutine: F) -> u64 {
        let mut digest = 0;
        for term in 0..n {
            let Some(item) = coroutine(term) else { break };
            digest = mix(digest, black_box(item));
        }
        digest
    }

    #[inline(never)]
    fn dynamic_feed(n: u64, coroutine: &mut dyn Feed) -> u64 {
        let mut digest = 0;
        for term in 0..n {
            let Some(item) = coroutine(term) else { break };
            digest = mix(digest, item);
        }
        digest
    }
}
