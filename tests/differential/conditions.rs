//! A yield in a condition, a scrutinee, beside `&&` and `||`, in let chains and guards.

differential! {
    and closure;
    while_yield(), fed [true, true, false, true];
    fn while_yield(#[resume] first: bool) -> impl Coroutine<bool, Yield = u32, Return = u32> {
        let mut rounds = u32::from(first);
        while yield_!(rounds) {
            rounds += 1;
        }
        rounds
    }
}

differential! {
    while_yield_alone(), fed [true, true, true, false];
    fn while_yield_alone() -> impl Coroutine<bool, Yield = (), Return = &'static str> {
        while yield_!() {}
        "enough"
    }
}

differential! {
    while_not_yield(), fed [0, 0, 3];
    fn while_not_yield(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let mut last = first;
        while { last = yield_!(last); last == 0 } {
            log("zero");
        }
        last
    }
}

differential! {
    and closure;
    short_circuits(), fed [true, false, true];
    fn short_circuits(#[resume] first: bool) -> impl Coroutine<bool, Yield = &'static str, Return = [bool; 4]> {
        [
            yield_!("a") && yield_!("b"),
            yield_!("c") || yield_!("d"),
            first && noted(true) && yield_!("e") || noted(false),
            !(first || yield_!("never")),
        ]
    }
}

differential! {
    logic_mixed_with_effects(), fed [2, 7, 4, 9];
    fn logic_mixed_with_effects(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let mut score = 0;
        for round in 0..3 {
            if noted(first > round) && (yield_!(round) > 3 || { score += 1; yield_!(score) == 9 }) {
                score += 10;
            } else if yield_!(100) > 5 && round > 0 {
                score += 100;
            }
        }
        score
    }
}

differential! {
    and closure;
    or_with_diverging_right(), fed [true, false];
    fn or_with_diverging_right(#[resume] mut go: bool) -> impl Coroutine<bool, Yield = u32, Return = u32> {
        let mut n = 0;
        loop {
            let _kept = enter("round");
            let _: bool = go || return n;
            n += 1;
            go = yield_!(n) && n < 5;
        }
    }
}

differential! {
    if_chain_of_yields(), fed [3, 5, 8];
    fn if_chain_of_yields(#[resume] first: i32) -> impl Coroutine<i32, Yield = &'static str, Return = &'static str> {
        if yield_!("is it 3?") == 3 {
            "three"
        } else if yield_!("is it first?") == first {
            "first"
        } else if let n @ (5 | 6) = yield_!("5 or 6?") {
            if n == 5 { "five" } else { "six" }
        } else {
            yield_!("none of them");
            "other"
        }
    }
}

differential! {
    and closure;
    match_on_yield(), fed [Some(4), None, Some(-1), Some(100)];
    fn match_on_yield(#[resume] first: Option<i32>) -> impl Coroutine<Option<i32>, Yield = i32, Return = Vec<i32>> {
        let mut seen = vec![first.unwrap_or(0)];
        for turn in 0..4 {
            let next = match yield_!(turn) {
                Some(n @ 0..10) => n,
                Some(n) if n < 0 => -yield_!(n).unwrap_or(7),
                Some(_) => yield_!(1000).map_or(-1, |n| n * 2),
                None => continue,
            };
            seen.push(next);
        }
        seen
    }
}

differential! {
    match_on_tuple_of_yields(), fed ["left", "right", "left", "left"];
    fn match_on_tuple_of_yields(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = u8, Return = String> {
        match (first, yield_!(1), yield_!(2)) {
            ("left", "left", _) => String::from("twice"),
            (a, b, c @ ("left" | "up")) => format!("{a} {b} {c}{}", yield_!(3)),
            (.., c) => c.to_uppercase(),
        }
    }
}

differential! {
    and closure;
    let_chain(), fed [Some(1), Some(5), Some(12), None];
    fn let_chain(#[resume] first: Option<u32>) -> impl Coroutine<Option<u32>, Yield = u32, Return = u32> {
        if let Some(a) = first && a > 0 && let Some(b) = yield_!(a) && b > a && let Some(c) = yield_!(a + b) {
            a + b + c
        } else {
            yield_!(0);
            77
        }
    }
}

differential! {
    let_chain_fails_in_the_middle(), fed [Some(1), None, Some(12)];
    fn let_chain_fails_in_the_middle(#[resume] first: Option<u32>) -> impl Coroutine<Option<u32>, Yield = u32, Return = u32> {
        if let Some(a) = first.map(Loud) && let Some(b) = yield_!(a.0).map(Loud) && let Some(c) = yield_!(b.0) {
            a.0 + b.0 + c
        } else {
            log("else");
            yield_!(9).unwrap_or_default()
        }
    }
}

differential! {
    and closure;
    while_let_chain(vec![3, 1, 4, 1, 5]), fed [true, true, true, false];
    fn while_let_chain(mut stack: Vec<i32>, #[resume] first: bool) -> impl Coroutine<bool, Yield = i32, Return = Vec<i32>> {
        log(first);
        while let Some(top) = stack.pop() && top != 3 && yield_!(top) {
            if top == 5 {
                stack.insert(0, 9);
            }
        }
        stack
    }
}

differential! {
    while_let_yield(), fed [Some("a"), Some("b"), None];
    fn while_let_yield() -> impl Coroutine<Option<&'static str>, Yield = usize, Return = String> {
        let mut text = String::new();
        while let Some(piece) = yield_!(text.len()) {
            text += piece;
        }
        text
    }
}

