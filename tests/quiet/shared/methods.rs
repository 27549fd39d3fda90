//! Methods and traits.

use alloc::string::String;
use alloc::vec::Vec;
use coro::Coroutine;

/// An account.
#[derive(Debug, Clone)]
pub struct Account {
    balance: u32,
    log: Vec<String>,
}

impl Account {
    /// By shared reference.
    #[coro::coroutine]
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        for line in &self.log {
            yield_!(line.as_str());
        }
    }

    /// By exclusive reference.
    #[coro::coroutine]
    pub fn run(&mut self, #[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = &'static str> + '_ {
        let mut amount = first;
        while amount != 0 {
            self.balance += amount;
            self.log.push(String::from("deposit"));
            amount = yield_!(self.balance);
        }
        "closed"
    }

    /// By value.
    #[coro::coroutine]
    pub fn close(self) -> impl Iterator<Item = String> {
        let Self { log, .. } = self;
        for line in log {
            yield_!(line);
        }
    }

    /// Without a receiver.
    #[coro::coroutine]
    pub fn open(balance: u32) -> impl Coroutine<Yield = u32, Return = Self> {
        yield_!(balance);
        Self { balance, log: Vec::new() }
    }
}

/// Something with numbers.
pub trait Numbers {
    /// The first.
    fn first(&self) -> u32;

    /// All of them.
    #[coro::coroutine]
    fn numbers(&self) -> impl Iterator<Item = u32> {
        yield_!(self.first());
        yield_!(self.first() + 1);
    }
}

impl Numbers for Account {
    fn first(&self) -> u32 {
        self.balance
    }

    #[coro::coroutine]
    fn numbers(&self) -> impl Iterator<Item = u32> {
        for (n, line) in self.log.iter().enumerate() {
            if line.len() > n {
                yield_!(self.balance);
            }
        }
    }
}
