//! A yield in each remaining place where an expression may stand.

differential! {
    given { #[derive(Debug, Clone, Copy)] struct Point { x: i32, y: i32 } }
    field_of_yield(), fed [Point { x: 1, y: 2 }, Point { x: 3, y: 4 }];
    fn field_of_yield(#[resume] first: Point) -> impl Coroutine<Point, Yield = i32, Return = i32> {
        first.x + yield_!(first.y).x * yield_!(5).y - (yield_!(6)).x
    }
}

differential! {
    tuple_field_of_yield(), fed [(1, "a"), (2, "b")];
    fn tuple_field_of_yield() -> impl Coroutine<(usize, &'static str), Yield = usize, Return = String> {
        yield_!(0).1.repeat(yield_!(1).0) + yield_!(2).1
    }
}

differential! {
    index_of_yield(), fed [[1, 2, 3], [4, 5, 6]];
    fn index_of_yield(#[resume] first: [usize; 3]) -> impl Coroutine<[usize; 3], Yield = usize, Return = usize> {
        yield_!(first[0])[first[1]] + yield_!(7)[yield_!(8)[0] - 1]
    }
}

differential! {
    call_of_yield(), fed [i32::abs as fn(i32) -> i32, i32::signum];
    fn call_of_yield(#[resume] first: fn(i32) -> i32) -> impl Coroutine<fn(i32) -> i32, Yield = i32, Return = i32> {
        yield_!(first(-4))(-7) + (yield_!(1))({ let again = yield_!(2); again(9) })
    }
}

differential! {
    method_of_yield(), fed ["some words here", "more"];
    fn method_of_yield() -> impl Coroutine<&'static str, Yield = usize, Return = Vec<&'static str>> {
        let words = yield_!(0).split(' ').collect::<Vec<_>>();
        yield_!(words.len()).parse::<u8>().map(|_| vec![]).unwrap_or(words)
    }
}

differential! {
    deref_and_reference(&5), fed [&6, &7];
    fn deref_and_reference(start: &'static i32, #[resume] first: &'static i32) -> impl Coroutine<&'static i32, Yield = i32, Return = i32> {
        let sum = *start + *yield_!(*first) + -*yield_!(1);
        let &third = yield_!(sum);
        let ref fourth = yield_!(third);
        sum + third + **fourth
    }
}

differential! {
    let_with_type_and_pattern(), fed [(1, [2, 3]), (4, [5, 6])];
    fn let_with_type_and_pattern() -> impl Coroutine<(u8, [u8; 2]), Yield = u32, Return = u32> {
        let (a, [b, c]): (u8, [u8; 2]) = yield_!(0);
        let (d, [.., e @ (1..)]) = yield_!(u32::from(a + b + c)) else { return 0 };
        let sum: u32 = (a + b + c + d + e).into();
        sum
    }
}

differential! {
    assigned_to_underscore(), fed [Loud(1), Loud(2), Loud(3)];
    fn assigned_to_underscore() -> impl Coroutine<Loud<i32>, Yield = u8, Return = ()> {
        _ = yield_!(1);
        let _ = yield_!(2);
        let _kept = yield_!(3);
        yield_!(4);
        log("end");
    }
}

differential! {
    assigned_through_reference(&mut (0, [0, 0])), fed [1, 2, 3];
    fn assigned_through_reference(slots: &mut (i32, [i32; 2]), #[resume] first: i32) -> impl Coroutine<i32, Yield = u8, Return = i32> {
        slots.0 = yield_!(0);
        slots.1[1] = yield_!(1) + slots.0;
        slots.1[slots.0 as usize % 2] += yield_!(2);
        *slots = (slots.0, [yield_!(3), slots.1[1]]);
        slots.0 + slots.1[0] * 10 + slots.1[1] * 100 + first * 1000
    }
}

differential! {
    given { struct Board { cells: [[u8; 2]; 2], moves: usize } }
    Board { cells: [[0; 2]; 2], moves: 0 }.play(), fed [(0, 1), (1, 1), (0, 0)];
    impl Board {
        fn play(&mut self, #[resume] first: (usize, usize)) -> impl Coroutine<(usize, usize), Yield = usize, Return = [[u8; 2]; 2]> {
            let (mut x, mut y) = first;
            for player in 1..4 {
                self.cells[y][x] += player;
                self.moves += 1;
                (x, y) = yield_!(self.moves);
            }
            self.cells
        }
    }
}

