//! Moves, sometimes; initialisation, later; names, again.

differential! {
    conditional_move(), fed [true, false];
    fn conditional_move(#[resume] give: bool) -> impl Coroutine<bool, Yield = &'static str, Return = ()> {
        let treasure = Loud("treasure");
        if give {
            drop(treasure);
            yield_!("given");
        } else {
            yield_!("kept");
        }
        log("afterwards");
        yield_!("end");
    }
}

differential! {
    conditional_move_other_way(), fed [false];
    fn conditional_move_other_way(#[resume] give: bool) -> impl Coroutine<bool, Yield = &'static str, Return = Option<Loud<&'static str>>> {
        let treasure = Loud("treasure");
        let other = Loud("other");
        yield_!("before");
        let taken = if give { Some(treasure) } else { None };
        yield_!("after");
        drop(other);
        yield_!("later");
        taken
    }
}

differential! {
    moved_in_one_arm(), fed [0, 1, 2];
    fn moved_in_one_arm() -> impl Coroutine<u8, Yield = u8, Return = Vec<Loud<u8>>> {
        let item = Loud(9);
        let mut bag = vec![];
        match yield_!(0) {
            0 => {}
            1 => bag.push(item),
            _ => {
                yield_!(2);
                drop(item);
            }
        }
        yield_!(3);
        bag
    }
}

differential! {
    moved_and_filled_again(), fed [1, 2, 3];
    fn moved_and_filled_again(#[resume] first: i32) -> impl Coroutine<i32, Yield = Loud<i32>, Return = &'static str> {
        let mut current = Loud(first);
        for _ in 0..3 {
            let next = yield_!(current);
            current = Loud(next * 10);
        }
        drop(current);
        "end"
    }
}

differential! {
    moved_in_loop_then_broken(), fed [false, false, true];
    fn moved_in_loop_then_broken() -> impl Coroutine<bool, Yield = u32, Return = String> {
        let text = String::from("payload");
        let guard = Loud("guard");
        let mut rounds = 0;
        loop {
            if yield_!(rounds) {
                drop(guard);
                break text + "!";
            }
            rounds += 1;
        }
    }
}

differential! {
    deferred_init(), fed [4, 5];
    fn deferred_init(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let x;
        let y: Loud<u32>;
        yield_!(first);
        if first > 3 {
            x = yield_!(1);
            y = Loud(x + 1);
        } else {
            x = 0;
            y = Loud(yield_!(2));
        }
        yield_!(x);
        y.0 + x
    }
}

differential! {
    conditional_init(), fed [true, false];
    fn conditional_init(#[resume] go: bool) -> impl Coroutine<bool, Yield = u8, Return = ()> {
        let _late;
        yield_!(0);
        if go {
            _late = enter("late");
        }
        yield_!(1);
        log("end");
    }
}

differential! {
    init_in_loop(), fed [1, 3, 8];
    fn init_in_loop() -> impl Coroutine<i32, Yield = &'static str, Return = (i32, i32)> {
        let found;
        let mut tries = 0;
        loop {
            tries += 1;
            let n = yield_!("n?");
            if n > 2 {
                found = n;
                break;
            }
        }
        yield_!("found");
        (found, tries)
    }
}

differential! {
    shadowing(), fed ["7", "8"];
    fn shadowing(#[resume] value: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = usize> {
        let shown = yield_!(value.to_owned());
        let value: u32 = value.parse().unwrap();
        yield_!(format!("{value}{shown}"));
        let value = vec![value; 3];
        yield_!(format!("{value:?}"));
        let value = value.len();
        value
    }
}

differential! {
    shadowed_but_both_alive();
    fn shadowed_but_both_alive() -> impl Coroutine<Yield = &'static str, Return = &'static str> {
        let x = Loud("outer");
        {
            let x = Loud("inner");
            yield_!(x.0);
            let x = (x, Loud("innermost"));
            yield_!(x.1.0);
        }
        yield_!(x.0);
        let x = x.0;
        yield_!(x);
        x
    }
}

differential! {
    shadowed_same_scope_both_drop();
    fn shadowed_same_scope_both_drop() -> impl Iterator<Item = i32> {
        let guard = Loud(1);
        yield_!(guard.0);
        let guard = Loud(guard.0 + 1);
        yield_!(guard.0);
        let guard = Loud(guard.0 + 1);
        yield_!(guard.0);
    }
}

