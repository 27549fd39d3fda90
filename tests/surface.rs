//! What the differential corpus cannot hold: forms that a plain function has no counterpart of.

use std::collections::hash_map::DefaultHasher;
use std::fmt::Debug;
use std::hash::{Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};

use coro::CoroutineState::{Complete, Yielded};
use coro::{Coroutine, CoroutineExt};

#[coro::coroutine]
fn summed(#[resume(rebind)] piece: &[u8]) -> impl Coroutine<_, Yield = u32, Return = u32> {
    let mut sum = 0;
    while !piece.is_empty() {
        sum += piece.iter().map(|byte| u32::from(*byte)).sum::<u32>();
        yield_!(sum);
    }
    sum
}

#[test]
fn rebound_argument_borrows_for_one_call() {
    let mut summed = summed();
    assert_eq!(summed.resume_unpin(&[1, 2]), Yielded(3));
    assert_eq!(summed.resume_unpin(&[4]), Yielded(7));
    assert_eq!(summed.resume_unpin(&[]), Complete(7));
}

#[coro::coroutine]
fn filled(#[resume] mut buffer: &mut Vec<u8>) -> impl Coroutine<_, Yield = usize, Return = u8> {
    let mut next = 0;
    while next < 3 {
        buffer.push(next);
        next += 1;
        buffer = yield_!(buffer.len());
    }
    next
}

#[test]
fn borrowed_argument_is_assigned_anew() {
    let (mut one, mut two) = (Vec::new(), vec![9]);
    let mut filled = filled();
    assert_eq!(filled.resume_unpin(&mut one), Yielded(1));
    assert_eq!(filled.resume_unpin(&mut two), Yielded(2));
    assert_eq!(filled.resume_unpin(&mut one), Yielded(2));
    assert_eq!(filled.resume_unpin(&mut one), Complete(3));
    assert_eq!((one, two), (vec![0, 2], vec![9, 1]));
}

#[test]
fn closure_takes_what_it_moves_and_rebinds() {
    let words = ["a".to_owned(), "b".to_owned()];
    let mut spoken = coro::coro!(move |#[resume(rebind)] n: usize| {
        for word in words {
            yield word.repeat(n);
        }
        n
    });
    assert_eq!(spoken.resume_unpin(2), Yielded("aa".to_owned()));
    assert_eq!(spoken.resume_unpin(3), Yielded("bbb".to_owned()));
    assert_eq!(spoken.resume_unpin(4), Complete(4));
}

#[test]
fn closure_without_move_borrows_its_surroundings() {
    let mut seen = Vec::new();
    let mut noted = coro::coro!(|first: u32| {
        seen.push(first);
        let second = yield first + 1;
        seen.push(second);
    });
    assert_eq!(noted.resume_unpin(1), Yielded(2));
    assert_eq!(noted.resume_unpin(5), Complete(()));
    drop(noted);
    assert_eq!(seen, [1, 5]);
}

coro::coro! {
    #[coroutine]
    fn asked(#[resume] first: String) -> impl Coroutine<String, Yield = usize, Return = String> {
        let second = yield first.len();
        first + &second
    }

    #[coroutine]
    fn asked_twice() -> impl Coroutine<String, Yield = usize, Return = (String, String)> {
        let one = yield_from!(asked(), yield 100);
        let two = yield_from!(asked(), yield 200);
        (one, two)
    }
}

#[test]
fn delegates_take_turns() {
    let mut asked = asked_twice();
    for (word, answer) in [("", 100), ("ab", 2), ("c", 200), ("def", 3)] {
        assert_eq!(asked.resume_unpin(word.to_owned()), Yielded(answer));
    }
    assert_eq!(asked.resume_unpin("g".to_owned()), Complete(("abc".to_owned(), "defg".to_owned())));
}

#[coro::coroutine]
fn bits(depth: u32) -> Box<dyn Iterator<Item = String> + Send> {
    if depth == 0 {
        yield_!(String::new());
    } else {
        for shorter in bits(depth - 1) {
            yield_!(format!("{shorter}0"));
            yield_!(shorter + "1");
        }
    }
}

#[test]
fn boxes_recurse() {
    assert_eq!(bits(2).collect::<Vec<_>>(), ["00", "01", "10", "11"]);
}

