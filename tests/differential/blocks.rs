//! Blocks as values, and operands that begin with one.

differential! {
    measured_between_two_locks(), fed [3, 4];
    fn measured_between_two_locks(#[resume] first: u32) -> impl Coroutine<u32, Yield = &'static str, Return = u32> {
        let length = {
            let outer = Loud(("outer", first));
            let more = yield_!("outer is locked");
            let inner = Loud(("inner", outer.0.1 + more));
            yield_!("both are locked");
            inner.0.1
        };
        log(("unlocked", length));
        length
    }
}

differential! {
    and closure;
    session_in_an_arm(), fed [Some("ann"), None, Some("bob")];
    fn session_in_an_arm(#[resume] first: Option<&'static str>) -> impl Coroutine<Option<&'static str>, Yield = usize, Return = usize> {
        let mut name = first;
        let mut total = 0;
        for round in 0..3 {
            total += match name {
                Some(name) => {
                    let connection = enter("connection");
                    yield_!(round);
                    let session = Loud((connection.0.len(), name));
                    session.0.0 + session.0.1.len()
                }
                None => {
                    let _idle = enter("idle");
                    yield_!(10)
                }
                .map_or(1, str::len),
            };
            log(total);
            name = yield_!(total);
        }
        total
    }
}

differential! {
    budget_of_a_branch(), fed [5, 7, 2];
    fn budget_of_a_branch(#[resume] wanted: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let granted = if wanted > 3 {
            let asked = Loud(wanted);
            let offered = Loud(yield_!(asked.0) - 1);
            asked.0.min(offered.0)
        } else {
            0
        };
        log(granted);
        granted + 100 * {
            let first = Loud(granted + 1);
            yield_!(first.0);
            let second = Loud(first.0 * 2);
            yield_!(second.0);
            let third = Loud(second.0 * 2);
            third.0 - first.0
        }
    }
}

differential! {
    average_of_two_samples(), fed [10, 30];
    fn average_of_two_samples(#[resume] _warm_up: i64) -> impl Coroutine<i64, Yield = &'static str, Return = (i64, i64)> {
        let average = 'sample: {
            let low = Loud(yield_!("low"));
            if low.0 < 0 {
                break 'sample 0;
            }
            let high = Loud(yield_!("high"));
            if high.0 < low.0 {
                break 'sample low.0;
            }
            yield_!("sampled");
            (low.0 + high.0) / 2
        };
        log("no sample is left");
        (average, yield_!("last"))
    }
}

differential! {
    given {
        fn join(left: i32, right: i32) -> String {
            format!("{left} and {right}")
        }
    }
    passed_as_arguments(), fed [1, 2, 3];
    fn passed_as_arguments(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = String> {
        join(
            {
                let a = Loud(first);
                yield_!(a.0);
                let b = Loud(a.0 + 1);
                b.0
            },
            {
                let a = Loud(first * 10);
                let b = Loud(a.0 + yield_!(a.0));
                noted(b.0)
            },
        )
    }
}

differential! {
    length_of_the_last_line(&["one", "two", "three"]);
    fn length_of_the_last_line(lines: &'static [&'static str]) -> impl Coroutine<Yield = String, Return = usize> {
        let file = enter("file");
        let mut length = 0;
        for line in lines {
            length = {
                let buffer = Loud(line.to_string());
                yield_!(buffer.0.clone());
                let trimmed = Loud(buffer.0.replace('e', ""));
                yield_!(trimmed.0.clone());
                trimmed.0.len()
            };
            log(length);
        }
        log(file);
        length
    }
}

differential! {
    and closure;
    ready_or_asked(false), fed [true, false, true];
    fn ready_or_asked(ready: bool, #[resume] first: bool) -> impl Coroutine<bool, Yield = &'static str, Return = u8> {
        if ready || { yield_!("ready?") } & first {
            log("ready");
        }
        if ready || unsafe { yield_!("really?") } == ready {
            log("the other way");
        }
        if first && { yield_!("and now?") } as u8 == 1 && !ready {
            return 1;
        }
        2
    }
}

differential! {
    weighed_by_a_match(), fed [2, 3, 4];
    fn weighed_by_a_match(#[resume] kind: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let heavy = kind == 9
            || match kind {
                2 => yield_!(20),
                _ => 0,
            } > 1
                && kind < 5;
        log(heavy);
        let sum = match yield_!(1) {
            4 => 40,
            other => other,
        } + if heavy { yield_!(2) } else { 5 }
            * { noted(3) };
        sum
    }
}

differential! {
    checked_successors(), fed [Some(1), Some(5), Some(7), None];
    fn checked_successors(#[resume] first: Option<u32>) -> impl Coroutine<Option<u32>, Yield = u32, Return = Option<u32>> {
        let _log = enter("log");
        let base = {
            log("asking");
            yield_!(1)? + first?
        };
        let sum = match base {
            6 => yield_!(base)?.checked_sub(2)? * base,
            _ => yield_!(0)? - 1,
        };
        log(sum);
        Some(if sum > 3 { yield_!(sum)? + 1 } else { yield_!(2)? * 2 })
    }
}

differential! {
    parsed_and_scaled(), fed ["4", "5", "x"];
    fn parsed_and_scaled(#[resume] unit: &'static str) -> impl Coroutine<&'static str, Yield = &'static str, Return = Result<i32, std::num::ParseIntError>> {
        let unit: i32 = unit.parse()?;
        let first = {
            let _frame = enter("first");
            yield_!("first").parse::<i32>()? * unit
        };
        log(first);
        let both = [first, unit, {
            let _frame = enter("second");
            yield_!("second").parse::<i32>()? + first
        }];
        Ok(both.iter().sum())
    }
}

differential! {
    counted_matches(), fed ['a', '7', ' ', '8'];
    fn counted_matches(#[resume] first: char) -> impl Coroutine<char, Yield = u32, Return = u32> {
        let letters = {
            log(first);
            matches!(yield_!(0), 'a'..='z') as u32 + matches!(first, 'a') as u32
        };
        let blanks = match letters {
            0 => 0,
            _ => matches!(yield_!(letters), ' ') as u32 * 10,
        };
        log(blanks);
        matches!(yield_!(blanks), '0'..='9' if blanks > 0) as u32 + letters
    }
}

differential! {
    formatted_then_measured(), fed [3, 44];
    fn formatted_then_measured(#[resume] width: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let wide = {
            let _pen = enter("pen");
            format!("{:>width$}", yield_!(1)).len() + width
        };
        let many = { vec![yield_!(wide); 2].len() * wide };
        format!("{many}{}", yield_!(many)).len() - 1
    }
}
