//! The forms of `coro!`.

use alloc::string::String;
use alloc::vec::Vec;
use coro::Coroutine;

/// Captures by value.
pub fn moving(names: Vec<String>) -> impl Coroutine<u32, Yield = String, Return = u32> {
    coro::coro!(move |first: u32| {
        let mut total = first;
        for name in names {
            total += yield name;
        }
        total
    })
}

/// Captures by reference, and has no argument.
#[must_use]
pub fn borrowing(names: &[String]) -> usize {
    let lengths = coro::coro!(|| {
        for name in names {
            yield name.len();
        }
    });
    coro::CoroutineExt::into_iter(lengths).sum()
}

/// Names.
#[derive(Debug)]
pub struct Names {
    list: Vec<String>,
    taken: u32,
}

impl Names {
    /// Changes what it captures.
    pub fn taken(mut self) -> impl Coroutine<Yield = String, Return = u32> {
        coro::coro!(move || {
            while let Some(name) = self.list.pop() {
                self.taken += 1;
                yield name;
            }
            self.taken
        })
    }

    /// Moves parts of what it captures.
    pub fn parts(self) -> impl Coroutine<Yield = String, Return = u32> {
        coro::coro!(move || {
            for name in self.list {
                yield name;
            }
            self.taken
        })
    }

    /// Lends parts of what it captures.
    pub fn lent(&mut self) -> impl Coroutine<Yield = usize, Return = ()> + '_ {
        coro::coro!(move || {
            self.taken += 1;
            for name in self.list.iter_mut() {
                name.push('!');
                yield name.len();
            }
        })
    }
}

/// Changes a local that it captures.
pub fn counting() -> impl Coroutine<Yield = u32, Return = Vec<u32>> {
    let mut n = 0;
    let mut seen = Vec::new();
    coro::coro!(move || {
        while n < 3 {
            n += 1;
            seen.push(n);
            yield n;
        }
        seen
    })
}

/// Not a block.
pub fn short(n: u64) -> impl Coroutine<u64, Yield = u64, Return = u64> {
    coro::coro!(move |first| first + n * yield n)
}

/// A written return type.
pub fn written() -> impl Coroutine<bool, Yield = u8, Return = Option<u8>> {
    coro::coro!(|go: bool| -> Option<u8> {
        if !go {
            return None;
        }
        let _answer = yield 1;
        Some(2)
    })
}

coro::coro! {
    /// A function with the keyword.
    #[coroutine]
    pub fn keyword(limit: u32) -> impl Iterator<Item = u32> {
        let mut n = 0;
        while n < limit {
            yield n;
            n += 1;
        }
    }

    /// Counts.
    #[derive(Debug)]
    pub struct Counter {
        limit: u32,
    }

    impl Counter {
        /// A method with the keyword.
        #[coroutine]
        pub fn count(&self, #[resume] step: u32) -> impl Coroutine<u32, Yield = u32, Return = &'static str> + '_ {
            let mut at = step;
            while at < self.limit {
                at += (yield at);
            }
            "done"
        }

        /// Not a coroutine.
        #[must_use]
        pub const fn limit(&self) -> u32 {
            self.limit
        }
    }
}