#[coro::coroutine]
fn pairs(n: u8) -> impl Iterator<Item = (u8, u8)> + Clone + Debug + Eq + Hash + Send {
    for i in 0..n {
        for j in i..n {
            yield_!((i, j));
        }
    }
}

#[test]
fn bounds_are_derived() {
    let mut one = pairs(3);
    assert_eq!(one.next(), Some((0, 0)));
    let mut two = one.clone();
    assert_eq!(one, two);
    let hash = |pairs: &dyn Fn(&mut DefaultHasher)| {
        let mut hasher = DefaultHasher::new();
        pairs(&mut hasher);
        hasher.finish()
    };
    assert_eq!(hash(&|hasher| one.hash(hasher)), hash(&|hasher| two.hash(hasher)));
    assert_eq!(two.next(), Some((0, 1)));
    assert_ne!(one, two);
    assert!(format!("{one:?}").contains("For2"), "{one:?}");
    assert_eq!(one.collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]);
}

fn message(run: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(run)).expect_err("it panics");
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_default()
}

#[test]
fn after_the_end_and_after_a_panic() {
    let mut over = coro::coro!(|| { yield 1 });
    assert_eq!(over.resume_unpin(()), Yielded(1));
    assert_eq!(over.resume_unpin(()), Complete(()));
    for _ in 0..2 {
        assert_eq!(message(|| _ = over.resume_unpin(())), "coroutine resumed after completion");
    }
    let mut failed = coro::coro!(|first: u32| {
        let second = yield first;
        assert!(second > 3, "too small");
        second
    });
    assert_eq!(failed.resume_unpin(1), Yielded(1));
    assert_eq!(message(|| _ = failed.resume_unpin(2)), "too small");
    for _ in 0..2 {
        assert_eq!(message(|| _ = failed.resume_unpin(9)), "coroutine resumed after panicking");
    }
}

#[test]
fn iterators_are_fused() {
    let mut pairs = pairs(1);
    assert_eq!([pairs.next(), pairs.next(), pairs.next()], [Some((0, 0)), None, None]);
}

#[coro::coroutine]
fn parsed<'a>(words: &'a [&'a str]) -> impl Iterator<Item = Result<i32, std::num::ParseIntError>> + 'a {
    for word in words {
        yield_!(Ok(word.parse::<i32>()? * 2));
    }
}

#[test]
fn question_mark_in_an_iterator_yields_the_error_and_ends() {
    let parsed: Vec<_> = parsed(&["1", "x", "3"]).collect();
    assert_eq!(parsed.len(), 2);
    assert_eq!(parsed[0], Ok(2));
    assert!(parsed[1].is_err());
}

#[coro::coroutine]
fn runs_once<F, G: FnOnce() -> u32>(first: F, second: G) -> impl Iterator<Item = u32>
where
    F: FnOnce() -> String,
{
    yield_!(1);
    let text = first();
    yield_!(text.len() as u32);
    yield_!(second());
}

#[test]
fn what_the_bounds_say_can_be_called_once_is_moved_by_a_call() {
    let text = String::from("text");
    assert_eq!(runs_once(move || text, || 7).collect::<Vec<_>>(), [1, 4, 7]);
}

#[coro::coroutine]
fn differences(n: usize, texts: Vec<String>) -> impl Iterator<Item = usize> {
    yield_!(n);
    yield_!(n - texts.len());
    yield_!(texts.len());
}

#[test]
fn a_panic_names_the_place_in_the_body() {
    use std::sync::Mutex;

    static LINES: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    let line = line!() - 9;
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if let Some(place) = info.location().filter(|place| place.file().ends_with("surface.rs")) {
            LINES.lock().unwrap().push(place.line());
        }
        before(info);
    }));
    let mut differences = differences(0, vec![String::new()]);
    differences.next();
    assert!(catch_unwind(AssertUnwindSafe(|| differences.next())).is_err());
    assert!(LINES.lock().unwrap().contains(&line), "line {line}: {LINES:?}");
}

#[coro::coroutine]
fn of_another_name(n: u32) -> impl Iterator<Item = u32> {
    use coro::coro as co;
    let mut inner = co!(move || {
        yield n;
    });
    while let coro::CoroutineState::Yielded(item) = inner.resume_unpin(()) {
        yield_!(item + 1);
    }
}

#[test]
fn a_coroutine_in_a_coroutine_by_another_name() {
    assert_eq!(of_another_name(3).collect::<Vec<_>>(), [4]);
}