differential! {
    shadowed_in_its_own_initialiser(), fed [1, 2, 3];
    fn shadowed_in_its_own_initialiser(#[resume] x: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let x = x + yield_!(x);
        let x = { let x = yield_!(x) * x; x + yield_!(x) };
        let (x, y) = (yield_!(x), x);
        x * 1000 + y
    }
}

differential! {
    shadowed_by_patterns(), fed [Some(3), None];
    fn shadowed_by_patterns(#[resume] n: Option<u32>) -> impl Coroutine<Option<u32>, Yield = u32, Return = u32> {
        let mut total = 0;
        if let Some(n) = n {
            for n in 0..n {
                total += n;
                match yield_!(n) {
                    Some(n) if n > 2 => total += n * 10,
                    n => total += n.unwrap_or(100),
                }
            }
            total += n;
        }
        total + n.unwrap_or(0)
    }
}

differential! {
    taken_from_option(), fed [1, 2, 3, 4];
    fn taken_from_option() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let mut slot = Some(Loud(7));
        let mut n = 0;
        while n < 3 {
            n = yield_!(n);
            if let Some(item) = slot.take() {
                yield_!(item.0);
            } else if n == 3 {
                slot = Some(Loud(n));
            }
        }
        slot.map_or(0, |item| item.0)
    }
}

