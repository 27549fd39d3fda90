//! Arguments that are coerced, reborrowed or inferred while a yield stands beside them.

use std::fmt::{Debug, Display};

use crate::harness::Loud;

differential! {
    given { fn total(numbers: &[i32], more: i32) -> i32 { numbers.iter().sum::<i32>() + more } }
    array_to_slice(&[1, 2, 3]), fed [10];
    fn array_to_slice(numbers: &[i32; 3]) -> impl Coroutine<i32, Yield = u8, Return = i32> {
        total(numbers, yield_!(0)) + total(&[], yield_!(1))
    }
}

differential! {
    given { fn shown(what: &dyn Display, times: usize) -> String { what.to_string().repeat(times) } }
    reference_to_trait_object(&7), fed [2, 3];
    fn reference_to_trait_object(number: &'static i32, #[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = String> {
        shown(number, yield_!(first)) + &shown(&"ab", yield_!(1))
    }
}

differential! {
    given { fn keep(what: Box<dyn Debug>, n: u8) -> (Box<dyn Debug>, u8) { (what, n) } }
    box_to_trait_object(), fed [2, 3];
    fn box_to_trait_object(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = Vec<(Box<dyn Debug>, u8)>> {
        let mut all = vec![];
        let one = keep(Box::new(first), yield_!(1));
        all.push(one);
        let two = keep(Box::new("two"), yield_!(2));
        all.push(two);
        all
    }
}

differential! {
    given { fn apply(f: fn(i32) -> i32, n: i32) -> i32 { f(n) } fn double(n: i32) -> i32 { n * 2 } }
    function_pointers(), fed [2, 3];
    fn function_pointers(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        apply(double, yield_!(first)) + apply(|n| n - 1, yield_!(1))
    }
}

differential! {
    beyond nightly;
    given { fn each<F: Fn(&str) -> usize>(f: F, words: &[&str]) -> usize { words.iter().map(|word| f(word)).sum() } }
    closure_beside_yield(), fed [&["a", "bb"] as &[&str], &["ccc"]];
    fn closure_beside_yield(#[resume] first: &'static [&'static str]) -> impl Coroutine<&'static [&'static str], Yield = usize, Return = usize> {
        let factor = first.len();
        each(|word| word.len() * factor, yield_!(1)) + each(str::len, yield_!(2))
    }
}

differential! {
    given { fn add(list: &mut Vec<i32>, n: i32) -> usize { list.push(n); list.len() } }
    implicit_reborrow(&mut vec![1]), fed [2, 3];
    fn implicit_reborrow(list: &mut Vec<i32>) -> impl Coroutine<i32, Yield = usize, Return = usize> {
        let mut count = 0;
        for _ in 0..2 {
            let n = yield_!(count);
            count += add(list, n);
        }
        add(list, 5) + list.len()
    }
}

differential! {
    deref_coercion(Box::new(String::from("boxed"))), fed [2, 3];
    fn deref_coercion(text: Box<String>, #[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let length: fn(&str) -> usize = str::len;
        let a = length(&text);
        yield_!(a + first);
        let slice: &str = &text;
        let b = slice.len();
        b + yield_!(b)
    }
}

differential! {
    literals_take_their_type_from_the_other_side(), fed [1.5, 2.0];
    fn literals_take_their_type_from_the_other_side(#[resume] first: f32) -> impl Coroutine<f32, Yield = f32, Return = (f32, u64, i8)> {
        let a = 2.0 * yield_!(0.5) + first;
        let big: u64 = 1 << { yield_!(1.0); 40 };
        let small: i8 = -{ yield_!(2.0); 7 };
        (a, big + 1, small)
    }
}

differential! {
    none_and_empty(), fed [Some(1), None];
    fn none_and_empty(#[resume] first: Option<u8>) -> impl Coroutine<Option<u8>, Yield = usize, Return = (Option<u8>, Vec<u8>, [Option<u8>; 2])> {
        let pair = (None, Vec::new());
        let list = [None, yield_!(0)];
        let (mut none, mut empty) = pair;
        none = none.or(yield_!(1)).or(first);
        empty.extend(none);
        (none, empty, list)
    }
}

differential! {
    into_and_parse(), fed ["4", "5"];
    fn into_and_parse(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = u64> {
        let sum = first.parse::<u64>().unwrap_or_default() + yield_!("one".into()).parse::<u64>().unwrap_or(0);
        let other: u64 = yield_!(sum.to_string()).parse().unwrap_or_else(|_| 0);
        sum * u64::from(3u8) + other
    }
}

differential! {
    never_coerces(), fed [3, 40];
    fn never_coerces(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = Result<u32, String>> {
        let a: u32 = if first < 10 { yield_!(first) } else { return Ok(first) };
        let b: u32 = match a { 0..=9 => a, 10..=19 => panic!("in the teens"), _ => { yield_!(a) } };
        let c: String = loop { if b > 100 { break "large".into() } else { return Err(format!("{a} {b}")) } };
        Err(c)
    }
}

differential! {
    branches_coerce(), fed [3, 40];
    fn branches_coerce(#[resume] first: u32) -> impl Coroutine<u32, Yield = Box<dyn Debug>, Return = String> {
        let boxed: Box<dyn Debug> = if first > 3 { Box::new(first) } else { Box::new("small") };
        let n = yield_!(boxed);
        let shown: Box<dyn Display> = match n { 3 => Box::new('c'), _ => Box::new(n) };
        yield_!(Box::new(shown.to_string()));
        format!("{shown:>4}")
    }
}

differential! {
    collects_into_what_is_returned(), fed [3, 2];
    fn collects_into_what_is_returned(#[resume] first: u32) -> impl Coroutine<u32, Yield = std::collections::BTreeSet<u32>, Return = Result<Vec<u32>, std::num::ParseIntError>> {
        let n = yield_!((0..first).map(|n| n % 2).collect());
        yield_!(std::iter::repeat_n(n, 3).collect());
        "1,2,3".split(',').map(str::parse).collect()
    }
}

differential! {
    default_and_sum(), fed [3, 2];
    fn default_and_sum(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = (String, u32)> {
        let mut text = Default::default();
        let numbers = [first, yield_!(1), yield_!(2)];
        let sum = numbers.iter().sum();
        yield_!(sum);
        std::mem::swap(&mut text, &mut String::from("text"));
        (text, numbers.into_iter().product::<u32>() + sum)
    }
}

differential! {
    given { #[derive(Debug)] struct Wrapper<T>(T); impl<T> Wrapper<T> { fn new(value: T) -> Self { Wrapper(value) } fn map<U>(self, f: impl FnOnce(T) -> U) -> Wrapper<U> { Wrapper(f(self.0)) } } }
    generic_constructors(), fed [3, 2];
    fn generic_constructors(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = Wrapper<String>> {
        let wrapped = Wrapper::new(first);
        yield_!(wrapped.0);
        let wrapped = Wrapper::new((wrapped, yield_!(1))).map(|(inner, n)| inner.0 + n);
        yield_!(wrapped.0);
        Wrapper::map(wrapped, |n| format!("{n}!"))
    }
}

trait Shape {
    fn area(&self) -> i32;
}
struct Square(i32);
struct Oblong(Loud<i32>, i32);

impl Shape for Square {
    fn area(&self) -> i32 {
        self.0 * self.0
    }
}
impl Shape for Oblong {
    fn area(&self) -> i32 {
        self.0.0 * self.1
    }
}

differential! {
    boxed_shapes_of_branches(2);
    fn boxed_shapes_of_branches(n: i32) -> impl Iterator<Item = i32> {
        for k in 0..n + 1 {
            let shape: Box<dyn Shape> = if k % 2 == 0 {
                yield_!(k);
                Box::new(Square(k))
            } else {
                Box::new(Oblong(Loud(k), 2))
            };
            yield_!(shape.area());
            let mut other: std::rc::Rc<dyn Shape> = match k {
                0 => std::rc::Rc::new(Square(1)),
                1 => {
                    yield_!(10);
                    std::rc::Rc::new(Square(2))
                }
                _ => std::rc::Rc::new(Oblong(Loud(k), 3)),
            };
            yield_!(other.area());
            other = if k > 0 {
                yield_!(7);
                std::rc::Rc::new(Square(4))
            } else {
                std::rc::Rc::new(Oblong(Loud(k), 5))
            };
            yield_!(other.area());
        }
    }
}

differential! {
    parts_of_what_branches_come_to(1);
    fn parts_of_what_branches_come_to(k: i32) -> impl Iterator<Item = i32> {
        let (shape, n): (Box<dyn Shape>, i32) = if k > 0 {
            yield_!(1);
            (Box::new(Square(2)), 1)
        } else {
            (Box::new(Oblong(Loud(1), 2)), 2)
        };
        yield_!(shape.area() + n);
        let none: Option<Box<dyn Shape>> = if k > 0 {
            yield_!(1);
            Some(Box::new(Square(2)))
        } else {
            None
        };
        yield_!(none.map_or(0, |shape| shape.area()));
        let change: fn(i32) -> i32 = if k > 0 {
            yield_!(0);
            |x| x + 1
        } else {
            |x| x * 2
        };
        yield_!(change(3));
        let items: &[i32] = if k > 0 {
            yield_!(3);
            &[1, 2]
        } else {
            &[1]
        };
        yield_!(items[0]);
    }
}

differential! {
    iterators_of_jumps(3);
    fn iterators_of_jumps(k: i32) -> impl Iterator<Item = i32> {
        let items: Box<dyn Iterator<Item = i32>> = 'found: {
            if k > 5 {
                break 'found Box::new(0..1);
            }
            yield_!(9);
            if k > 0 {
                break 'found Box::new(std::iter::once(k));
            }
            Box::new(std::iter::empty())
        };
        for item in items {
            yield_!(item);
        }
        let mut n = 0;
        let items: Box<dyn Iterator<Item = i32>> = loop {
            n += 1;
            yield_!(n);
            if n > 2 {
                break Box::new(0..k);
            }
            if k > 9 {
                break Box::new(std::iter::empty());
            }
        };
        for item in items {
            yield_!(item);
        }
    }
}
