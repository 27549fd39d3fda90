//! What real code does that nobody thinks of.

use crate::harness::{Loud, log};

macro_rules! pair {
    ($value:expr) => {
        let doubled = $value * 2;
        ($value, doubled)
    };
}

macro_rules! two {
    ($value:expr) => {
        ($value, 2)
    };
}

/// As `quote!` does: a name behind a `#` is its value.
macro_rules! shown {
    (# $value:ident) => {
        format!("value {:?}", $value)
    };
    ($($tokens:tt)*) => {
        stringify!($($tokens)*).to_owned()
    };
}

#[derive(Debug)]
struct Span(Loud<u32>);
#[derive(Debug)]
struct Group(u32);

impl Group {
    fn span(&self) -> Span {
        Span(Loud(self.0))
    }
    fn set_span(&mut self, span: Span) {
        log(&span.0.0);
        self.0 += span.0.0;
    }
    fn dissolved(self) -> Span {
        Span(Loud(self.0 * 10))
    }
}

struct Node {
    name: Option<String>,
    items: Vec<i32>,
}

impl Node {
    fn measure(&self, text: &str) -> usize {
        text.len() + self.items.len()
    }
    fn flags(&self) -> Result<Option<u32>, String> {
        Ok(self.name.as_ref().map(|name| name.len() as u32).filter(|length| *length > 3))
    }
}

fn sum(items: &[i32]) -> i32 {
    items.iter().sum()
}

fn read(value: &Loud<i32>) -> i32 {
    value.0
}

#[rustfmt::skip]
differential! {
    values_of_macros_in_braces(3);
    fn values_of_macros_in_braces(n: u32) -> impl Coroutine<Yield = (u32, u32), Return = Vec<u32>> {
        let first = if n > 2 { yield_!((1, 1)); pair! { n } } else { two! { 5 } };
        yield_!(first);
        let second = match n { 4 => { yield_!((3, 3)); two! { n } } _ => two! { 3 } };
        yield_!(second);
        vec! { n, second.1 }
    }
}

differential! {
    arguments_that_are_coerced(Node { name: Some("name".to_owned()), items: vec![1, 2] }), fed [1, 2];
    fn arguments_that_are_coerced(node: Node) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let boxed = Box::new(Loud(4));
        let mut total = yield_!(0);
        if let Some(name) = &node.name {
            total += node.measure(name) as i32;
        }
        for i in 0..3 {
            let list = vec![i, total];
            let held = Loud(i);
            total += yield_!(total);
            if i == 1 {
                let added = sum(&list) + read(&boxed);
                yield_!(added);
                let shown: Box<dyn std::fmt::Debug> = Box::new(held);
                log(&shown);
            }
        }
        total
    }
}

differential! {
    mutable_where_shared_is_wanted(Box::leak(Box::new(Loud(3))));
    fn mutable_where_shared_is_wanted(value: &mut Loud<i32>) -> impl Coroutine<Yield = i32, Return = i32> {
        for i in 0..2 {
            if i == 1 {
                let n = read(value);
                yield_!(n);
                return n;
            }
            value.0 += 1;
            yield_!(i);
        }
        0
    }
}

differential! {
    calls_within_calls(Group(3));
    fn calls_within_calls(group: Group) -> impl Coroutine<Yield = u32, Return = u32> {
        let mut inner = Group(4);
        inner.set_span(group.span());
        yield_!(5);
        let other = Group(7);
        yield_!(inner.0);
        inner.set_span(other.dissolved());
        yield_!(6);
        inner.0
    }
}

differential! {
    questions_before_else(Node { name: Some("long".to_owned()), items: vec![] }, Node { name: None, items: vec![] });
    fn questions_before_else(first: Node, second: Node) -> impl Coroutine<Yield = u32, Return = Result<u32, String>> {
        let Some(flags) = first.flags()? else {
            yield_!(1);
            return Ok(0);
        };
        yield_!(flags);
        let Some(more) = second.flags()? else {
            yield_!(2);
            return Ok(flags);
        };
        Ok(more)
    }
}