differential! {
    if_let_else_if_let(), fed [Ok(3), Err("bad"), Ok(0)];
    fn if_let_else_if_let(#[resume] first: Result<u8, &'static str>) -> impl Coroutine<Result<u8, &'static str>, Yield = u8, Return = String> {
        if let Ok(0) = first {
            "zero".into()
        } else if let Err(error) = yield_!(1) {
            format!("{error}: {:?}", if let Ok(n @ 0..3) | Err(n) = yield_!(2).map_err(str::len).map(usize::from) { n } else { 99 })
        } else {
            String::new()
        }
    }
}

differential! {
    and closure;
    guards_see_bindings(), fed [10, 3, 25, 40];
    fn guards_see_bindings(#[resume] limit: u32) -> impl Coroutine<u32, Yield = u32, Return = Vec<String>> {
        let mut lines = vec![];
        while lines.len() < 4 {
            let line = match yield_!(lines.len() as u32) {
                n if n == limit => format!("{n} is the limit"),
                n if n % 2 == 1 => {
                    let next = yield_!(n);
                    format!("{n} is odd, then {next}")
                }
                n => format!("{n}"),
            };
            lines.push(line);
        }
        lines
    }
}

differential! {
    match_arms_with_or_patterns(), fed [(1, 'a'), (2, 'b'), (3, 'c'), (0, 'd')];
    fn match_arms_with_or_patterns(#[resume] first: (u8, char)) -> impl Coroutine<(u8, char), Yield = char, Return = u8> {
        let mut pair = first;
        let mut sum = 0;
        loop {
            pair = match pair {
                (1 | 2, c @ ('a' | 'b')) | (3, c @ 'c') => {
                    sum += pair.0;
                    yield_!(c)
                }
                (0, _) => return sum,
                (n, c) => (n - 1, yield_!(c).1),
            };
        }
    }
}

differential! {
    match_moves_part(), fed [1, 2];
    fn match_moves_part() -> impl Coroutine<u8, Yield = u8, Return = String> {
        let value: Result<(Loud<u8>, String), Loud<u8>> = Ok((Loud(1), String::from("text")));
        match value {
            Ok((number, text)) => {
                yield_!(number.0);
                drop(number);
                yield_!(2);
                text
            }
            Err(number) => yield_!(number.0).to_string(),
        }
    }
}

differential! {
    given { #[derive(Debug)] enum Shape { Circle { r: u32 }, Rect { w: u32, h: u32 }, Unit } }
    struct_patterns(vec![Shape::Rect { w: 2, h: 3 }, Shape::Unit, Shape::Circle { r: 9 }]), fed [1, 2];
    fn struct_patterns(shapes: Vec<Shape>) -> impl Coroutine<u32, Yield = String, Return = u32> {
        let mut area = 0;
        for shape in shapes {
            let label = format!("{shape:?}");
            area += match shape {
                Shape::Circle { r: radius @ 1..=10 } => radius * radius * yield_!(label),
                Shape::Circle { .. } => 0,
                Shape::Rect { w, h } if w > h => w,
                Shape::Rect { w, h: height } => w * yield_!(label) * height,
                Shape::Unit => yield_!(label),
            };
        }
        area
    }
}

differential! {
    slice_patterns(&[1, 2, 3, 4, 5]);
    fn slice_patterns(numbers: &[i32]) -> impl Coroutine<Yield = i32, Return = i32> {
        let mut rest = numbers;
        loop {
            match rest {
                [first, middle @ .., last] => {
                    yield_!(first * last);
                    rest = middle;
                }
                [only] => {
                    yield_!(*only);
                    rest = &[];
                }
                [] => return -1,
            }
        }
    }
}

differential! {
    and closure;
    scrutinee_block(), fed [4, 6];
    fn scrutinee_block(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = &'static str> {
        match { let a = yield_!(first); let b = yield_!(a); a.cmp(&b) } {
            std::cmp::Ordering::Less => "rising",
            std::cmp::Ordering::Equal => "flat",
            std::cmp::Ordering::Greater => "falling",
        }
    }
}

differential! {
    if_let_guards(vec!["12", "x", "", "300"]), fed [1, 2];
    fn if_let_guards(words: Vec<&'static str>, #[resume] first: u8) -> impl Coroutine<u8, Yield = String, Return = u32> {
        let mut sum = u32::from(first);
        for word in words {
            match word {
                "" => yield_!("empty".to_owned()),
                text if let Ok(number) = text.parse::<u8>() => {
                    sum += u32::from(number);
                    yield_!(format!("{number} of {text}"))
                }
                text if text.len() > 2 && let Some(c) = text.chars().next() => yield_!(format!("{c}..")),
                other => yield_!(other.repeat(2)),
            };
        }
        sum
    }
}

differential! {
    if_let_guard_on_yield(), fed [Some("a1"), Some("b"), None];
    fn if_let_guard_on_yield() -> impl Coroutine<Option<&'static str>, Yield = usize, Return = String> {
        let mut seen = String::new();
        loop {
            let held = Loud(seen.len());
            match yield_!(held.0) {
                Some(text) if let Some((name, digit)) = text.split_at_checked(1) && !digit.is_empty() => {
                    seen.push_str(name);
                    yield_!(digit.len());
                }
                Some(text) => seen += text,
                None => return seen,
            }
        }
    }
}
