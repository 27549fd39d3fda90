//! What a yield keeps of a local that is not used any more, by its type.

use coro_core::__keep;
use coro_core::__private::{Gone, Kept, Restore};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

trait Answer {
    fn is_kept(&self) -> bool;
}

impl Answer for Gone {
    fn is_kept(&self) -> bool {
        false
    }
}

impl<T> Answer for Kept<T> {
    fn is_kept(&self) -> bool {
        true
    }
}

/// `lets_go!(value, ..)`: no value is kept.
macro_rules! lets_go {
    ($($value:expr),+ $(,)?) => {
        $({ let value = $value; assert!(!__keep!(value).is_kept(), "{}", stringify!($value)); })+
    };
}

/// `keeps!(value, ..)`: each value is kept.
macro_rules! keeps {
    ($($value:expr),+ $(,)?) => {
        $({ let value = $value; assert!(__keep!(value).is_kept(), "{}", stringify!($value)); })+
    };
}

#[derive(Clone, Copy)]
struct Token;

#[test]
fn lets_go_of_what_is_copied() {
    lets_go!((), 1, 1.5, 'a', true, "text", [1, 2], (1, 'b'), Token, Some(Token), &Token, None::<&str>, &String::new());
    lets_go!(|n: u32| n + 1, u32::count_ones, format_args!("{}", 1), core::marker::PhantomData::<String>);
}

#[test]
fn lets_go_of_exclusive_borrows() {
    let mut text = String::new();
    lets_go!(&mut text, Some(&mut text), (1, &mut text), Ok::<_, u8>(&mut text));
    text.push('x');
}

#[test]
fn lets_go_of_ranges_and_iterators_over_borrowed_data() {
    let mut numbers = [3, 4];
    lets_go!(0..3, 0..=3, 0.., numbers.iter(), numbers.iter_mut(), numbers.chunks(2), numbers.windows(2));
    lets_go!(numbers.iter().enumerate().skip(1).peekable(), numbers.iter().copied().rev(), numbers.iter_mut().zip(0..));
    lets_go!(numbers.split(|n| *n == 3), numbers.chunk_by(|a, b| a == b));
    let text = "a b";
    lets_go!(text.chars().peekable(), text.char_indices(), text.bytes(), text.lines(), text.split_whitespace());
    lets_go!(text.split(' '), text.split("a b"), text.split([' ', 'b']), text.split(char::is_whitespace), text.splitn(2, ','));
    lets_go!(text.split(|c: char| c.is_ascii_digit()).map(str::len), text.matches('a'), text.match_indices("a b"));
}

#[cfg(feature = "std")]
#[test]
fn lets_go_of_iterators_over_collections() {
    use std::collections::{BTreeMap, HashMap, VecDeque};

    let queue = VecDeque::from([1]);
    let sorted = BTreeMap::from([(1, String::new())]);
    let hashed = HashMap::from([(1, String::new())]);
    lets_go!(queue.iter(), sorted.keys(), sorted.range(1..), hashed.iter(), hashed.values());
}

#[test]
fn lets_go_of_iterators_with_closures_that_are_copied() {
    let names = [String::from("one")];
    let bias = 2;
    lets_go!(names.iter().map(|name| name.len() + bias), (0..1).filter(|n| names[*n].is_empty()), (0..3).take_while(|n| *n < bias));
    lets_go!((0..3).flat_map(|n| 0..n), names.iter().flat_map(|name| name.chars()), (0..1).scan(1, |sum, n| Some(*sum + n)));
}

#[test]
fn keeps_what_may_have_something_to_drop() {
    let cell = RefCell::new(1);
    let rows = [vec![1]];
    keeps!(String::new(), vec![1], Some(String::new()), (1, String::new()), Box::new(1), Rc::new(1));
    keeps!(cell.borrow(), vec![1].into_iter(), [String::new()].into_iter(), (0..3).map(|n| n.to_string()).peekable());
    keeps!(Cell::new(1), rows.iter().cloned().peekable());
}

#[test]
fn keeps_a_type_that_is_not_known() {
    fn keeps_generic<T>(value: T) -> bool {
        __keep!(value).is_kept()
    }
    fn keeps_copied<T: Copy>(value: T) -> bool {
        __keep!(value).is_kept()
    }
    fn keeps_iterator<'a, T>(items: &'a [T]) -> bool {
        let items: std::slice::Iter<'a, T> = items.iter();
        __keep!(items).is_kept()
    }
    assert!(keeps_generic(1));
    assert!(!keeps_copied(1));
    assert!(!keeps_iterator(&["a"]));
}

#[test]
fn a_type_that_is_inferred_later_has_to_be_copy() {
    let mut slot = None;
    if slot.is_none() {
        slot = None;
    }
    let kept = __keep!(slot);
    slot = Some(Token);
    assert!(!kept.is_kept() && slot.is_some());
}

#[test]
fn what_is_let_go_borrows_nothing() {
    let mut names = vec![String::from("one")];
    let first = &mut names[0];
    first.push('!');
    let rest = names.iter().skip(1);
    let gone = (__keep!(rest), names);
    assert_eq!(gone.1, ["one!"]);
}

#[test]
fn what_is_kept_is_moved_and_not_dropped() {
    let text = Rc::new("text");
    let watch = Rc::downgrade(&text);
    let kept = __keep!(text);
    assert_eq!(watch.upgrade().as_deref(), Some(&"text"));
    drop(kept);
    assert!(watch.upgrade().is_none());
}

#[test]
fn the_method_of_the_probe_is_not_found_on_the_value() {
    struct Stubborn;
    impl Stubborn {
        #[allow(dead_code, reason = "it is there not to be called")]
        fn __coro_kept(&self) -> &Self {
            self
        }
    }
    keeps!(Stubborn);
}

#[test]
fn restores_what_was_kept() {
    assert_eq!(Kept(Some(1)).restore(), Some(1));
    assert_eq!(Kept(None::<u8>).restore(), None);
    assert_eq!(Restore::<u8>::restore(&mut Gone), None);
    let mut kept = Kept(Some(String::from("once")));
    assert_eq!(kept.restore().as_deref(), Some("once"));
    assert_eq!(kept.restore(), None);
}

#[test]
fn prints_what_is_kept_as_itself() {
    assert_eq!(format!("{:?} {:?}", Kept("a"), Gone), "\"a\" Gone");
}
