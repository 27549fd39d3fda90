//! Labels, breaks with values, returns and all that leaves early.

differential! {
    and closure;
    break_with_value_from_nested_loops(), fed [1, 2, 3, 4];
    fn break_with_value_from_nested_loops(#[resume] first: u32) -> impl Coroutine<u32, Yield = (u32, u32), Return = u32> {
        let found = 'outer: loop {
            for i in first.. {
                for j in 0..i {
                    let _inner = enter("inner");
                    if yield_!((i, j)) + i + j > 7 {
                        break 'outer i * 10 + j;
                    }
                }
            }
        };
        found + 1000
    }
}

differential! {
    continue_outer();
    fn continue_outer() -> impl Iterator<Item = (u8, char)> {
        'rows: for row in 0..4 {
            let _row = Guard("row");
            for column in "abc".chars() {
                let _column = Guard("column");
                if row == 2 {
                    continue 'rows;
                }
                if column == 'b' && row == 1 {
                    continue;
                }
                yield_!((row, column));
            }
        }
    }
}

differential! {
    opaque_statement_breaks_suspending_loop(vec![2, 4, 7, 8]);
    fn opaque_statement_breaks_suspending_loop(numbers: Vec<u32>) -> impl Coroutine<Yield = u32, Return = Option<u32>> {
        let mut odd = None;
        'all: for number in numbers {
            for divisor in [2, 1] {
                if number % divisor == 0 {
                    break;
                }
                odd = Some(number);
                break 'all;
            }
            yield_!(number);
        }
        odd
    }
}

differential! {
    labelled_block(), fed [3, 12, 5];
    fn labelled_block(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = &'static str> {
        'checks: {
            let _guard = enter("checks");
            if first > 10 {
                break 'checks "at once";
            }
            let second = yield_!(1);
            if second > 10 {
                break 'checks "second";
            }
            yield_!(second);
            "never"
        }
    }
}

differential! {
    and closure;
    labelled_blocks_nested(), fed [true, false, true];
    fn labelled_blocks_nested(#[resume] first: bool) -> impl Coroutine<bool, Yield = u32, Return = u32> {
        let outer = 'a: {
            let inner = 'b: {
                if first {
                    break 'b yield_!(1) as u32;
                }
                break 'a 50;
            };
            if yield_!(inner) { break 'a inner + 5; }
            inner + 7
        };
        outer * 2
    }
}

differential! {
    break_operand_yields(), fed [5, 6];
    fn break_operand_yields() -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let x = loop {
            break yield_!(1) + yield_!(2);
        };
        x * 2
    }
}

differential! {
    return_operand_yields(), fed [5, 6, 7];
    fn return_operand_yields(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = String> {
        let _held = Guard("held");
        if first > 4 {
            return format!("{}", yield_!(first));
        }
        "short".to_owned()
    }
}

differential! {
    and closure;
    return_as_expression(), fed [Some(1), None];
    fn return_as_expression(#[resume] first: Option<u32>) -> impl Coroutine<Option<u32>, Yield = u32, Return = u32> {
        let mut sum = first.unwrap_or_else(|| 0);
        let _guard = enter("body");
        loop {
            sum += match yield_!(sum) { Some(n) => n, None => return sum };
            let _late = (sum > 100).then(|| Loud("large"));
        }
    }
}

differential! {
    break_as_operand(), fed [1, 2, 30];
    fn break_as_operand(#[resume] mut n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let mut total = 0;
        loop {
            total += n * if n > 20 { break } else { 2 };
            n = yield_!(total);
        }
        total
    }
}

differential! {
    and closure;
    every_path_diverges(), fed [2, 4, 9];
    fn every_path_diverges(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = &'static str> {
        let mut last = first;
        loop {
            last = yield_!(last);
            if last > 8 {
                return "large";
            } else if last < 0 {
                return "negative";
            }
        }
    }
}

differential! {
    diverges_after_match(), fed [0, 1, 2];
    fn diverges_after_match() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        match yield_!(0) {
            0 => return 10,
            1 => {
                yield_!(1);
                return 20;
            }
            n => return n,
        }
    }
}

