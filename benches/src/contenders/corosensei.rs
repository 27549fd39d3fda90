//! `corosensei` 0.3: a stack of its own for each coroutine.

use corosensei::stack::DefaultStack;
use corosensei::{CoroutineResult, ScopedCoroutine, ScopedCoroutineRef, Yielder};

use crate::{Digest, Driver, Node, Run, Token};

/// Deep enough for the spine.
const STACK: usize = 1 << 24;

struct Items<'a, T>(ScopedCoroutineRef<'a, (), T, (), DefaultStack>);

impl<T> Iterator for Items<'_, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if self.0.done() { None } else { self.0.resume(()).as_yield() }
    }
}

fn run<M, T: Digest>(driver: Driver<M>, body: impl FnOnce(&Yielder<(), T>, ())) -> Run {
    ScopedCoroutine::new(body).scope(|coroutine| driver.consume(Items(coroutine)))
}

pub fn counter<M>(n: u64, driver: Driver<M>) -> Run {
    run(driver, move |yielder, ()| {
        for i in 0..n {
            yielder.suspend(i);
        }
    })
}

pub fn pairs<M>(n: u64, driver: Driver<M>) -> Run {
    run(driver, move |yielder, ()| {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    yielder.suspend(i ^ j);
                }
            }
        }
    })
}

pub fn steps<M>(n: u64, driver: Driver<M>) -> Run {
    run(driver, move |yielder, ()| {
        for i in 0..n {
            yielder.suspend(i);
            yielder.suspend(i + 1);
            yielder.suspend(i * 2);
        }
    })
}

pub fn large<M>(n: u64, driver: Driver<M>) -> Run {
    run(driver, move |yielder, ()| {
        let mut buckets = [1_u64; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            yielder.suspend(buckets[bucket]);
        }
    })
}

pub fn tokens<M>(text: &str, driver: Driver<M>) -> Run {
    run(driver, move |yielder, ()| {
        let mut characters = text.char_indices().peekable();
        while let Some((start, first)) = characters.next() {
            if first.is_alphabetic() {
                let mut end = start + first.len_utf8();
                while let Some((at, next)) = characters.next_if(|(_, next)| next.is_alphanumeric()) {
                    end = at + next.len_utf8();
                }
                yielder.suspend(Token::Word(&text[start..end]));
            } else if let Some(digit) = first.to_digit(10) {
                let mut number = u64::from(digit);
                while let Some(digit) = characters.peek().and_then(|(_, next)| next.to_digit(10)) {
                    number = number * 10 + u64::from(digit);
                    characters.next();
                }
                yielder.suspend(Token::Number(number));
            } else if !first.is_whitespace() {
                yielder.suspend(Token::Punctuation(first));
            }
        }
    })
}

pub fn flat<M>(rows: Vec<Vec<u64>>, driver: Driver<M>) -> Run {
    run(driver, move |yielder, ()| {
        for row in rows {
            for item in row {
                yielder.suspend(item);
            }
        }
    })
}

pub fn flat_borrowed<M>(rows: &[Vec<u64>], driver: Driver<M>) -> Run {
    run(driver, move |yielder, ()| {
        for row in rows {
            for item in row {
                yielder.suspend(*item);
            }
        }
    })
}

pub fn total<M>(n: u64, driver: Driver<M>) -> Run {
    let totals = ScopedCoroutine::new(move |yielder: &Yielder<u64, u64>, first: u64| {
        let mut total = first;
        loop {
            let term = yielder.suspend(total);
            total = total.wrapping_mul(3) ^ term;
            if total == 77 {
                break;
            }
        }
    });
    totals.scope(|mut totals| {
        driver.feed(n, move |term| match totals.resume(term) {
            CoroutineResult::Yield(total) => Some(total),
            CoroutineResult::Return(()) => None,
        })
    })
}

/// A stack is enough for the whole walk.
pub fn tree<M>(node: &Node, driver: Driver<M>) -> Run {
    let stack = DefaultStack::new(STACK).expect("memory");
    let walk = ScopedCoroutine::with_stack(stack, move |yielder: &Yielder<(), u64>, ()| walk(node, yielder));
    walk.scope(|coroutine| driver.consume(Items(coroutine)))
}

pub use tree as spine;

fn walk(node: &Node, yielder: &Yielder<(), u64>) {
    if let Some(left) = &node.left {
        walk(left, yielder);
    }
    yielder.suspend(node.value);
    if let Some(right) = &node.right {
        walk(right, yielder);
    }
}

pub fn pipeline<M>(n: u64, driver: Driver<M>) -> Run {
    let source = ScopedCoroutine::new(move |yielder: &Yielder<(), u64>, ()| source(n, yielder));
    source.scope(|items| {
        let squares = ScopedCoroutine::new(move |yielder: &Yielder<(), u64>, ()| squares(Items(items), yielder));
        squares.scope(|items| run(driver, move |yielder, ()| chunks(Items(items), yielder)))
    })
}

fn source(n: u64, yielder: &Yielder<(), u64>) {
    let mut seed = 1_u64;
    for _ in 0..n {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        yielder.suspend(seed >> 32);
    }
}

fn squares(items: impl Iterator<Item = u64>, yielder: &Yielder<(), u64>) {
    for item in items {
        if item & 1 == 1 {
            yielder.suspend(item.wrapping_mul(item));
        }
    }
}

fn chunks(items: impl Iterator<Item = u64>, yielder: &Yielder<(), [u64; 4]>) {
    let mut chunk = [0; 4];
    let mut length = 0;
    for item in items {
        chunk[length] = item;
        length += 1;
        if length == 4 {
            yielder.suspend(chunk);
            length = 0;
        }
    }
}
