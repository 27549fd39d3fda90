//! What the compiler's own immovable coroutines accept, held across a yield.

use coro::CoroutineState::{Complete, Yielded};
use coro::{Coroutine, CoroutineExt};
use std::cell::{Cell, RefCell};
use std::fmt::Debug;
use std::pin::pin;
use std::sync::Mutex;

/// Everything that is yielded, and what is returned.
fn run<Y, T>(coroutine: impl Coroutine<(), Yield = Y, Return = T>) -> (Vec<Y>, T) {
    let mut coroutine = pin!(coroutine);
    let mut yielded = Vec::new();
    loop {
        match coroutine.as_mut().resume(()) {
            Yielded(value) => yielded.push(value),
            Complete(value) => return (yielded, value),
        }
    }
}

fn is_send_sync<T: Send + Sync>(value: T) -> T {
    value
}

#[test]
fn a_local_stays_where_it_is() {
    let (_, same) = run(coro::coro!(static || {
        let local = true;
        let borrowed = &local;
        yield;
        let first = std::ptr::from_ref(borrowed).addr();
        yield;
        first == std::ptr::from_ref(&local).addr()
    }));
    assert!(same);
}

static NUMBERS: [i32; 3] = [10, 20, 30];

#[test]
fn in_an_index_and_in_a_guard() {
    let (_, indexed) = run(is_send_sync(coro::coro!(static || {
        NUMBERS[{
            yield;
            1
        }]
    })));
    assert_eq!(indexed, 20);
    let (yielded, matched) = run(is_send_sync(coro::coro!(static || {
        match NUMBERS {
            [first, ..]
                if {
                    yield first;
                    first > 10
                } =>
            {
                "first"
            }
            [_, second, _]
                if {
                    yield second;
                    second > 10
                } =>
            {
                "second"
            }
            _ => "none",
        }
    })));
    assert_eq!((yielded, matched), (vec![10, 20], "second"));
}

#[test]
fn while_iterating_over_what_it_owns() {
    let mut owned = vec![1, 2, 3];
    let (yielded, sum) = run(coro::coro!(static move || {
        for item in &owned {
            yield *item;
        }
        for item in &mut owned {
            *item *= 2;
            yield *item;
        }
        owned.retain(|item| *item > 2);
        let mut sum = 0;
        for item in owned.drain(..) {
            yield item;
            sum += item;
        }
        sum
    }));
    assert_eq!((yielded, sum), (vec![1, 2, 3, 2, 4, 6, 4, 6], 10));
}

#[test]
fn what_it_borrows_may_be_yielded() {
    let mut numbers = vec![1, 2];
    {
        let mut each = pin!(coro::coro!(static || {
            for number in &mut numbers {
                yield number;
            }
        }));
        while let Yielded(number) = each.as_mut().resume(()) {
            *number += 10;
        }
    }
    assert_eq!(numbers, [11, 12]);
}

#[derive(Debug)]
struct Pair {
    left: String,
    right: Vec<usize>,
}

#[allow(clippy::toplevel_ref_arg)]
#[coro::coroutine(static)]
fn parts(mut pair: Pair) -> impl Coroutine<Yield = usize, Return = Pair> {
    let Pair { left, right } = &mut pair;
    let last = right.last_mut();
    yield_!(left.len());
    if let Some(last) = last {
        *last += 1;
        yield_!(*last);
        left.push('!');
        *last += 1;
    }
    let ref whole = pair;
    yield_!(whole.left.len());
    match &whole.right[..] {
        [first, .., last] if first < last => yield_!(first + last),
        other => yield_!(other.len()),
    }
    pair
}

#[test]
fn borrows_of_parts() {
    let (yielded, pair) = run(parts(Pair { left: "ab".to_owned(), right: vec![1, 2] }));
    assert_eq!(yielded, [2, 3, 3, 5]);
    assert_eq!((pair.left.as_str(), &pair.right[..]), ("ab!", &[1, 4][..]));
}

#[coro::coroutine(static)]
fn deferred(flag: bool) -> impl Coroutine<Yield = usize, Return = String> {
    let text;
    let borrowed: &str;
    if flag {
        text = String::from("assigned");
        borrowed = &text;
    } else {
        borrowed = "literal";
    }
    yield_!(borrowed.len());
    let mut slots = [1_usize, 2, 3];
    let (first, rest) = slots.split_at_mut(1);
    yield_!(first[0]);
    std::mem::swap(&mut first[0], &mut rest[1]);
    yield_!(first[0]);
    borrowed.to_uppercase()
}

#[test]
fn conditional_borrows() {
    assert_eq!(run(deferred(true)), (vec![8, 1, 3], "ASSIGNED".to_owned()));
    assert_eq!(run(deferred(false)), (vec![7, 1, 3], "LITERAL".to_owned()));
}