differential! {
    swapped_and_replaced(), fed ["b", "c", "d"];
    fn swapped_and_replaced(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = Loud<String>, Return = (Loud<String>, Loud<String>)> {
        let mut front = Loud(first.to_owned());
        let mut back = Loud("back".to_owned());
        for _ in 0..2 {
            std::mem::swap(&mut front, &mut back);
            let next = Loud(yield_!(front.clone()).to_owned());
            let old = std::mem::replace(&mut back, next);
            yield_!(old);
        }
        (front, back)
    }
}

differential! {
    moved_into_closure(), fed [1, 2];
    fn moved_into_closure(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let name = Loud("captured");
        let measure = move |n: i32| n + name.0.len() as i32;
        let answer = yield_!(measure(first));
        yield_!(measure(answer));
        yield_!(0)
    }
}

differential! {
    moved_into_closure_whole(), fed [1, 2];
    fn moved_into_closure_whole(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let name = Loud("captured");
        let measure = move |n: i32| {
            let whole = &name;
            n + whole.0.len() as i32
        };
        let answer = yield_!(measure(first));
        yield_!(measure(answer));
        drop(measure);
        yield_!(0)
    }
}

differential! {
    captured_by_reference_in_between();
    fn captured_by_reference_in_between() -> impl Coroutine<Yield = usize, Return = Vec<String>> {
        let mut lines = vec![String::from("one")];
        yield_!(lines.len());
        {
            let mut add = |line: &str| lines.push(line.to_uppercase());
            add("two");
            add("three");
        }
        yield_!(lines.iter().map(String::len).sum());
        lines
    }
}

differential! {
    mut_pattern_parts((1, Loud(5))), fed [(2, 'x'), (3, 'y')];
    fn mut_pattern_parts((mut count, tail): (u32, Loud<u32>), #[resume] (mut by, c): (u32, char)) -> impl Coroutine<(u32, char), Yield = u32, Return = String> {
        let mut text = String::from(c);
        while count < tail.0 {
            count += by;
            let (next, c) = yield_!(count);
            (by, text) = (next, text + &c.to_string());
        }
        text
    }
}

differential! {
    boxes_are_opened(Box::new((Loud("a"), Loud("b"))));
    fn boxes_are_opened(boxed: Box<(Loud<&'static str>, Loud<&'static str>)>) -> impl Coroutine<Yield = &'static str, Return = Loud<&'static str>> {
        yield_!(boxed.0.0);
        let (a, b) = *{ boxed };
        yield_!(b.0);
        drop(b);
        yield_!("one left");
        a
    }
}

differential! {
    destructuring_assignment(), fed [5, 6];
    fn destructuring_assignment(#[resume] first: i32) -> impl Coroutine<i32, Yield = (i32, i32), Return = [i32; 3]> {
        let (mut a, mut b) = (first, 1);
        let mut c;
        for _ in 0..3 {
            (a, b) = (b, a + yield_!((a, b)));
            (c, _) = (a * b, yield_!((b, a)));
            [a, ..] = [c % 7, 0, 0];
        }
        c = b;
        [a, b, c]
    }
}

differential! {
    whole_in_the_other_arm(Some(Loud(1)));
    fn whole_in_the_other_arm(some: Option<Loud<i32>>) -> impl Coroutine<Yield = i32, Return = Result<u8, Option<Loud<i32>>>> {
        let Some(value) = some else { return Err(some) };
        yield_!(value.0);
        Ok(1)
    }
}

differential! {
    whole_in_one_arm(Err(Loud("text")));
    fn whole_in_one_arm(other: Result<Loud<u8>, Loud<&'static str>>) -> impl Coroutine<Yield = i32, Return = u8> {
        match other {
            Ok(size) => {
                yield_!(5);
                size.0
            }
            Err(_) => {
                log(&other);
                drop(other);
                yield_!(6);
                7
            }
        }
    }
}

differential! {
    whole_in_the_else(Ok(Loud(3)));
    fn whole_in_the_else(result: Result<Loud<i32>, Loud<u8>>) -> impl Coroutine<Yield = i32, Return = Loud<i32>> {
        let value = if let Ok(value) = result {
            value
        } else {
            log(result);
            return Loud(9);
        };
        yield_!(value.0);
        value
    }
}

differential! {
    calls_once(vec![Box::new(|| 1), Box::new(|| 2)], Box::new(|| 3));
    fn calls_once(jobs: Vec<Box<dyn FnOnce() -> u32>>, last: Box<dyn FnOnce() -> u32>) -> impl Iterator<Item = u32> {
        for job in jobs {
            yield_!(job());
        }
        let n = last();
        yield_!(n);
    }
}

differential! {
    calls_a_generic(|| Loud(1), || 2);
    fn calls_a_generic(run: impl FnOnce() -> Loud<u32>, after: impl FnOnce() -> u32) -> impl Coroutine<Yield = u32, Return = u32> {
        yield_!(1);
        let n = run();
        yield_!(n.0);
        after() + n.0
    }
}

differential! {
    moved_after_one_of_two_yields(vec![1, 2, 3, 4]);
    fn moved_after_one_of_two_yields(numbers: Vec<i32>) -> impl Coroutine<Yield = i32, Return = Vec<Loud<i32>>> {
        let mut kept = Vec::new();
        for number in numbers.into_iter().map(Loud) {
            if number.0 % 2 == 0 {
                yield_!(number.0);
                kept.push(number);
            } else {
                yield_!(-number.0);
            }
        }
        kept
    }
}

differential! {
    handed_down_in_a_loop(vec![Loud(1), Loud(2), Loud(3)]), fed [5, 6, 7];
    fn handed_down_in_a_loop(items: Vec<Loud<u8>>) -> impl Coroutine<u8, Yield = u8, Return = Vec<Loud<u8>>> {
        let mut all = Vec::new();
        for item in items {
            let first = item;
            let n = yield_!(first.0);
            let mut second = first;
            second.0 += n;
            yield_!(second.0);
            let third = (second, n);
            if yield_!(third.0.0) == 5 {
                continue;
            }
            let (fourth, _) = third;
            yield_!(fourth.0 + 100);
            all.push(fourth);
        }
        all
    }
}

differential! {
    arrays_handed_down(3);
    fn arrays_handed_down(n: u64) -> impl Coroutine<Yield = u64, Return = u64> {
        #[derive(Debug)]
        struct Grid([u64; 24]);
        let mut sum = 0;
        let mut round = 0;
        loop {
            let mut first = Grid([round; 24]);
            for at in 0..2 {
                first.0[at] += 1;
                yield_!(first.0[at]);
            }
            let mut second = first;
            while second.0[0] < round + 3 {
                second.0[0] += 1;
                yield_!(second.0.iter().sum());
            }
            let third = second;
            yield_!(third.0[1]);
            sum += third.0[0];
            drop(third);
            let fourth = Grid([sum; 24]);
            yield_!(fourth.0[23]);
            round += 1;
            if round > n {
                return sum;
            }
        }
    }
}
