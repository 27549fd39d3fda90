//! When and in which order things are dropped.

differential! {
    guard_held_over_yield();
    fn guard_held_over_yield() -> impl Coroutine<Yield = &'static str, Return = ()> {
        let _guard = enter("lock");
        yield_!("locked");
        log("still locked");
    }
}

differential! {
    guard_dropped_before_yield();
    fn guard_dropped_before_yield() -> impl Coroutine<Yield = &'static str, Return = ()> {
        let guard = enter("lock");
        log("locked");
        drop(guard);
        yield_!("unlocked");
        {
            let _short = enter("short");
        }
        yield_!("again");
    }
}

differential! {
    locals_drop_in_reverse(Loud("first argument"), Loud("second argument")), fed [Loud("resumed")];
    fn locals_drop_in_reverse(a: Loud<&'static str>, b: Loud<&'static str>, #[resume] c: Loud<&'static str>) -> impl Coroutine<Loud<&'static str>, Yield = u8, Return = usize> {
        let d = Loud("local");
        let _ = Loud("at once");
        let _e = Loud("other local");
        let answer = yield_!(1);
        a.0.len() + b.0.len() + c.0.len() + d.0.len() + answer.0.len()
    }
}

differential! {
    unused_arguments_live_to_the_end(Loud("unused"), Loud("wildcard"), Loud("underscored"));
    fn unused_arguments_live_to_the_end(a: Loud<&'static str>, _: Loud<&'static str>, _b: Loud<&'static str>) -> impl Coroutine<Yield = u8, Return = &'static str> {
        yield_!(0);
        log("working");
        yield_!(1);
        "end"
    }
}

differential! {
    first_argument_is_ignored(), fed [Loud(0), Loud(1), Loud(2)];
    fn first_argument_is_ignored() -> impl Coroutine<Loud<i32>, Yield = u8, Return = i32> {
        log("begin");
        let one = yield_!(1);
        yield_!(2);
        one.0
    }
}

differential! {
    resume_argument_unused(), fed [Loud(0), Loud(1), Loud(2)];
    fn resume_argument_unused(#[resume] _first: Loud<i32>) -> impl Coroutine<Loud<i32>, Yield = u8, Return = ()> {
        let _ = yield_!(1);
        log("dropped at once");
        let _kept = yield_!(2);
        log("kept");
        yield_!(3);
    }
}

differential! {
    scopes_nest();
    fn scopes_nest() -> impl Iterator<Item = u8> {
        let _a = Guard("a");
        {
            let _b = Guard("b");
            yield_!(1);
            {
                let _c = Guard("c");
                yield_!(2);
            }
            yield_!(3);
        }
        yield_!(4);
    }
}

differential! {
    loop_body_drops_each_time();
    fn loop_body_drops_each_time() -> impl Iterator<Item = u32> {
        for round in 0..3 {
            let _before = Loud(("before", round));
            yield_!(round);
            let _after = Loud(("after", round));
            if round == 1 {
                continue;
            }
            yield_!(round + 10);
        }
    }
}

differential! {
    assignment_drops_the_old_value(), fed [1, 2, 3];
    fn assignment_drops_the_old_value(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let mut held = Loud(first);
        for _ in 0..3 {
            held = Loud(yield_!(held.0) * 10);
            log("assigned");
        }
        held.0
    }
}

differential! {
    scrutinee_value_lives_through_match();
    fn scrutinee_value_lives_through_match() -> impl Coroutine<Yield = u32, Return = u32> {
        match (Loud(1), Loud(2)) {
            (a, _b) => {
                yield_!(a.0);
                log("in arm");
                yield_!(a.0 + 1);
            }
        }
        yield_!(5);
        6
    }
}

differential! {
    bindings_of_one_pattern();
    fn bindings_of_one_pattern() -> impl Coroutine<Yield = u8, Return = ()> {
        let (a, (b, c)) = (Loud("a"), (Loud("b"), Loud("c")));
        yield_!(0);
        drop(b);
        yield_!(1);
        log((&a.0, &c.0));
    }
}

differential! {
    option_of_guard(), fed [true, false];
    fn option_of_guard(#[resume] with: bool) -> impl Coroutine<bool, Yield = u8, Return = bool> {
        let guard = with.then(|| enter("optional"));
        yield_!(0);
        let again = yield_!(1).then(|| enter("never"));
        guard.is_some() == again.is_some()
    }
}

differential! {
    vector_of_loud(), fed [1, 2, 3];
    fn vector_of_loud(#[resume] first: i32) -> impl Coroutine<i32, Yield = usize, Return = Vec<Loud<i32>>> {
        let mut all = vec![Loud(first)];
        while all.len() < 3 {
            let next = yield_!(all.len());
            all.push(Loud(next));
        }
        all.remove(1);
        yield_!(all.len());
        all
    }
}

differential! {
    iterator_dropped_with_its_rest(vec![Loud(1), Loud(2), Loud(3), Loud(4)]);
    fn iterator_dropped_with_its_rest(items: Vec<Loud<i32>>) -> impl Coroutine<Yield = i32, Return = &'static str> {
        for item in items {
            yield_!(item.0);
            if item.0 == 3 {
                break;
            }
        }
        log("after the loop");
        "found"
    }
}

