//! Coroutines as trait methods and in terms of traits.

use std::collections::BTreeSet;
use std::fmt::Debug;

differential! {
    given { struct Deck { cards: Vec<u8> } }
    Deck { cards: vec![3, 1, 2] }.deal();
    impl Dealer for Deck {
        fn deal(self) -> impl Coroutine<Yield = u8, Return = usize> {
            let mut dealt = 0;
            let Deck { cards } = self;
            for card in cards {
                yield_!(card);
                dealt += 1;
            }
            dealt
        }
    }
}

differential! {
    given { struct Lamp { on: bool, switched: (u32,) } }
    (&mut Lamp { on: false, switched: (0,) }).blink(3);
    impl Blinking for Lamp {
        fn blink(&mut self, times: u32) -> impl Iterator<Item = (bool, u32)> {
            for _ in 0..times {
                self.on = !self.on;
                self.switched.0 += 1;
                yield_!((self.on, self.switched.0));
            }
        }
    }
}

differential! {
    given {
        trait Tree { type Value: Debug; fn into_parts(self) -> (Self::Value, Vec<Self>) where Self: Sized; }
        struct Node(&'static str, Vec<Node>);
        impl Tree for Node { type Value = &'static str; fn into_parts(self) -> (&'static str, Vec<Self>) { (self.0, self.1) } }
    }
    Node("a", vec![Node("b", vec![Node("c", vec![])]), Node("d", vec![])]).walk();
    trait Walk: Tree {
        fn walk(self) -> impl Coroutine<Yield = Self::Value, Return = usize> {
            let mut visited = 0;
            let mut open = vec![self];
            while let Some(tree) = open.pop() {
                let (value, mut children) = tree.into_parts();
                yield_!(value);
                visited += 1;
                children.reverse();
                open.append(&mut children);
            }
            visited
        }
    }
    impl Walk for Node {}
}

differential! {
    given {
        trait Machine { type Input: Copy + Debug; type Output: Debug; const INITIAL: u32; fn step(&mut self, input: Self::Input) -> Self::Output; }
        struct Adder(i64);
        impl Machine for Adder { type Input = i32; type Output = i64; const INITIAL: u32 = 3; fn step(&mut self, input: i32) -> i64 { self.0 += i64::from(input); self.0 } }
    }
    run_machine(Adder(100), vec![1, -2, 3]);
    fn run_machine<M: Machine>(mut machine: M, inputs: Vec<M::Input>) -> impl Coroutine<Yield = (M::Input, M::Output), Return = u32> {
        let mut left = M::INITIAL;
        for input in inputs {
            let output = machine.step(input);
            yield_!((input, output));
            left -= 1;
        }
        left + <M as Machine>::INITIAL
    }
}

differential! {
    given {
        trait Shape { fn area(&self) -> f64; fn name(&self) -> String { String::from("shape") } }
        struct Square(f64);
        struct Disk(f64);
        impl Shape for Square { fn area(&self) -> f64 { self.0 * self.0 } fn name(&self) -> String { "square".into() } }
        impl Shape for Disk { fn area(&self) -> f64 { 3.0 * self.0 * self.0 } }
    }
    areas(vec![Box::new(Square(2.0)), Box::new(Disk(1.0))]);
    fn areas(shapes: Vec<Box<dyn Shape>>) -> impl Coroutine<Yield = (String, f64), Return = f64> {
        let mut sum = 0.0;
        for shape in shapes {
            let area = shape.area();
            sum += area;
            yield_!((shape.name(), area));
        }
        sum
    }
}

differential! {
    unique(vec!["b", "a", "b"], vec!["c", "a"]);
    fn unique<I, J>(first: I, second: J) -> impl Iterator<Item = <I as IntoIterator>::Item> where I: IntoIterator, J: IntoIterator<Item = I::Item>, I::Item: Ord + Copy + Debug {
        let mut seen = BTreeSet::new();
        for item in first.into_iter().chain(second) {
            if seen.insert(item) {
                yield_!(item);
            }
        }
    }
}

differential! {
    given {
        #[derive(Debug, Clone, Copy, PartialEq)]
        struct Money { cents: i64 }
        impl std::ops::Add for Money { type Output = Money; fn add(self, other: Money) -> Money { log("add"); Money { cents: self.cents + other.cents } } }
        impl std::ops::AddAssign<i64> for Money { fn add_assign(&mut self, cents: i64) { log("add_assign"); self.cents += cents; } }
        impl std::ops::Neg for Money { type Output = Money; fn neg(self) -> Money { Money { cents: -self.cents } } }
        impl std::ops::Index<usize> for Money { type Output = i64; fn index(&self, _: usize) -> &i64 { log("index"); &self.cents } }
    }
    overloaded_operators(Money { cents: 5 }), fed [7, 8];
    fn overloaded_operators(start: Money, #[resume] first: i64) -> impl Coroutine<i64, Yield = Money, Return = (Money, i64)> {
        let mut sum = start + Money { cents: first };
        let more = yield_!(sum);
        sum += more;
        let other = -sum + Money { cents: yield_!(-sum) } + sum;
        sum += 1;
        let at = yield_!(other) as usize;
        (other, sum[at])
    }
}

differential! {
    given {
        struct Celsius(f64);
        struct Fahrenheit(f64);
        impl From<Celsius> for Fahrenheit { fn from(c: Celsius) -> Self { Fahrenheit(c.0 * 9.0 / 5.0 + 32.0) } }
    }
    conversions(), fed [0.0, 100.0];
    fn conversions(#[resume] first: f64) -> impl Coroutine<f64, Yield = f64, Return = f64> {
        let mut degrees = first;
        let mut sum = 0.0;
        for _ in 0..3 {
            let Fahrenheit(shown) = Celsius(degrees).into();
            sum += shown;
            degrees = yield_!(shown);
        }
        sum
    }
}

differential! {
    given { #[derive(Default, Debug, Clone, PartialEq)] struct Grid<const W: usize, const H: usize> { cells: Vec<(usize, usize)> } }
    walk_grid(Grid::<3, 2>::default());
    fn walk_grid<const W: usize, const H: usize>(mut grid: Grid<W, H>) -> impl Coroutine<Yield = (usize, usize), Return = Grid<W, H>> {
        for y in 0..H {
            let mut x = if y % 2 == 0 { 0 } else { W - 1 };
            loop {
                grid.cells.push((x, y));
                yield_!((x, y));
                let at_edge = if y % 2 == 0 { x + 1 == W } else { x == 0 };
                if at_edge {
                    break;
                }
                if y % 2 == 0 { x += 1 } else { x -= 1 }
            }
        }
        grid
    }
}

differential! {
    repeat_default(3, 0u8);
    fn repeat_default<T>(times: usize, like: T) -> impl Coroutine<Yield = T, Return = bool> where T: Default + PartialEq + Debug + Clone {
        let mut all_default = true;
        for _ in 0..times {
            let value = <T>::default();
            all_default &= value == like;
            yield_!(value);
        }
        all_default
    }
}