differential! {
    destructured_assignment_of_yields(), fed [1, 2, 3];
    fn destructured_assignment_of_yields(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = (i32, i32)> {
        let (mut a, mut b) = (first, 0);
        (a, b) = (yield_!(a), yield_!(b));
        (b, _) = (a + yield_!(b), yield_!(a));
        (a, b)
    }
}

differential! {
    yield_of_nothing(), fed [1, 2];
    fn yield_of_nothing(#[resume] first: u8) -> impl Coroutine<u8, Yield = (), Return = u8> {
        yield_!();
        let a = yield_!();
        a + yield_!() * first
    }
}

differential! {
    yield_of_a_block(), fed [1, 2];
    fn yield_of_a_block(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        yield_!({ let guard = Loud(first); guard.0 + 1 });
        yield_!(match first { 1 => 10, _ => 20 });
        yield_!(if let Some(n) = first.checked_sub(1) { n } else { return 9 });
        yield_!(loop { break 4 })
    }
}

differential! {
    statement_positions(), fed [true, false];
    fn statement_positions(#[resume] first: bool) -> impl Coroutine<bool, Yield = u8, Return = ()> {
        if first { yield_!(1) } else { yield_!(2) };
        match yield_!(3) { true => { yield_!(4); } false => { yield_!(5); } }
        { yield_!(6); }
        { { yield_!(7) } };
        if yield_!(8) { log("yes") }
        for _ in 0..2 { yield_!(9); }
        loop { if yield_!(10) { break } }
        unsafe { yield_!(11); }
        (yield_!(12), ());
    }
}

differential! {
    last_expression_is_a_yield(), fed ["a", "b"];
    fn last_expression_is_a_yield() -> impl Coroutine<&'static str, Yield = u8, Return = &'static str> {
        let _guard = Guard("held");
        yield_!(1)
    }
}

differential! {
    last_expression_is_a_condition(), fed [3, 4];
    fn last_expression_is_a_condition(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = Option<u8>> {
        let held = Loud(first);
        if yield_!(held.0) > 3 { Some(yield_!(1)) } else { None }
    }
}

differential! {
    parenthesised_and_nested(), fed [2, 3];
    fn parenthesised_and_nested() -> impl Coroutine<i32, Yield = i32, Return = i32> {
        ((((yield_!((1)))))) + (-(yield_!(-(2)))) * !(yield_!(!3))
    }
}

differential! {
    tuple_of_one(), fed [2, 3];
    fn tuple_of_one() -> impl Coroutine<i32, Yield = (i32,), Return = (i32,)> {
        let (a,) = (yield_!((1,)),);
        (a + yield_!((a,)),)
    }
}

differential! {
    array_repeat_of_yield(), fed [2, 3];
    fn array_repeat_of_yield() -> impl Coroutine<u8, Yield = u8, Return = [u8; 3]> {
        let row = [yield_!(0); 3];
        let other = [yield_!(row[0]); 3];
        [row[0], other[1], yield_!(1)]
    }
}

differential! {
    for_over_yield(), fed [vec![1, 2], vec![], vec![3]];
    fn for_over_yield(#[resume] first: Vec<u8>) -> impl Coroutine<Vec<u8>, Yield = u8, Return = usize> {
        let mut seen = first.len();
        for item in yield_!(0) {
            for inner in yield_!(item).into_iter().chain(yield_!(100)) {
                seen += inner as usize;
            }
        }
        seen
    }
}

differential! {
    nested_matches(), fed [Some(Ok(1)), Some(Err("e")), None];
    fn nested_matches(#[resume] first: Option<Result<u8, &'static str>>) -> impl Coroutine<Option<Result<u8, &'static str>>, Yield = u8, Return = String> {
        match first {
            Some(Ok(a)) => match yield_!(a) {
                Some(Ok(b)) => match yield_!(b) {
                    _ => (a + b).to_string(),
                },
                Some(Err(e)) => match (yield_!(9), e) {
                    (None, "e") => format!("{a} {e} {:?}", yield_!(10)),
                    (other, e) => format!("{other:?} {e}"),
                },
                None => "none".into(),
            },
            _ => String::new(),
        }
    }
}

differential! {
    large_array_held();
    fn large_array_held() -> impl Iterator<Item = u64> {
        let mut table = [0u64; 32];
        for i in 0..32 {
            table[i] = if i < 2 { 1 } else { table[i - 1] + table[i - 2] };
            if i % 4 == 0 {
                yield_!(table[i]);
            }
        }
        yield_!(table.iter().sum());
    }
}

differential! {
    filtered_pairs(6);
    fn filtered_pairs(n: u32) -> impl Iterator<Item = u32> {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    yield_!(i ^ j);
                }
            }
        }
    }
}

differential! {
    vectors_of_vectors(vec![vec![1, 2], vec![], vec![3]]);
    fn vectors_of_vectors(rows: Vec<Vec<u32>>) -> impl Coroutine<Yield = u32, Return = u32> {
        let mut sum = 0;
        for row in rows {
            for cell in row {
                sum += cell;
                yield_!(cell);
            }
        }
        sum
    }
}