#[coro::coroutine(static)]
fn guards(cell: RefCell<Vec<u8>>, mutex: Mutex<u8>) -> impl Coroutine<Yield = usize, Return = u8> {
    {
        let mut items = cell.borrow_mut();
        yield_!(items.len());
        items.push(1);
        yield_!(items.len());
    }
    yield_!(cell.borrow().iter().map(|item| usize::from(*item)).sum());
    let mut value = mutex.lock().unwrap();
    yield_!(mutex.try_lock().is_err().into());
    *value += 1;
    *value
}

#[test]
fn guards_are_held() {
    assert_eq!(run(guards(RefCell::new(vec![4]), Mutex::new(6))), (vec![1, 2, 5, 1], 7));
}

#[test]
fn operands_are_borrowed_while_it_yields() {
    let (yielded, text) = run(coro::coro!(static || {
        let mut rows = vec![vec![1], vec![2]];
        rows[0].push({
            yield 1;
            5
        });
        rows.iter_mut().for_each(|row| row.push(9));
        let [first, second] = &mut rows[..] else { return String::new() };
        first[{
            yield 2;
            0
        }] += second[{
            yield 3;
            1
        }];
        std::mem::swap(first, {
            yield 4;
            second
        });
        let text = String::from("x");
        let joined = [text.as_str(), {
            yield 5;
            "y"
        }]
        .concat();
        format!("{rows:?} {joined} {:?} {}", &text, {
            yield 6;
            &text
        })
    }));
    // What is added is evaluated before the place that it is added to.
    assert_eq!(yielded, [1, 3, 2, 4, 5, 6]);
    assert_eq!(text, "[[2, 9], [10, 5, 9]] xy \"x\" x");
}

/// Says when it is dropped, by way of what it borrows.
struct Says<'a>(&'a Cell<u32>, u32);

impl Drop for Says<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() * 10 + self.1);
    }
}

#[coro::coroutine(static)]
fn drops(order: &Cell<u32>, n: u32) -> impl Coroutine<Yield = u32, Return = ()> {
    let first = Says(order, 1);
    let borrows = [&first, &first];
    let _second = Says(borrows[0].0, 2);
    for each in 3..n {
        let _each = Says(order, each);
        yield_!(each);
    }
    yield_!(Says(order, 7).1);
}

#[test]
fn borrowers_go_before_what_they_borrow() {
    let order = Cell::new(0);
    for (taken, expected) in [(0, 0), (1, 321), (2, 3421), (3, 34721), (4, 34721)] {
        order.set(0);
        let mut drops = Box::pin(drops(&order, 5));
        for _ in 0..taken {
            let _ = drops.resume_unpin(());
        }
        drop(drops);
        assert_eq!(order.get(), expected, "after {taken} resumptions");
    }
}

#[allow(clippy::needless_lifetimes)]
#[coro::coroutine(static)]
fn generic<'a, T, const N: usize>(items: [T; N], shown: &'a str) -> impl Coroutine<Yield = String, Return = Option<T>>
where
    T: Debug + PartialOrd,
{
    let mut best: Option<&T> = None;
    for item in &items {
        if best.is_none_or(|best| item > best) {
            best = Some(item);
            yield_!(format!("{shown} {item:?}"));
        }
    }
    let best = items.iter().position(|item| Some(item) == best);
    items.into_iter().nth(best?)
}

#[test]
fn generics_and_lifetimes() {
    assert_eq!(run(generic([3, 1, 4], "now")), (vec!["now 3".to_owned(), "now 4".to_owned()], Some(4)));
    assert_eq!(run(generic::<u8, 0>([], "")), (vec![], None));
}

macro_rules! bail {
    ($error:expr) => {
        return Err($error)
    };
}

macro_rules! tried {
    ($value:expr) => {
        $value?
    };
}

#[coro::coroutine(static)]
fn checked(words: Vec<String>) -> impl Coroutine<Yield = usize, Return = Result<usize, Box<dyn std::error::Error>>> {
    let mut total = 0;
    for word in &words {
        yield_!(word.len());
        if word == "stop" {
            bail!("stopped".into());
        }
        if word == "refused" {
            bail!(Box::new(std::fmt::Error));
        }
        total += tried!(word.parse::<usize>());
    }
    Ok(total)
}

#[test]
fn what_leaves_may_hide_in_a_macro() {
    let run =
        |words: &[&str]| run(checked(words.iter().map(|word| word.to_string()).collect())).1.map_err(|error| error.to_string());
    assert_eq!(run(&["1", "2"]), Ok(3));
    assert_eq!(run(&["1", "stop"]), Err("stopped".to_owned()));
    assert_eq!(run(&["refused"]), Err(std::fmt::Error.to_string()));
    assert_eq!(run(&["x"]), Err("invalid digit found in string".to_owned()));
}

#[test]
fn it_may_never_be_resumed() {
    let moved = vec![parts(Pair { left: String::new(), right: vec![] })];
    let mut boxed = moved.into_iter().map(Box::pin).collect::<Vec<_>>();
    assert_eq!(boxed[0].resume_unpin(()), Yielded(0));
    std::mem::forget(boxed);
}

impl PartialEq for Pair {
    fn eq(&self, other: &Self) -> bool {
        self.left == other.left && self.right == other.right
    }
}