differential! {
    names_behind_a_hash(String::from("a"), false), fed [7, 8];
    fn names_behind_a_hash(value: String, plain: bool) -> impl Coroutine<i32, Yield = i32, Return = String> {
        let other = if plain { value } else { shown!(# value) };
        let mut fed = yield_!(4);
        for _ in 0..2 {
            log(shown!(# fed));
            fed = yield_!(fed);
        }
        other
    }
}

differential! {
    what_patterns_leave(vec![(Loud(1), Loud(10)), (Loud(2), Loud(20))]);
    fn what_patterns_leave(pairs: Vec<(Loud<i32>, Loud<i32>)>) -> impl Coroutine<Yield = i32, Return = ()> {
        let mut stack = vec![(Loud(3), Loud(30)), (Loud(4), Loud(40))];
        let mut more = vec![Loud(5), Loud(6)].into_iter();
        for (first, _) in pairs {
            log("item");
            yield_!(first.0);
        }
        while let Some((_, second)) = stack.pop() {
            yield_!(second.0);
            log("popped");
        }
        while let Some(_) = more.next() {
            yield_!(0);
            log("more");
        }
        for (i, _) in vec![Loud(7), Loud(8)].into_iter().enumerate() {
            yield_!(i as i32);
            log("numbered");
        }
        match Some((1, Loud(9))) {
            Some((n, _)) if n > 0 => {
                yield_!(n);
                log("matched");
            }
            _ => {}
        }
    }
}

struct Cursor(Option<Box<Cursor>>, Loud<u32>);

differential! {
    cursors_that_wait_and_leave(Cursor(Some(Box::new(Cursor(None, Loud(2)))), Loud(1)));
    fn cursors_that_wait_and_leave(mut at: Cursor) -> impl Coroutine<Yield = u32, Return = ()> {
        loop {
            log(at.1.0);
            at = match at.0.take() {
                Some(next) => *next,
                None => {
                    yield_!(7);
                    return;
                }
            };
        }
    }
}

/// Fields of names that are ours, too.
struct Machine {
    state: u32,
    argument: u32,
    r#type: u32,
    text: String,
}

differential! {
    fields_with_names_of_ours(Box::leak(Box::new(Machine { state: 1, argument: 2, r#type: 3, text: "ab".to_owned() })));
    fn fields_with_names_of_ours(machine: &mut Machine) -> impl Iterator<Item = u32> {
        while machine.state < 3 {
            for c in machine.text.chars() {
                machine.argument += 1;
                machine.r#type += 2;
                yield_!(c as u32 + machine.r#type);
            }
            machine.state += 1;
        }
        yield_!(machine.argument);
    }
}

fn go(machine: &mut Machine, more: u32) -> u32 {
    machine.state += more;
    machine.state
}

differential! {
    lent_again_beside_a_yield(Box::leak(Box::new(Machine { state: 1, argument: 2, r#type: 3, text: "ab".to_owned() }))), fed [4, 5, 6];
    fn lent_again_beside_a_yield(machine: &mut Machine) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let first = go(machine, yield_!(1));
        while machine.state < 12 {
            go(machine, yield_!(first));
        }
        machine.argument = machine.argument.max(yield_!(machine.argument.min(machine.state)));
        machine.state
    }
}

differential! {
    given { unsafe fn twice(n: u32) -> u32 { n * 2 } }
    unsafe_and_divided(3);
    fn unsafe_and_divided(n: u32) -> impl Iterator<Item = u32> {
        // SAFETY: nothing is required.
        unsafe {
            yield_!(twice(n));
            let next = twice(n + 1);
            yield_!(next);
            for i in 0..2 {
                yield_!(twice(i));
                let more = twice(next);
                yield_!(more);
            }
        }
    }
}

differential! {
    called_once_on_two_paths(|| 3u32, true);
    fn called_once_on_two_paths<F: FnOnce() -> u32>(call: F, waits: bool) -> impl Coroutine<Yield = u32, Return = u32> {
        if waits {
            yield_!(4);
            return call();
        }
        let called = call();
        yield_!(called);
        5
    }
}

differential! {
    fields_as_receivers(Box::leak(Box::new((vec![1, 2, 3], vec![4u32, 5])))), fed [1, 2, 3];
    fn fields_as_receivers(lists: &mut (Vec<u32>, Vec<u32>)) -> impl Coroutine<usize, Yield = u32, Return = usize> {
        macro_rules! one {
            () => {
                1
            };
        }
        macro_rules! two {
            () => {
                one!() + 1
            };
        }
        lists.0.truncate(yield_!(two!()));
        for item in &mut lists.1 {
            yield_!(*item);
            *item = two!();
        }
        lists.0.len()
    }
}

differential! {
    given { fn some(x: u32) -> Option<u32> { Some(x) } }
    loops_that_go_on_or_leave(), fed [5, 2, 7];
    fn loops_that_go_on_or_leave() -> impl Coroutine<u32, Yield = u32, Return = u32> {
        while let Some(x) = some(yield_!(1)) {
            if x > 3 {
                continue;
            }
            let last = yield_!(4);
            return last;
        }
        0
    }
}

differential! {
    entries_that_are_removed(3);
    fn entries_that_are_removed(n: u32) -> impl Iterator<Item = u32> {
        use std::collections::btree_map::{BTreeMap, Entry};
        let mut known = BTreeMap::from([(1, Loud(10)), (2, Loud(20))]);
        for key in 1..=n {
            match known.entry(key) {
                Entry::Occupied(entry) => {
                    let value = entry.remove();
                    yield_!(value.0);
                }
                Entry::Vacant(entry) => {
                    entry.insert(Loud(30));
                    yield_!(0);
                }
            }
        }
        yield_!(known.len() as u32);
    }
}

macro_rules! nothing {
    ($($tokens:tt)*) => {
        1
    };
}

struct Named {
    name: String,
    n: u32,
}

impl Named {
    fn number(&self) -> u32 {
        self.n
    }
}

differential! {
    named_in_a_macro_beside_a_yield(&Named { name: "abc".to_owned(), n: 4 }, 1);
    fn named_in_a_macro_beside_a_yield(this: &Named, n: u32) -> impl Coroutine<Yield = u32, Return = u32> {
        match n {
            1 => {
                let name = &this.name;
                yield_!(3);
                name.len() as u32
            }
            2 => nothing!(this.number()),
            _ => this.number(),
        }
    }
}