differential! {
    yielded_values_move_out();
    fn yielded_values_move_out() -> impl Iterator<Item = Loud<String>> {
        let first = Loud(String::from("first"));
        let second = Loud(String::from("second"));
        yield_!(second);
        log("between");
        yield_!(first);
    }
}

differential! {
    returned_value_outlives_locals();
    fn returned_value_outlives_locals() -> impl Coroutine<Yield = u8, Return = Loud<&'static str>> {
        let result = Loud("result");
        let _local = Loud("local");
        yield_!(0);
        result
    }
}

differential! {
    temporaries_end_with_their_statement();
    fn temporaries_end_with_their_statement() -> impl Coroutine<Yield = usize, Return = usize> {
        let length = Loud("temporary").0.len();
        yield_!(length);
        log(Loud("in a call").0.len());
        yield_!(Loud("in a yield").0.len());
        let kept = &Loud("extended").0.len();
        *kept
    }
}

differential! {
    temporary_is_moved_into_call();
    fn temporary_is_moved_into_call() -> impl Coroutine<Yield = u8, Return = ()> {
        let pair: fn(Loud<u8>, Loud<u8>) -> u8 = |a, b| {
            log("called");
            a.0 + b.0
        };
        let sum = pair(Loud(1), { yield_!(0); Loud(2) });
        yield_!(sum);
    }
}

differential! {
    struct_fields_drop_in_order();
    fn struct_fields_drop_in_order() -> impl Coroutine<Yield = u8, Return = ()> {
        struct Room {
            _door: Guard,
            _window: Guard,
        }
        impl Drop for Room {
            fn drop(&mut self) {
                log("room");
            }
        }
        let _room = Room { _window: enter("window"), _door: enter("door") };
        yield_!(0);
    }
}

differential! {
    fields_moved_out_one_by_one();
    fn fields_moved_out_one_by_one() -> impl Coroutine<Yield = u8, Return = ()> {
        struct Parts {
            left: Loud<&'static str>,
            right: Loud<&'static str>,
        }
        let Parts { left, right } = Parts { left: Loud("left"), right: Loud("right") };
        yield_!(0);
        drop(right);
        yield_!(1);
        drop(left);
        yield_!(2);
    }
}

differential! {
    defers_run_on_panic(), fed [1, 2, 0];
    fn defers_run_on_panic(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        struct Defer<F: FnMut()>(F);
        impl<F: FnMut()> Drop for Defer<F> {
            fn drop(&mut self) {
                (self.0)();
            }
        }
        let _outer = Defer(|| log("outer defer"));
        let mut divisor = first;
        loop {
            let now = divisor;
            let _inner = Defer(move || log(("inner defer", now)));
            divisor = yield_!(100 / divisor);
        }
    }
}

differential! {
    rc_counts();
    fn rc_counts() -> impl Iterator<Item = usize> {
        let shared = std::rc::Rc::new(Loud("shared"));
        for _ in 0..2 {
            let other = std::rc::Rc::clone(&shared);
            yield_!(std::rc::Rc::strong_count(&other));
        }
        yield_!(std::rc::Rc::strong_count(&shared));
    }
}

