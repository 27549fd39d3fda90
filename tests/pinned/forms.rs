//! Each form, as a user would write it.

use coro::CoroutineState::{Complete, Yielded};
use coro::{Completion, Coroutine, CoroutineExt};
use std::pin::{Pin, pin};

#[coro::coroutine(static)]
fn words(text: String, #[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> + Completion + Send {
    let mut total = first;
    for word in text.split(' ') {
        total += yield_!(word.len());
    }
    total
}

#[test]
fn a_static_coroutine_is_pinned_by_the_caller() {
    let mut words = pin!(words("a bb".to_owned()));
    assert_eq!(words.as_mut().resume(1), Yielded(1));
    assert_eq!(words.as_mut().resume(2), Yielded(2));
    assert!(!words.is_complete());
    assert_eq!(words.as_mut().resume(3), Complete(6));
    assert!(words.is_complete());
}

#[coro::coroutine(boxed)]
fn lengths(text: String) -> impl Iterator<Item = usize> + Send {
    for word in text.split(' ') {
        if word.is_empty() {
            return;
        }
        yield_!(word.len());
    }
}

#[test]
fn a_boxed_coroutine_is_an_iterator() {
    let mut all = lengths("a bb ccc  d".to_owned());
    assert_eq!(all.next(), Some(1));
    let moved = all;
    assert_eq!(moved.collect::<Vec<_>>(), [2, 3]);
}

#[coro::coroutine(boxed)]
fn numbers(text: String) -> impl Iterator<Item = Result<u32, std::num::ParseIntError>> {
    for word in text.split(' ') {
        let number: u32 = word.parse()?;
        yield_!(Ok(number));
    }
}

#[test]
fn a_question_mark_yields_the_error_and_ends() {
    let found: Vec<_> = numbers("1 x 2".to_owned()).map(|number| number.ok()).collect();
    assert_eq!(found, [Some(1), None]);
}

#[coro::coroutine(boxed)]
fn checked(text: String) -> impl Coroutine<(), Yield = usize, Return = Result<usize, Box<dyn std::error::Error>>> + Unpin {
    let trimmed = text.trim();
    yield_!(trimmed.len());
    let number: usize = trimmed.parse()?;
    if number == 0 {
        return Err("zero".into());
    }
    Ok(number)
}

#[test]
fn a_boxed_coroutine_can_be_moved() {
    let mut one = checked(" 12 ".to_owned());
    assert_eq!(one.resume_unpin(()).yielded(), Some(2));
    let mut one = Box::new(one);
    assert_eq!(one.resume_unpin(()).complete().unwrap().unwrap(), 12);
    for (text, error) in [("0", "zero"), ("x", "invalid digit found in string")] {
        let mut one = checked(text.to_owned());
        assert!(one.resume_unpin(()).is_yielded());
        assert_eq!(one.resume_unpin(()).complete().unwrap().unwrap_err().to_string(), error);
    }
}

#[test]
fn closures_infer_their_types() {
    let text = "a bb".to_owned();
    let mut words = pin!(coro::coro!(static move |first: usize| {
        let mut total = first;
        for word in text.split(' ') {
            total += yield word.len();
        }
        total
    }));
    assert_eq!(words.as_mut().resume(1), Yielded(1));
    assert_eq!(words.as_mut().resume(2), Yielded(2));
    assert_eq!(words.as_mut().resume(3), Complete(6));
}

#[derive(Debug, PartialEq)]
struct Book {
    lines: Vec<String>,
}

impl Book {
    #[coro::coroutine(static)]
    fn pages(mut self, #[resume(rebind)] size: usize) -> impl Coroutine<_, Yield = usize, Return = Self> {
        self.lines.push("end".to_owned());
        let mut lines = self.lines.iter();
        loop {
            let page = lines.by_ref().take(size).count();
            if page == 0 {
                break;
            }
            yield_!(page);
        }
        self
    }

    #[coro::coroutine(boxed)]
    fn all(&self) -> impl Iterator<Item = &str> {
        let copies: Vec<&str> = self.lines.iter().map(|line| &**line).collect();
        for line in &copies {
            yield_!(*line);
        }
    }
}

#[test]
fn methods_and_rebound_arguments() {
    let book = Book { lines: ["a", "b", "c"].map(String::from).to_vec() };
    assert_eq!(book.all().collect::<Vec<_>>(), ["a", "b", "c"]);
    let mut pages = pin!(book.pages());
    assert_eq!(pages.as_mut().resume(1), Yielded(1));
    assert_eq!(pages.as_mut().resume(2), Yielded(2));
    assert_eq!(pages.as_mut().resume(3), Yielded(1));
    let book = pages.as_mut().resume(1).complete().unwrap();
    assert_eq!(book.lines.len(), 4);
}

#[coro::coroutine(static)]
fn outer(text: String) -> impl Coroutine<(), Yield = usize, Return = usize> {
    let end = yield_from!(inner(&text));
    yield_all!([end, end + 1]);
    format!("{}{}", yield_!(7).clone_unit(), yield_!(8).clone_unit()).len()
}

