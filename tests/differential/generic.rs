//! Generics, lifetimes, methods, closures, items in the body.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fmt::{Debug, Display};

differential! {
    repeat_each(vec!["a", "b"], 2);
    fn repeat_each<T: Clone + Debug>(items: Vec<T>, times: usize) -> impl Iterator<Item = T> {
        for item in items {
            for _ in 1..times {
                yield_!(item.clone());
            }
            yield_!(item);
        }
    }
}

differential! {
    windows([1, 4, 9, 16]);
    fn windows<T: Copy + Debug, const N: usize>(items: [T; N]) -> impl Coroutine<Yield = [T; 2], Return = usize> {
        for i in 1..N {
            yield_!([items[i - 1], items[i]]);
        }
        N
    }
}

differential! {
    fold_with(|a: i32, b: i32| a * 10 + b, 0), fed [1, 2, 3];
    fn fold_with<F, A>(combine: F, start: A, #[resume] first: i32) -> impl Coroutine<i32, Yield = A, Return = A> where F: Fn(A, i32) -> A, A: Clone + Debug {
        let mut total = combine(start, first);
        for _ in 0..4 {
            let next = yield_!(total.clone());
            total = combine(total, next);
        }
        total
    }
}

differential! {
    group_by_key(vec![("a", 1), ("b", 2), ("a", 3)]);
    fn group_by_key<K, V>(pairs: Vec<(K, V)>) -> impl Iterator<Item = (K, Vec<V>)> where K: Ord + Debug, V: Debug {
        let mut groups = BTreeMap::new();
        for (key, value) in pairs {
            groups.entry(key).or_insert_with(Vec::new).push(value);
        }
        for group in groups {
            yield_!(group);
        }
    }
}

differential! {
    mapped(1..4, |n| n * n);
    fn mapped<B: Debug>(items: impl Iterator<Item = i32>, mut f: impl FnMut(i32) -> B) -> impl Coroutine<Yield = B, Return = usize> {
        let mut count = 0;
        for item in items {
            count += 1;
            let image = f(item);
            yield_!(image);
        }
        count
    }
}

differential! {
    words_of("to be or not", &[1, 3]);
    fn words_of<'t, 'i>(text: &'t str, indices: &'i [usize]) -> impl Coroutine<Yield = &'t str, Return = Option<&'i usize>> {
        let words: Vec<&'t str> = text.split(' ').collect();
        let mut last = None;
        for index in indices {
            yield_!(words.get(*index).copied().unwrap_or("?"));
            last = Some(index);
        }
        last
    }
}

differential! {
    fill_slice(&mut [0; 4]), fed [9, 8, 7];
    fn fill_slice(slots: &mut [i32], #[resume] first: i32) -> impl Coroutine<i32, Yield = usize, Return = i32> {
        let mut value = first;
        let mut sum = 0;
        for (i, slot) in slots.iter_mut().enumerate() {
            sum += std::mem::replace(slot, value);
            value = yield_!(i);
        }
        sum + value
    }
}

differential! {
    mutate_through_reference(&mut vec![1]), fed [2, 3];
    fn mutate_through_reference(list: &mut Vec<i32>, #[resume] first: i32) -> impl Coroutine<i32, Yield = usize, Return = ()> {
        list.push(first);
        while list.len() < 5 {
            let next = yield_!(list.len());
            list.push(next);
            list.rotate_left(1);
        }
        log(&*list);
    }
}

differential! {
    show_all(&[&1, &"two", &3.5]);
    fn show_all(things: &[&dyn Display]) -> impl Iterator<Item = String> {
        for thing in things {
            yield_!(thing.to_string());
        }
    }
}

