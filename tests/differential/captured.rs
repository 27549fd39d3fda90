//! Macros of the user's own that hold locals in their tokens, and in their format strings.

use crate::harness::log;

macro_rules! say { ($($arg:tt)+) => { log(format!($($arg)+)) }; }
macro_rules! square {
    ($value:expr) => {
        $value * $value
    };
}
macro_rules! checked { ($cond:expr, $($arg:tt)+) => { if !$cond { log(format!($($arg)+)); } }; }

differential! {
    renamed_in_a_format(3);
    fn renamed_in_a_format(balance: u32) -> impl Coroutine<Yield = u32, Return = ()> {
        let mut balance = balance;
        while balance > 0 {
            say!("{balance}");
            balance -= 1;
            yield_!(balance);
        }
        say!("at the end {balance}");
    }
}

differential! {
    shadowed_in_a_format(2);
    fn shadowed_in_a_format(n: u32) -> impl Coroutine<Yield = u32, Return = u32> {
        for n in 0..n {
            say!("{n}");
            yield_!(n);
        }
        if let Some(n) = Some(n + 100) {
            say!("{n:>5}");
            yield_!(n);
            say!("{n:?} {}", n + 1);
        }
        let n = n + 1;
        yield_!(n);
        let width = 6;
        yield_!(width as u32);
        say!("{n:width$}|{n:<width$}|");
        square!(n)
    }
}

differential! {
    handed_on_in_a_format(), fed [1, 2, 3];
    fn handed_on_in_a_format(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
        let mut amount = first;
        let mut best = 0;
        for _ in 0..2 {
            say!("{amount}");
            amount = yield_!(amount);
            best = yield_!(1);
            say!("{best} {best:?}");
        }
        checked!(best == 3, "best {best} of {amount}");
    }
}

differential! {
    moved_at_times_in_a_format("x".to_owned()), fed [1, 2];
    fn moved_at_times_in_a_format(name: String) -> impl Coroutine<u32, Yield = usize, Return = ()> {
        yield_!(name.len());
        say!("{name} {name:?}");
        let k = yield_!(1);
        if k > 1 {
            drop(name);
        }
        yield_!(2);
    }
}

differential! {
    behind_the_loop(3);
    fn behind_the_loop(n: u32) -> impl Coroutine<Yield = u32, Return = u32> {
        let mut total = 0;
        for i in 0..n {
            total += i;
            yield_!(total);
        }
        say!("end {}", total);
        square!(total)
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Held(u8);
    }
    Held(4).of_the_receiver(), fed [1];
    impl Held {
        fn of_the_receiver(&self) -> impl Coroutine<u32, Yield = usize, Return = ()> {
            say!("{self:?} {:?}", self.0);
            yield_!(1);
            say!("{self:?}");
        }
    }
}

macro_rules! event { ($name:literal, $($field:ident),*) => { log(format!("{} {:?}", $name, ($((stringify!($field), &$field)),*))) }; }

differential! {
    by_their_names(2), fed [5, 6, 7];
    fn by_their_names(n: u32, #[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let mut last = first;
        let mut best = 0;
        for round in 0..n {
            event!("round", round, last, best);
            last = yield_!(round);
            if last > best {
                best = last;
            }
        }
        best
    }
}