differential! {
    never_yields(4);
    fn never_yields(n: u32) -> impl Coroutine<Yield = (), Return = u32> {
        let _guard = enter("quick");
        (1..=n).product()
    }
}

differential! {
    never_yields_but_might(&[1, 2]);
    fn never_yields_but_might(numbers: &'static [i32]) -> impl Iterator<Item = i32> {
        for &number in numbers {
            if number > 10 {
                yield_!(number);
            }
            log(number);
        }
    }
}

differential! {
    empty_body();
    fn empty_body() -> impl Iterator<Item = String> {}
}

differential! {
    empty_loop_ranges(3);
    fn empty_loop_ranges(n: i32) -> impl Iterator<Item = i32> {
        for i in n..0 {
            yield_!(i);
        }
        for i in 0..0 {
            yield_!(i);
        }
    }
}

differential! {
    forever(), fed ["a", "b"];
    fn forever(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = std::convert::Infallible> {
        let mut history = first.to_owned();
        loop {
            let next = yield_!(history.clone());
            if history.len() > 10 {
                history.clear();
            }
            history.push_str(next);
        }
    }
}

differential! {
    panics_in_the_middle(vec![3, 2, 0, 1]);
    fn panics_in_the_middle(divisors: Vec<u32>) -> impl Coroutine<Yield = u32, Return = ()> {
        let _outer = enter("outer");
        for divisor in divisors {
            let _each = Loud(divisor);
            assert!(divisor != 0, "cannot divide by {divisor}");
            yield_!(60 / divisor);
        }
    }
}

differential! {
    and closure;
    overflows(), fed [100, 100];
    fn overflows(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let kept = Loud("kept");
        let mut sum = first;
        for _ in 0..3 {
            sum = sum.checked_add(yield_!(sum)).expect("the sum fits a byte");
        }
        drop(kept);
        sum
    }
}

differential! {
    unwraps_none(), fed [Some(1), None];
    fn unwraps_none(#[resume] first: Option<u8>) -> impl Coroutine<Option<u8>, Yield = u8, Return = u8> {
        let (a, b) = (Loud(first), Loud("b"));
        let sum = a.0.unwrap() + yield_!(1).unwrap();
        yield_!(sum);
        drop((b, a));
        sum
    }
}

differential! {
    early_return_from_depth(), fed [0, 1, 2, 3];
    fn early_return_from_depth() -> impl Coroutine<u32, Yield = u32, Return = Option<u32>> {
        let _one = Guard("one");
        for i in 0.. {
            let _two = Guard("two");
            if let n @ 1.. = yield_!(i) {
                let _three = Guard("three");
                match n {
                    3 => {
                        let _four = Guard("four");
                        yield_!(300);
                        return Some(n);
                    }
                    _ => yield_!(n * 10),
                };
            }
        }
        None
    }
}

differential! {
    and closure;
    loop_in_loop_header(), fed [2, 0, 3, 1];
    fn loop_in_loop_header(#[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let mut total = 0;
        for i in (0..{ let mut n = first; while n < 3 { n += yield_!(n) + 1; } n }).rev() {
            total += i;
            if yield_!(i) == 0 { continue; }
            total += 100;
        }
        total
    }
}

differential! {
    same_label_twice(), fed [1];
    fn same_label_twice() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let mut n = 0;
        'a: loop {
            n += yield_!(n);
            if n > 2 { break 'a; }
        }
        'a: loop {
            n += yield_!(n) * 2;
            if n < 8 { continue 'a; }
            break n;
        }
    }
}

differential! {
    shadowed_label(), fed [1, 0];
    fn shadowed_label() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let mut n = 0;
        'next: for i in 0..3 {
            let inner = || 'next: loop { if i > 0 { break 'next 1; } break 2; };
            n += inner();
            if yield_!(n) == 0 { continue 'next; }
            n += 10;
        }
        n
    }
}