differential! {
    left_by_each_turn(vec![1, 2, 3, 4, 5]);
    fn left_by_each_turn(numbers: Vec<i32>) -> impl Iterator<Item = i32> {
        for number in numbers.into_iter().map(Loud) {
            if number.0 == 2 {
                continue;
            }
            let double = Loud(number.0 * 2);
            let _guard = Guard("turn");
            if double.0 == 10 {
                break;
            }
            let label = &double;
            yield_!(label.0);
        }
        log("after");
    }
}

differential! {
    left_by_a_while(3), fed [true, false, true];
    fn left_by_a_while(mut n: u8) -> impl Coroutine<bool, Yield = u8, Return = &'static str> {
        while n > 0 {
            n -= 1;
            let turn = Loud(n);
            if n == 1 {
                log("skipped");
            } else {
                drop(enter("inner"));
            }
            let other = Loud(turn.0 + 10);
            yield_!(other.0);
        }
        "end"
    }
}

differential! {
    dropped_after_one_of_several_yields(vec![Loud(0), Loud(1), Loud(2), Loud(3)]);
    fn dropped_after_one_of_several_yields(items: Vec<Loud<i32>>) -> impl Coroutine<Yield = i32, Return = ()> {
        for item in items {
            let first = Loud(10 + item.0);
            let second = Loud(20 + item.0);
            if item.0 == 0 {
                drop(first);
                yield_!(second.0);
            } else if item.0 == 1 {
                let moved = second;
                log("moved");
                drop(moved);
                yield_!(first.0);
            } else if item.0 == 2 {
                yield_!(1);
            }
        }
        log("end");
    }
}

differential! {
    dropped_after_yields_in_arms(vec![Ok(Loud(1)), Err(Loud(2)), Ok(Loud(3))]);
    fn dropped_after_yields_in_arms(items: Vec<Result<Loud<i32>, Loud<i32>>>) -> impl Coroutine<Yield = i32, Return = i32> {
        let mut items = items.into_iter();
        let mut total = 0;
        while let Some(item) = items.next() {
            let guard = enter("turn");
            match item {
                Ok(value) if value.0 > 2 => {
                    drop(guard);
                    yield_!(value.0);
                }
                Ok(value) => yield_!(-value.0),
                Err(error) => {
                    total += error.0;
                    yield_!(total);
                }
            }
        }
        total
    }
}

differential! {
    dropped_after_yields_in_two_scopes();
    fn dropped_after_yields_in_two_scopes() -> impl Coroutine<Yield = usize, Return = ()> {
        let mut turn = 0;
        while turn < 4 {
            turn += 1;
            let outer = Loud(turn);
            {
                let inner = Loud(10 * turn);
                if turn % 2 == 0 {
                    drop(outer);
                    yield_!(inner.0);
                } else {
                    yield_!(0);
                }
            }
        }
    }
}

differential! {
    assigned_before_one_of_several_yields();
    fn assigned_before_one_of_several_yields() -> impl Coroutine<Yield = usize, Return = ()> {
        for turn in 0..4 {
            let late;
            let early = Loud(turn);
            if turn == 1 {
                late = Loud(10);
                yield_!(late.0);
            } else if turn == 2 {
                yield_!(early.0);
            } else {
                late = early;
                log("assigned");
                yield_!(late.0 + 1);
            }
        }
    }
}

differential! {
    argument_used_up_before_each_yield(), fed [Loud(0), Loud(1), Loud(2), Loud(3), Loud(4)];
    fn argument_used_up_before_each_yield(#[resume] mut argument: Loud<i32>) -> impl Coroutine<Loud<i32>, Yield = i32, Return = i32> {
        let mut total = 0;
        while total < 6 {
            let _guard = enter("turn");
            if argument.0 == 1 {
                let held = argument;
                argument = yield_!(-held.0);
                continue;
            }
            total += argument.0;
            drop(argument);
            log("used up");
            argument = yield_!(total);
        }
        argument.0 + total
    }
}

differential! {
    handed_out_of_its_scope(), fed [1, 0, 1, 1, 0, 0];
    fn handed_out_of_its_scope(#[resume] first: u8) -> impl Coroutine<u8, Yield = usize, Return = usize> {
        let mut flag = first;
        for turn in 0..4 {
            {
                let made = if flag == 1 { Loud(yield_!(10) as usize) } else { Loud(turn) };
                if made.0 == 0 {
                    log("left");
                    continue;
                }
                let used = made;
                log("used");
                drop(used);
            }
            flag = yield_!(turn);
        }
        3
    }
}
