//! Names that a macro might use itself, tokens from macros, attributes.

differential! {
    names_like_ours(1, 2, 3), fed [4, 5];
    fn names_like_ours(state: u32, start: u32, argument: u32, #[resume] resume: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let types = state + start;
        let machine = yield_!(types);
        let coroutine = argument + machine;
        let step = yield_!(coroutine);
        let (yielded, iter, value, result) = (step, types, coroutine, resume);
        for item in 0..2 {
            let next = yield_!(item + iter);
            log((next, value));
        }
        state + start + argument + yielded + result
    }
}

differential! {
    types_like_ours(), fed [1, 2];
    fn types_like_ours(#[resume] first: u8) -> impl Coroutine<u8, Yield = String, Return = u8> {
        #[derive(Debug, Clone, Copy)]
        enum State { Start { n: u8 }, Yield1, Done }
        struct Machine;
        use std::option::Option as Yielded;
        let mut state = State::Start { n: first };
        let _machine = Machine;
        let complete: Yielded<u8> = None;
        for _ in 0..3 {
            let n = yield_!(format!("{state:?}"));
            state = match state {
                State::Start { n: 0 } | State::Yield1 => State::Done,
                State::Start { .. } => State::Yield1,
                State::Done => State::Start { n },
            };
        }
        complete.unwrap_or(3)
    }
}

differential! {
    functions_shadowed_by_users(), fed [1, 2];
    fn functions_shadowed_by_users(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = Result<i32, String>> {
        #[allow(dead_code, clippy::items_after_statements)]
        mod core { pub fn take(n: i32) -> i32 { n + 1 } }
        #[allow(non_snake_case)]
        fn Ok<T>(value: T) -> Result<T, String> { Result::Ok(value) }
        fn take(n: i32) -> i32 { core::take(n) * 2 }
        fn held(n: i32) -> i32 { n * 3 }
        let mut n = first;
        while n < 20 {
            n += take(yield_!(held(n)));
        }
        Ok(n)
    }
}

differential! {
    raw_and_unicode_names(1), fed [2, 3];
    fn raw_and_unicode_names(r#type: i32, #[resume] größe: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let r#match = yield_!(r#type);
        let naïve = yield_!(größe + r#match);
        let __state = naïve;
        let _0 = yield_!(__state);
        r#type + größe + r#match + naïve + __state + _0
    }
}

differential! {
    raw_name_of_plain_name(), fed [2];
    fn raw_name_of_plain_name(#[resume] value: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let r#inner = yield_!(r#value);
        let sum = inner + value;
        yield_!(r#sum);
        format!("{inner}{sum}").len() as i32
    }
}

differential! {
    numbered_shadows(), fed [1, 2, 3];
    fn numbered_shadows(#[resume] x: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let x1 = x + 1;
        let x = yield_!(x) + x1;
        let x_1 = x + 1;
        let x = yield_!(x) + x_1;
        let x2 = x * 2;
        let x = yield_!(x);
        x + x1 * 10 + x_1 * 100 + x2 * 1000
    }
}

differential! {
    attributes_in_the_body(), fed [1, 2];
    fn attributes_in_the_body(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        #[allow(unused_variables)]
        let unused = yield_!(first);
        #[allow(clippy::let_and_return)]
        let shown = { let inner = yield_!(first + 1); inner };
        match shown {
            #[allow(unreachable_patterns)]
            0 | 0 => yield_!(0),
            _ => yield_!( 7 ),
        }
    }
}

differential! {
    configured_statements(), fed [1, 2];
    fn configured_statements(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        #[cfg(any())]
        let first = this_does_not_exist(first);
        #[cfg(all())]
        let first = yield_!(first) + 10;
        #[cfg(any())]
        {
            yield_!(100);
        }
        #[cfg(not(any()))]
        {
            yield_!(first);
        }
        #[cfg(not(all()))]
        return 5;
        first
    }
}

differential! {
    configured_arms(), fed [1, 2];
    fn configured_arms(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let mut n = first;
        for _ in 0..3 {
            n = match yield_!(n) {
                #[cfg(any())]
                1 => yield_!(1000),
                #[cfg(all())]
                1 => yield_!(10),
                #[cfg(any())]
                _ => 7,
                other => other + 1,
            };
        }
        n
    }
}

macro_rules! tokens_from_a_macro {
    ($name:ident, $limit:expr, $number:ty, $with:pat, $last:literal, $more:block, $call:path) => {
        differential! {
            $name(7), fed [Some(2), Some(3), None];
            fn $name(limit: $number, #[resume] first: Option<$number>) -> impl Coroutine<Option<$number>, Yield = $number, Return = $number> {
                let mut sum: $number = $limit - limit;
                let mut given = first;
                loop {
                    match given {
                        $with => sum += given.map_or(0, $call),
                        _ => break,
                    }
                    given = yield_!(sum * 2 - $limit);
                }
                sum + $more + $last
            }
        }
    };
}

tokens_from_a_macro!(
    expression_from_a_macro,
    4 + 5,
    i64,
    Some(1..=9),
    -1,
    {
        let n = 3;
        n * n
    },
    i64::abs
);

macro_rules! coroutine_from_a_macro {
    ($($name:ident yields $($value:expr),+;)+) => {
        $(differential! {
            $name();
            fn $name() -> impl Coroutine<Yield = &'static str, Return = usize> {
                let mut count = 0;
                $(
                    yield_!($value);
                    count += 1;
                )+
                count
            }
        })+
    };
}

coroutine_from_a_macro! {
    days yields "monday", "tuesday", if cfg!(any()) { "never" } else { "wednesday" };
    colors yields "red", "green";
}

macro_rules! guarded {
    ($name:ident, |$state:ident| $body:expr) => {
        differential! {
            $name(), fed [1, 2, 3];
            fn $name(#[resume] $state: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
                let guard = Loud("guard");
                let state = $state * 100;
                let mut total = state;
                while total < 1000 {
                    total += yield_!($body + state);
                }
                drop(guard);
                $state + total
            }
        }
    };
}

guarded!(hygiene_of_locals, |state| state * 2 + state);

differential! {
    self_is_mentioned_in_macros();
    fn self_is_mentioned_in_macros() -> impl Coroutine<Yield = String, Return = String> {
        struct Robot { name: &'static str }
        impl Robot {
            fn describe(&self) -> String { format!("{} {}", self.name, stringify!(self)) }
        }
        let robot = Robot { name: "R" };
        yield_!(robot.describe());
        format!("{}!", robot.name)
    }
}

differential! {
    given { #[derive(Debug)] struct Meter { unit: &'static str, count: u32 } impl Meter { const MOST: u32 = 2; } }
    Meter { unit: "m", count: 0 }.measure();
    impl Meter {
        fn measure(&mut self) -> impl Coroutine<Yield = String, Return = Self> {
            while self.count < Self::MOST {
                self.count += 1;
                yield_!(format!("{}{}", self.count, self.unit));
                assert!(self.count > 0, "{self:?}");
            }
            yield_!(format!("{self:?} {:?}", vec![self.count; 2]));
            Self { unit: self.unit, ..Meter { unit: "", count: matches!(self.count, Self::MOST).into() } }
        }
    }
}
