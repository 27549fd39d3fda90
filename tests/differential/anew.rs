//! Locals that are assigned anew after a yield, and when they drop.

differential! {
    later_lock_ends_first(), fed [3, 4];
    fn later_lock_ends_first(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = &'static str> {
        let before = Loud(("before", first));
        let mut held = Loud(("held", 0));
        held = Loud(("held", yield_!(held.0.1)));
        log((held.0.1, before.0.1));
        "end"
    }
}

differential! {
    parameter_outlives_what_is_assigned(Loud("parameter"));
    fn parameter_outlives_what_is_assigned(owner: Loud<&'static str>) -> impl Coroutine<Yield = u32, Return = usize> {
        let mut latest = Loud(0);
        for n in 1..3 {
            yield_!(n);
            latest = Loud(n);
        }
        log(&latest);
        yield_!(9);
        owner.0.len()
    }
}

differential! {
    each_turn_assigns_anew(), fed [1, 2, 3, 4];
    fn each_turn_assigns_anew(#[resume] mut n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let mut rounds = 0;
        while n < 4 {
            rounds += 1;
            let scratch = Loud(("scratch", rounds));
            let mut held = Loud(("held", n));
            n = yield_!(held.0.1);
            if n == 3 {
                log("skipped");
                continue;
            }
            held = Loud(("again", n));
            log((scratch.0.1, held.0.1));
        }
        rounds
    }
}

differential! {
    broken_out_while_assigned(vec![3, 0, 5]);
    fn broken_out_while_assigned(steps: Vec<u32>) -> impl Coroutine<Yield = u32, Return = u32> {
        let first = Loud("first");
        let mut position = Loud(100);
        let last = Loud("last");
        let reached = 'walk: {
            for step in steps {
                if step == 0 {
                    break 'walk position.0;
                }
                yield_!(step);
                position = Loud(position.0 + step);
            }
            0
        };
        log((reached, first.0, last.0));
        reached
    }
}

differential! {
    taken_or_left_behind(Loud(5)), fed [true, false];
    fn taken_or_left_behind(p: Loud<u32>, #[resume] keep: bool) -> impl Coroutine<bool, Yield = u32, Return = u32> {
        let g = Loud(1);
        log("choosing");
        loop {
            if p.0 == 5 && keep {
                yield_!(1);
                drop(p);
                break;
            } else {
                drop(g);
                break;
            }
        }
        log("chosen");
        2
    }
}

differential! {
    filled_on_one_path(), fed [4, 5, 6];
    fn filled_on_one_path(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let _frame = enter("frame");
        let mut shared = Loud(first);
        let other = Loud("other");
        if yield_!(shared.0) == 5 {
            shared = Loud(50);
            log("replaced");
        } else {
            drop(shared);
            yield_!(7);
            shared = Loud(70);
        }
        let total = yield_!(shared.0) + other.0.len() as u32;
        log(total);
        total
    }
}

differential! {
    moved_out_and_refilled(vec![1, 2, 3]);
    fn moved_out_and_refilled(numbers: Vec<u32>) -> impl Coroutine<Yield = Vec<Loud<u32>>, Return = usize> {
        let _pool = enter("pool");
        let mut batch = Vec::new();
        let mut sent = 0;
        for number in numbers {
            batch.push(Loud(number));
            if batch.len() == 2 {
                yield_!(batch);
                sent += 1;
                batch = vec![];
                log("a new batch");
            }
        }
        log(&batch);
        sent
    }
}

differential! {
    both_ends_move_on(), fed [2, 3, 4];
    fn both_ends_move_on(#[resume] _: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let mut low = Loud(0);
        let mut high = Loud(10);
        while low.0 < high.0 {
            let by = yield_!(high.0 - low.0);
            low = Loud(low.0 + by);
            high = Loud(high.0 - 1);
            log((low.0, high.0));
        }
        high.0
    }
}
