//! `?` in all its forms.

use std::ops::ControlFlow;
use std::task::Poll;

differential! {
    question_on_result(), fed ["4", "5", "x"];
    fn question_on_result(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = i32, Return = Result<i32, std::num::ParseIntError>> {
        let _guard = enter("parsing");
        let mut sum: i32 = first.parse()?;
        loop {
            let next = yield_!(sum);
            sum += next.parse::<i32>()?;
        }
    }
}

differential! {
    and closure;
    question_on_yield(), fed [Ok(1), Ok(2), Err("stop")];
    fn question_on_yield(#[resume] first: Result<u32, &'static str>) -> impl Coroutine<Result<u32, &'static str>, Yield = u32, Return = Result<(), String>> {
        let mut product = first?;
        for _ in 0..5 {
            let _each = Loud(product);
            product *= yield_!(product)? + 1;
        }
        Ok(())
    }
}

differential! {
    question_on_option(), fed [Some("key=value"), Some("none"), None];
    fn question_on_option(#[resume] first: Option<&'static str>) -> impl Coroutine<Option<&'static str>, Yield = &'static str, Return = Option<usize>> {
        let (key, value) = first?.split_once('=')?;
        yield_!(key);
        yield_!(value)?.find('o').map(|at| at + 1)?;
        let last = yield_!("last")?;
        Some(last.len())
    }
}

differential! {
    given {
        #[derive(Debug)]
        enum Failure { Number(std::num::ParseIntError), Text(String), Rounds(u32) }
        impl From<std::num::ParseIntError> for Failure { fn from(error: std::num::ParseIntError) -> Self { log("converted"); Failure::Number(error) } }
        impl From<&str> for Failure { fn from(error: &str) -> Self { Failure::Text(error.to_owned()) } }
    }
    question_converts(), fed ["1", "2", "three"];
    fn question_converts(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = u32, Return = Result<u32, Failure>> {
        let mut total = 0;
        let mut word = first;
        for round in 0.. {
            if round > 8 {
                return Err(Failure::Rounds(round));
            }
            let number: u32 = word.parse()?;
            total += number;
            (total < 100).then_some(()).ok_or("too much")?;
            word = yield_!(total);
        }
        Ok(total)
    }
}

differential! {
    and closure;
    question_boxes_errors(), fed ["1", "", "3"];
    fn question_boxes_errors(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = char, Return = Result<String, Box<dyn std::error::Error>>> {
        let mut text = String::new();
        let mut word = first;
        loop {
            let digit = word.parse::<char>()?;
            text.push(digit);
            if text.len() > 3 {
                return Err("long".into());
            }
            word = yield_!(digit);
        }
    }
}

differential! {
    question_on_control_flow(vec![1, 2, 3, 4]);
    fn question_on_control_flow(numbers: Vec<u32>) -> impl Coroutine<Yield = u32, Return = ControlFlow<u32, &'static str>> {
        let check = |n: u32| if n == 3 { ControlFlow::Break(n * 100) } else { ControlFlow::Continue(n + 1) };
        for number in numbers {
            let next = check(number)?;
            yield_!(next);
        }
        ControlFlow::Continue("all")
    }
}

differential! {
    question_on_poll(), fed [Poll::Ready(Ok(3)), Poll::Pending, Poll::Ready(Err("gone"))];
    fn question_on_poll(#[resume] first: Poll<Result<u8, &'static str>>) -> impl Coroutine<Poll<Result<u8, &'static str>>, Yield = u8, Return = Poll<Result<u8, String>>> {
        let mut polled = first;
        let mut pending = 0;
        loop {
            polled = match polled? {
                Poll::Ready(n) => yield_!(n),
                Poll::Pending => {
                    pending += 1;
                    yield_!(pending)
                }
            };
        }
    }
}

differential! {
    and closure;
    question_on_poll_option(), fed [Poll::Ready(Some(Ok(3))), Poll::Ready(None), Poll::Ready(Some(Err("gone")))];
    fn question_on_poll_option(#[resume] first: Poll<Option<Result<u8, &'static str>>>) -> impl Coroutine<Poll<Option<Result<u8, &'static str>>>, Yield = Option<u8>, Return = Result<u8, &'static str>> {
        let mut polled = first;
        for _ in 0..4 {
            polled = match polled? {
                Poll::Ready(item) => yield_!(item),
                Poll::Pending => yield_!(None),
            };
        }
        Ok(4)
    }
}

differential! {
    question_in_operands(), fed [Some(1), Some(20), None];
    fn question_in_operands(#[resume] first: Option<i32>) -> impl Coroutine<Option<i32>, Yield = i32, Return = Option<i32>> {
        let guard = Loud("operands");
        let pair = (first?, yield_!(1)?, [yield_!(2).or(Some(3))?; 2]);
        yield_!(pair.0 + pair.1 * pair.2[1]);
        drop(guard);
        Some(yield_!(5)? - yield_!(6)?)
    }
}

differential! {
    and closure;
    question_in_conditions(), fed [Ok(true), Ok(false), Ok(true), Err(7)];
    fn question_in_conditions(#[resume] first: Result<bool, u8>) -> impl Coroutine<Result<bool, u8>, Yield = u8, Return = Result<u8, u8>> {
        let mut n = 0;
        if first? && !yield_!(n)? {
            n += 1;
        }
        while yield_!(n)? || n < 3 {
            n += match yield_!(n * 10) { Ok(true) => 2, other => u8::from(other?) };
        }
        Ok(n)
    }
}

differential! {
    question_drops_temporaries(), fed [Ok(Loud(1)), Err(Loud(2))];
    fn question_drops_temporaries(#[resume] first: Result<Loud<i32>, Loud<i32>>) -> impl Coroutine<Result<Loud<i32>, Loud<i32>>, Yield = i32, Return = Result<i32, Loud<i32>>> {
        let held = Loud(0);
        let a = first?;
        log("first taken");
        let pair = (Loud(100), yield_!(a.0)?);
        Ok(pair.0.0 + pair.1.0 + held.0)
    }
}

differential! {
    and closure;
    question_in_nested_closure_stays_there(), fed ["1,2", "3,x"];
    fn question_in_nested_closure_stays_there(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = Option<u32>, Return = u32> {
        let sum = |line: &str| {
            let mut sum = 0;
            for word in line.split(',') {
                sum += word.parse::<u32>().ok()?;
            }
            Some(sum)
        };
        let mut line = first;
        let mut total = 0;
        for _ in 0..2 {
            let result = sum(line);
            total += result.unwrap_or(1000);
            line = yield_!(result);
        }
        total
    }
}

differential! {
    let_else_everywhere(), fed [Some("12"), Some("ab"), None];
    fn let_else_everywhere(#[resume] first: Option<&'static str>) -> impl Coroutine<Option<&'static str>, Yield = u32, Return = Result<u32, String>> {
        let Some(word) = first else { return Err("nothing".into()) };
        let Ok(number) = word.parse::<u32>() else { return Err(word.to_uppercase()) };
        let Some(next) = yield_!(number) else {
            yield_!(0);
            return Ok(number);
        };
        let (Ok(second) | Err(second)) = next.parse::<u32>().map_err(|_| next.len() as u32);
        let Some(third) = yield_!(second) else {
            let _guard = enter("else");
            let farewell = yield_!(99);
            return Err(format!("{farewell:?} after {second}"));
        };
        Ok(third.len() as u32)
    }
}

differential! {
    and closure;
    let_else_continue_and_break(), fed [3, 0, 8, 5];
    fn let_else_continue_and_break(#[resume] mut n: u8) -> impl Coroutine<u8, Yield = (u8, u8), Return = u8> {
        let mut skipped = 0;
        let last = 'search: loop {
            let Some(less) = n.checked_sub(1) else {
                skipped += 1;
                n = yield_!((skipped, 0));
                continue;
            };
            let _each = Loud(less);
            let 0..=6 = less else { break 'search less };
            n = yield_!((less, n));
        };
        last + skipped
    }
}

differential! {
    let_else_keeps_bindings(), fed [2, 3];
    fn let_else_keeps_bindings(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = Loud<String>> {
        let items = (Loud("left"), Some(Loud(String::from("right"))));
        let (left, Some(right)) = items else { unreachable!() };
        yield_!(first);
        drop(left);
        yield_!(first + 1);
        right
    }
}

differential! {
    counted_between_answers(), fed [Ok(2), Ok(4), Ok(3), Err("stop")];
    fn counted_between_answers(#[resume] low: Result<u32, &'static str>) -> impl Coroutine<Result<u32, &'static str>, Yield = u32, Return = Result<u32, &'static str>> {
        let mut sum = 0;
        for n in low?..yield_!(0)? + 1 {
            let _turn = Loud(n);
            sum += n;
            let ends = n..=yield_!(n)? * 2;
            log(ends.contains(&sum));
        }
        Ok(sum)
    }
}

differential! {
    parsed_ranges(vec!["1-3", "7", "5-x", "2-4"]);
    fn parsed_ranges(texts: Vec<&'static str>) -> impl Coroutine<Yield = std::ops::Range<u32>, Return = Result<usize, std::num::ParseIntError>> {
        let _parser = enter("parser");
        let mut total = 0;
        for text in texts {
            let range = match text.split_once('-') {
                Some((low, high)) => low.parse()?..high.parse::<u32>()? + 1,
                None => text.parse()?..text.parse::<u32>()? + 1,
            };
            total += range.len();
            yield_!(range);
        }
        Ok(total)
    }
}

differential! {
    window_from_answers(vec![1, 2, 3, 4, 5]), fed [Some(1), Some(2), None];
    fn window_from_answers(items: Vec<u32>, #[resume] wide: Option<usize>) -> impl Coroutine<Option<usize>, Yield = usize, Return = Option<usize>> {
        let low = yield_!(items.len());
        let range = if wide == Some(1) { low?..low? * 2 } else { 0..wide? + 1 };
        log(&range);
        let sum: u32 = items[range.start..range.end.min(items.len())].iter().sum();
        yield_!(sum as usize)?;
        Some(items[..wide? + 1].len())
    }
}