trait Unit {
    fn clone_unit(&self) -> u8;
}
impl Unit for () {
    fn clone_unit(&self) -> u8 {
        1
    }
}

#[coro::coroutine(static)]
fn inner(text: &str) -> impl Coroutine<(), Yield = usize, Return = usize> {
    let copy = text.to_owned();
    for word in copy.split(' ') {
        yield_!(word.len());
    }
    copy.len()
}

#[test]
fn delegates_are_pinned_in_place() {
    let mut outer = Box::pin(outer("a bb".to_owned()));
    let found: Vec<_> = std::iter::from_fn(|| outer.as_mut().resume(()).yielded()).collect();
    assert_eq!(found, [1, 2, 4, 5, 7, 8]);
}

#[coro::coroutine(static)]
fn tree(depth: u32) -> Pin<Box<dyn Coroutine<(), Yield = u32, Return = ()> + Send>> {
    if depth > 0 {
        yield_from!(tree(depth - 1));
        yield_!(depth);
        yield_from!(tree(depth - 1));
    }
}

#[coro::coroutine(boxed)]
fn walk(depth: u32) -> Box<dyn Iterator<Item = u32>> {
    if depth > 0 {
        yield_all!(walk(depth - 1));
        yield_!(depth);
    }
}

#[test]
fn trait_objects_recurse() {
    let mut tree = tree(2);
    let found: Vec<_> = std::iter::from_fn(|| tree.as_mut().resume(()).yielded()).collect();
    assert_eq!(found, [1, 2, 1]);
    assert_eq!(walk(3).collect::<Vec<_>>(), [1, 2, 3]);
}

macro_rules! twice {
    ($first:expr) => {
        $first + $first
    };
}

#[coro::coroutine(static)]
fn hidden() -> impl Coroutine<u32, Yield = u32, Return = u32> {
    macro_rules! own {
        ($value:expr) => {
            yield_!($value) * 2
        };
    }
    let first = twice!(yield_!(1));
    first + own!(9)
}

#[test]
fn yields_hide_in_any_macro() {
    let mut hidden = pin!(hidden());
    let found: Vec<_> = [0, 10, 20, 30].map(|argument| hidden.as_mut().resume(argument)).to_vec();
    assert_eq!(found, [Yielded(1), Yielded(1), Yielded(9), Complete(90)]);
}

#[coro::coroutine(boxed)]
fn words_of<'a>(text: &'a str) -> Box<dyn Iterator<Item = String> + Send + 'a> {
    let copy = text.to_owned();
    for word in copy.split(' ') {
        yield_!(word.to_owned());
    }
}

#[coro::coroutine(boxed)]
fn words_in_a_pin(text: &str) -> Pin<Box<dyn Iterator<Item = usize> + Unpin + Sync + '_>> {
    let copy = text.to_owned();
    yield_all!(copy.split(' ').map(str::len));
}

#[coro::coroutine(boxed)]
fn words_of_a_box(text: String) -> Box<impl Iterator<Item = usize>> {
    yield_all!(text.split(' ').map(str::len));
}

#[test]
fn boxes_of_iterators() {
    let mut words = words_of("a bb");
    assert!(size_of_val(&*words) > size_of::<Box<()>>(), "it is in this box, and not in a second one");
    assert_eq!(words.next().as_deref(), Some("a"));
    let rest = std::thread::scope(|scope| scope.spawn(|| words.collect::<Vec<_>>()).join().unwrap());
    assert_eq!(rest, ["bb"]);
    assert_eq!(Pin::into_inner(words_in_a_pin("a bb")).collect::<Vec<_>>(), [1, 2]);
    let mut words = words_of_a_box("a bb ccc".to_owned());
    assert_eq!(words.next(), Some(1));
    let moved = *words;
    assert_eq!(moved.collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn arguments_that_meet_in_one_statement_are_sent() {
    macro_rules! same {
        ($value:expr) => {
            $value
        };
    }
    #[coro::coroutine(static)]
    fn joined() -> impl Coroutine<String, Yield = u8, Return = String> + Send {
        [yield_!(1), yield_!(2), yield_!(3)].concat()
    }
    #[coro::coroutine(static)]
    fn beside_macros() -> impl Coroutine<String, Yield = u8, Return = String> + Send {
        [yield_!(same!(1)), yield_!(2), yield_!(same!(3))].concat()
    }
    #[coro::coroutine(static)]
    fn in_macros() -> impl Coroutine<String, Yield = u8, Return = String> + Send {
        [same!(yield_!(1)), yield_!(2), same!(yield_!(3))].concat()
    }
    fn check(joined: impl Coroutine<String, Yield = u8, Return = String> + Send) {
        let mut joined = Box::pin(joined);
        for (argument, item) in [("", 1), ("a", 2), ("b", 3)] {
            assert_eq!(joined.resume_unpin(argument.to_owned()), Yielded(item));
        }
        assert_eq!(joined.resume_unpin("c".to_owned()), Complete("abc".to_owned()));
    }
    check(joined());
    check(beside_macros());
    check(in_macros());
}