differential! {
    given {
        #[derive(Clone)]
        struct Countdown { from: u32, label: (&'static str,) }
    }
    Countdown { from: 3, label: ("T",) }.ticks();
    impl Countdown {
        fn ticks(&self) -> impl Coroutine<Yield = String, Return = &'static str> {
            for n in (0..self.from).rev() {
                yield_!(format!("{}-{n}", self.label.0));
            }
            self.label.0
        }
    }
}

differential! {
    given {
        #[derive(Debug, Default)]
        struct Register { total: u64, items: Vec<&'static str> }
        impl Register { fn price(name: &str) -> Option<u64> { (name.len() > 1).then_some(name.len() as u64) } }
    }
    Register::default().scan(2), fed ["milk", "x", "bread"];
    impl Register {
        fn scan(&mut self, discount: u64, #[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = Result<u64, String>, Return = String> {
            let mut item = first;
            while self.items.len() < 4 {
                let Some(price) = Self::price(item) else {
                    item = yield_!(Err(format!("no price for {item}")));
                    continue;
                };
                self.items.push(item);
                self.total += price - discount.min(price);
                item = yield_!(Ok(self.total));
            }
            format!("{self:?}")
        }
    }
}

differential! {
    given { struct Pair { left: Loud<i32>, right: Loud<i32> } }
    Pair { left: Loud(1), right: Loud(2) }.split();
    impl Pair {
        fn split(self) -> impl Coroutine<Yield = Loud<i32>, Return = Loud<i32>> {
            let Self { left, right } = self;
            yield_!(left);
            log("halfway");
            right
        }
    }
}

differential! {
    given { struct Pair { left: Loud<i32>, right: Loud<i32> } }
    Pair { left: Loud(1), right: Loud(2) }.grow(), fed [5, 6];
    impl Pair {
        fn grow(mut self, #[resume] by: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
            self.left.0 += by;
            let more = yield_!(self.left.0);
            self.right = Loud(self.right.0 * more);
            yield_!(self.right.0);
            let Pair { ref left, .. } = self;
            left.0 + self.right.0
        }
    }
}

differential! {
    given {
        struct Stack { items: Vec<u8> }
        impl Stack { fn top(&self) -> Option<&u8> { self.items.last() } }
    }
    Stack { items: vec![3, 9, 4] }.drain_sorted();
    impl Stack {
        fn drain_sorted(&mut self) -> impl Iterator<Item = u8> {
            while let Some(&top) = self.top() {
                self.items.retain(|item| *item != top);
                yield_!(top);
                self.items.sort_unstable();
            }
        }
    }
}

differential! {
    items_in_the_body(), fed [3, 4];
    fn items_in_the_body(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        use std::cmp::max;
        const STEP: u32 = 10;
        static NAMES: [&str; 2] = ["even", "odd"];
        #[derive(Debug, Clone, Copy, PartialEq)]
        enum Parity {
            Even,
            Odd,
        }
        impl From<u32> for Parity {
            fn from(n: u32) -> Self {
                if n % 2 == 0 { Parity::Even } else { Parity::Odd }
            }
        }
        type Step = (u32, Parity);
        fn scale(n: u32) -> u32 {
            n * STEP
        }
        let mut step: Step = (first, first.into());
        log(NAMES[step.1 as usize]);
        let next = yield_!(scale(step.0));
        step = (max(next, 1), Parity::from(next));
        if step.1 == Parity::Even { yield_!(later(step.0)) } else { 0 }
        ;
        return later(scale(step.0));
        fn later(n: u32) -> u32 {
            n + 1
        }
    }
}

differential! {
    closures_beside_yields(), fed [2, 3];
    fn closures_beside_yields(#[resume] first: i32) -> impl Coroutine<i32, Yield = Vec<i32>, Return = i32> {
        let scaled: Vec<i32> = (1..4).map(|n| n * first).collect();
        let by = yield_!(scaled.clone());
        let total = scaled.iter().fold(by, |sum, n| sum + n) + yield_!(scaled.iter().map(|n| n + by).collect());
        yield_!(scaled.into_iter().filter(|n| n % by != 0).collect()) + total
    }
}

differential! {
    closure_argument_after_yield(), fed [2, 3];
    fn closure_argument_after_yield(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = Option<i32>> {
        Some(first).zip(Some(yield_!(1))).map(|(a, b)| a * 10 + b).filter(|n| *n > 5).map_or(Some(yield_!(2)), |n| n.checked_add(1))
    }
}

differential! {
    closure_kept_over_yield(vec!["x", "y"]);
    fn closure_kept_over_yield(mut log_lines: Vec<&'static str>) -> impl Coroutine<Yield = usize, Return = Vec<&'static str>> {
        let limit = 3;
        let is_full = move |lines: &Vec<&str>| lines.len() > limit;
        while !is_full(&log_lines) {
            yield_!(log_lines.len());
            log_lines.push("z");
        }
        log_lines
    }
}

differential! {
    types_come_later(), fed [1, 2];
    fn types_come_later(#[resume] first: u16) -> impl Coroutine<u16, Yield = usize, Return = (Vec<u16>, Option<String>, HashMap<u8, u16>)> {
        let mut list = Vec::new();
        let mut name = None;
        let mut map = HashMap::new();
        let mut queue = VecDeque::with_capacity(4);
        yield_!(list.len());
        list.push(first);
        queue.push_back(1u8);
        let next = yield_!(queue.len());
        name.get_or_insert_with(String::new).push('n');
        map.insert(7, next);
        (list, name, map)
    }
}

differential! {
    numbers_inferred_later(), fed [2, 3];
    fn numbers_inferred_later(#[resume] first: u64) -> impl Coroutine<u64, Yield = u64, Return = (u8, i16, f32)> {
        let mut small = 1;
        let mut negative = -1;
        let mut ratio = 0.5;
        let default = Default::default();
        for _ in 0..3 {
            let next = yield_!(first.max(default));
            small += 1;
            negative *= 2;
            ratio /= next as f32;
        }
        (small, negative, ratio)
    }
}

differential! {
    coercions(&[1, 2, 3]);
    fn coercions(numbers: &[i32; 3]) -> impl Coroutine<Yield = Box<dyn Debug>, Return = &[i32]> {
        let slice: &[i32] = numbers;
        let boxed: Box<dyn Debug> = Box::new("boxed");
        yield_!(boxed);
        let as_fn: fn(i32) -> i32 = |n| n + 1;
        yield_!(Box::new(as_fn(slice[0])));
        let shown: &dyn Debug = &slice.len();
        let text = format!("{shown:?}");
        yield_!(Box::new(text));
        slice
    }
}

differential! {
    unnameable_iterators("a-b c-d");
    fn unnameable_iterators(text: &str) -> impl Iterator<Item = String> {
        let mut outer = text.split(' ').map(|word| word.split('-').rev()).enumerate().peekable();
        while let Some((i, inner)) = outer.next() {
            for (j, part) in inner.enumerate().skip_while(|(_, part)| part.is_empty()) {
                yield_!(format!("{i}{j}{part}{}", if outer.peek().is_some() { "," } else { "." }));
            }
        }
    }
}

differential! {
    unsafe_blocks(), fed [1, 2];
    fn unsafe_blocks(#[resume] first: usize) -> impl Coroutine<usize, Yield = i32, Return = i32> {
        let numbers = [10, 20, 30];
        let a = unsafe { *numbers.get_unchecked(first) };
        let b = unsafe { let i = yield_!(a); *numbers.get_unchecked(i) };
        a + b
    }
}

differential! {
    async_and_const_blocks(), fed [2];
    fn async_and_const_blocks(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let size = const { 3 * 4 };
        let future = async move { first + 1 };
        yield_!(size);
        let mut future = std::pin::pin!(future);
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match std::future::Future::poll(future.as_mut(), &mut context) {
            std::task::Poll::Ready(n) => n + size,
            std::task::Poll::Pending => 0,
        }
    }
}

differential! {
    phantom_and_zero_sized(std::marker::PhantomData::<String>);
    fn phantom_and_zero_sized<T: Default + Debug>(kind: std::marker::PhantomData<T>) -> impl Coroutine<Yield = T, Return = ()> {
        let _kind = kind;
        let unit = ();
        yield_!(T::default());
        let _again = (unit, kind);
        yield_!(T::default());
    }
}
