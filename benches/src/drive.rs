use std::hint::black_box;
use std::pin::Pin;
use std::str::FromStr;

use coro::{Coroutine, CoroutineState};

/// How the consumer sees the coroutine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Driver {
    /// By its own type, so that it can be inlined.
    Inlined,
    /// Through `&mut dyn`.
    Dyn,
}

/// What came out of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// A digest of all items.
    pub result: u64,
    /// The size of the coroutine.
    pub bytes: usize,
}

impl Driver {
    /// Takes every item of an iterator.
    pub fn consume(self, mut items: impl Iterator<Item = u64>) -> Run {
        let bytes = size_of_val(&items);
        let result = match self {
            Self::Inlined => consume(items),
            Self::Dyn => {
                let items: &mut dyn Iterator<Item = u64> = &mut items;
                consume(black_box(items))
            }
        };
        Run { result, bytes }
    }

    /// Resumes a coroutine with each number up to `n`.
    pub fn feed<C>(self, mut coroutine: C, n: u64) -> Run
    where
        C: Coroutine<u64, Yield = u64, Return = ()> + Unpin,
    {
        let bytes = size_of_val(&coroutine);
        let result = match self {
            Self::Inlined => feed(coroutine, n),
            Self::Dyn => {
                let coroutine: &mut (dyn Coroutine<u64, Yield = u64, Return = ()> + Unpin) = &mut coroutine;
                feed(black_box(coroutine), n)
            }
        };
        Run { result, bytes }
    }
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

#[inline(never)]
fn consume(items: impl Iterator<Item = u64>) -> u64 {
    let mut digest = 0;
    for item in items {
        digest = mix(digest, item);
    }
    digest
}

#[inline(never)]
fn feed(mut coroutine: impl Coroutine<u64, Yield = u64, Return = ()> + Unpin, n: u64) -> u64 {
    let mut digest = 0;
    for argument in 0..n {
        match Pin::new(&mut coroutine).resume(argument) {
            CoroutineState::Yielded(item) => digest = mix(digest, item),
            CoroutineState::Complete(()) => break,
        }
    }
    digest
}

const fn mix(digest: u64, item: u64) -> u64 {
    digest.wrapping_mul(3) ^ item
}
