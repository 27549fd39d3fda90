//! A yield as an operand, an argument, a part of a literal: what is evaluated first stays first.

differential! {
    and closure;
    sum_of_two(), fed [1, 20, 300];
    fn sum_of_two(#[resume] first: i32) -> impl Coroutine<i32, Yield = &'static str, Return = i32> {
        first + yield_!("left") * yield_!("right")
    }
}

differential! {
    read_before_write(), fed [5];
    fn read_before_write(#[resume] mut a: i32) -> impl Coroutine<i32, Yield = i32, Return = (i32, i32)> {
        let sum = a + {
            a = 10;
            yield_!(a)
        };
        (sum, a)
    }
}

differential! {
    and closure;
    read_twice(), fed [3, 4];
    fn read_twice(#[resume] mut x: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        x + { x += 1; x } * { x = yield_!(x); x } - x
    }
}

differential! {
    given { fn join(a: &str, b: u32, c: char) -> String { format!("{a}{b}{c}") } }
    arguments_in_order(), fed [7, 8];
    fn arguments_in_order(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = String> {
        join(noted("a"), noted(yield_!(first)) + yield_!(2), noted('c'))
    }
}

differential! {
    arguments_both_yield(), fed [1, 2, 3];
    fn arguments_both_yield(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let difference: fn(i32, i32) -> i32 = |a, b| a * 10 - b;
        difference(yield_!(1), yield_!(2)) + first
    }
}

differential! {
    and closure;
    nested_yields(), fed [2, 3, 5];
    fn nested_yields(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        yield_!(yield_!(yield_!(first) + 1) + 2) + 3
    }
}

differential! {
    droppable_temporaries();
    fn droppable_temporaries() -> impl Coroutine<Yield = u8, Return = usize> {
        let triple = (Loud("one"), { yield_!(1); Loud("two") }, { yield_!(2); noted(3) });
        yield_!(3);
        triple.0.0.len() + triple.1.0.len() + triple.2
    }
}

differential! {
    array_of_answers(), fed ["yes", "no", "perhaps"];
    fn array_of_answers(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = usize, Return = [&'static str; 4]> {
        [first, yield_!(0), yield_!(1), noted(yield_!(2))]
    }
}

differential! {
    array_of_guards();
    fn array_of_guards() -> impl Coroutine<Yield = u8, Return = usize> {
        let guards = [enter("a"), { yield_!(0); enter("b") }, { yield_!(1); enter("c") }];
        yield_!(2);
        guards.len()
    }
}

differential! {
    given { #[derive(Debug, Clone)] struct Form { name: String, age: u32, tags: Vec<&'static str> } }
    fill_form(), fed [30, 31];
    fn fill_form(#[resume] age: u32) -> impl Coroutine<u32, Yield = &'static str, Return = Form> {
        Form { tags: vec![noted("new")], age: yield_!("age?") + age, name: { log("name"); yield_!("name?").to_string() } }
    }
}

differential! {
    given { #[derive(Debug)] struct Settings { depth: u32, width: u32, label: Loud<&'static str> } }
    base_of_literal(), fed [9];
    fn base_of_literal(#[resume] first: u32) -> impl Coroutine<u32, Yield = u8, Return = Settings> {
        let base = Settings { depth: first, width: 2, label: Loud("base") };
        yield_!(0);
        Settings { width: yield_!(1), ..base }
    }
}

differential! {
    given {
        #[derive(Debug)] struct Settings { depth: u32, width: u32, label: Loud<&'static str> }
        fn defaults() -> Settings { log("defaults"); Settings { depth: 1, width: 2, label: Loud("default") } }
    }
    base_after_fields(), fed [9];
    fn base_after_fields(#[resume] first: u32) -> impl Coroutine<u32, Yield = u8, Return = Settings> {
        let settings = Settings { label: { yield_!(0); Loud("mine") }, depth: noted(first), ..defaults() };
        settings
    }
}

differential! {
    and closure;
    base_that_yields(), fed [3, 4];
    fn base_that_yields(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = std::ops::Range<u32>> {
        std::ops::Range { start: first, ..(0..yield_!(first)) }
    }
}

differential! {
    tuple_struct_arguments(), fed [3, 4];
    fn tuple_struct_arguments(#[resume] first: i32) -> impl Coroutine<i32, Yield = Option<i32>, Return = Result<Option<i32>, String>> {
        let inner = Some(yield_!(Some(first)));
        if inner == Some(4) { Ok(Some(yield_!(inner))) } else { Err(format!("{:?}", yield_!(None))) }
    }
}

differential! {
    and closure;
    index_and_value(), fed [10, 20, 30];
    fn index_and_value(#[resume] first: i32) -> impl Coroutine<i32, Yield = usize, Return = [i32; 3]> {
        let mut slots = [0; 3];
        slots[noted(0)] = yield_!(0);
        slots[noted(1)] = yield_!(1) + first;
        slots[2] = slots[yield_!(2) as usize % 2];
        slots
    }
}

differential! {
    index_by_yield(&["zero", "one", "two"]), fed [2, 1, 0];
    fn index_by_yield<'a>(words: &'a [&'a str], #[resume] first: usize) -> impl Coroutine<usize, Yield = &'a str, Return = &'a str> {
        words[yield_!(words[yield_!(words[first])])]
    }
}

differential! {
    and closure;
    compound_assignment(), fed [2, 3, 4];
    fn compound_assignment(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let mut x = first;
        x += yield_!(x);
        x *= yield_!(x) + 1;
        x -= { x = 50; yield_!(x) };
        x <<= yield_!(x) - 2;
        x |= yield_!(x) ^ 1;
        x %= 1000;
        x
    }
}

differential! {
    beyond nightly;
    overloaded_compound_assignment(), fed ["b", "c"];
    fn overloaded_compound_assignment(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = usize, Return = String> {
        let mut text = String::from(first);
        text += yield_!(text.len());
        text += &yield_!(text.len()).to_uppercase();
        text
    }
}

differential! {
    beyond nightly;
    push_own_length();
    fn push_own_length() -> impl Coroutine<Yield = usize, Return = Vec<usize>> {
        let mut v = vec![7];
        v.push({ yield_!(v.len()); v.len() });
        v.extend([yield_!(v.len())].iter().map(|()| 4));
        v
    }
}

differential! {
    casts_and_signs(), fed [200, -7];
    fn casts_and_signs(#[resume] first: i32) -> impl Coroutine<i32, Yield = i64, Return = (i8, f64, bool, char)> {
        let small = yield_!(-i64::from(first)) as i8;
        let float = -yield_!(i64::from(small)) as f64 / 2.0;
        let flag = !(yield_!(1) > 0);
        (small, float, flag, (yield_!(!0) as u8) as char)
    }
}

differential! {
    and closure;
    ranges(), fed [2, 5, 3];
    fn ranges(#[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = (usize, usize, usize)> {
        let mut sum = 0;
        for i in first..yield_!(0) {
            sum += yield_!(i);
        }
        let text = "differential";
        (sum, text[yield_!(1)..].len(), text[..=yield_!(2)].len())
    }
}

differential! {
    comparisons(), fed [4, 6];
    fn comparisons(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = (bool, bool, bool)> {
        (first < yield_!(1), yield_!(2) == yield_!(3), { yield_!(4) } >= first)
    }
}

differential! {
    and closure;
    references_to_yields(), fed [4, 6];
    fn references_to_yields(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let double: fn(&i32) -> i32 = |x| *x * 2;
        double(&yield_!(first)) + *&yield_!(1) + *Box::new(yield_!(2))
    }
}

differential! {
    method_chain(), fed ["  Some text ", "more"];
    fn method_chain(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = usize, Return = String> {
        first.trim().split_at(yield_!(0).len()).0.trim_end_matches(yield_!(1)).strip_prefix(yield_!(2)).unwrap_or("none").to_lowercase()
    }
}

differential! {
    and closure;
    callee_is_evaluated_first(), fed [1, 2];
    fn callee_is_evaluated_first(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let add = |n: i32| if n > 0 { i32::wrapping_add as fn(i32, i32) -> i32 } else { i32::wrapping_sub };
        add(noted(first))(noted(yield_!(0)), yield_!(5)) + (if yield_!(1) > 1 { i32::abs } else { i32::signum })(yield_!(2) - 9)
    }
}

differential! {
    blocks_as_operands(), fed [1, 2];
    fn blocks_as_operands(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let x = { let a = yield_!(first); a * 2 } + { let b = yield_!(1); let c = yield_!(b); b * c };
        x + loop { let y = yield_!(x); if y == 2 { break y * 100; } }
    }
}

differential! {
    given {
        struct Task { run: Box<dyn Fn(&str) -> usize>, n: u32 }
        impl Task {
            fn new(run: Box<dyn Fn(&str) -> usize>, n: u32) -> Self {
                Task { run, n }
            }
        }
    }
    boxed_closures(3), fed [1, 2, 3];
    fn boxed_closures(extra: usize) -> impl Coroutine<u32, Yield = u32, Return = usize> {
        let first = Task { run: Box::new(|text| text.len()), n: yield_!(1) };
        let second = Task::new(Box::new(|text| text.len() * 2), yield_!(first.n));
        let third = Task::new(Box::new(move |text: &str| text.len() + extra), yield_!(second.n));
        yield_!(third.n);
        (first.run)("a") + (second.run)("ab") + (third.run)("abc")
    }
}

differential! {
    given { fn both(read: impl Fn() -> u32, n: u32) -> u32 { read() * 100 + n } }
    a_closure_made_before_a_change(3), fed [1, 2, 3];
    fn a_closure_made_before_a_change(n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let mut k = n;
        let first = both(move || k, { k += 1; yield_!(k) });
        let second = both(Box::new(move || k), { k += 1; yield_!(k) });
        first * 1000 + second + k
    }
}

differential! {
    beyond nightly;
    given { fn both(read: Option<Box<dyn Fn() -> usize + '_>>, n: u32) -> usize { read.map_or(0, |read| read()) + n as usize } }
    a_boxed_closure_that_borrows("abc".to_owned()), fed [1, 2, 3];
    fn a_boxed_closure_that_borrows(text: String) -> impl Coroutine<u32, Yield = usize, Return = usize> {
        let owned = Loud(text);
        both(Some(Box::new(|| owned.0.len())), yield_!(1))
    }
}
