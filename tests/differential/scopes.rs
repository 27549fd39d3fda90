//! Scopes that go on behind a loop that yields.

differential! {
    lock_held_past_the_loop(3);
    fn lock_held_past_the_loop(count: u32) -> impl Iterator<Item = u32> {
        let _lock = enter("lock");
        for n in 0..count {
            yield_!(n);
        }
        log("counted");
    }
}

differential! {
    lock_held_past_the_search(), fed [1, 5, 9];
    fn lock_held_past_the_search(#[resume] _first: u32) -> impl Coroutine<u32, Yield = &'static str, Return = u32> {
        let _index = enter("index");
        let found = loop {
            let candidate = yield_!("candidate?");
            if candidate > 4 {
                break candidate * 2;
            }
        };
        log(("found", found));
        found
    }
}

differential! {
    guard_of_a_polling_loop(Loud("socket")), fed [0, 0, 3];
    fn guard_of_a_polling_loop(_socket: Loud<&'static str>, #[resume] _: u32) -> impl Coroutine<u32, Yield = u8, Return = &'static str> {
        let _timer = enter("timer");
        while yield_!(1) < 3 {}
        log("ready");
        let _ = enter("handled at once");
        "done"
    }
}

differential! {
    parameters_outlive_the_loop(Loud("source"), Loud("sink"));
    fn parameters_outlive_the_loop(source: Loud<&'static str>, _sink: Loud<&'static str>) -> impl Coroutine<Yield = usize, Return = usize> {
        let mut copied = 0;
        while copied < source.0.len() {
            copied += 4;
            yield_!(copied);
        }
        log("copied");
        copied
    }
}

differential! {
    guard_within_a_block();
    fn guard_within_a_block() -> impl Coroutine<Yield = i32, Return = i32> {
        let _outer = enter("outer");
        let sum = {
            let _inner = enter("inner");
            let mut sum = 0;
            for n in 1..=3 {
                yield_!(n);
                sum += n;
            }
            log("summed");
            sum
        };
        log("closed");
        sum
    }
}

differential! {
    two_retries_in_one_expression(), fed [false, true, true, false, true];
    fn two_retries_in_one_expression(#[resume] _: bool) -> impl Coroutine<bool, Yield = &'static str, Return = u32> {
        let _gate = enter("gate");
        let mut left = 0;
        let tries = 100
            + loop {
                left += 1;
                if yield_!("left") {
                    break left;
                }
            }
            + 10 * {
                let _second = enter("second");
                let mut right = 0;
                loop {
                    right += 1;
                    if yield_!("right") {
                        break;
                    }
                }
                log("right is through");
                right
            };
        log(tries);
        noted(tries)
    }
}

differential! {
    rows_and_columns(2, 3);
    fn rows_and_columns(rows: u32, columns: u32) -> impl Coroutine<Yield = (u32, u32), Return = u32> {
        let _table = enter("table");
        let mut cells = 0;
        for row in 0..rows {
            let _row = Loud(("row", row));
            for column in 0..columns {
                let _cell = Loud(("cell", column));
                if row + column == 2 {
                    continue;
                }
                yield_!((row, column));
                cells += 1;
            }
            log(("row is full", row));
        }
        log("table is full");
        cells
    }
}

differential! {
    broken_out_with_the_value(), fed [4, 8, 15];
    fn broken_out_with_the_value(#[resume] _: i32) -> impl Coroutine<i32, Yield = i32, Return = (i32, i32)> {
        let _ledger = enter("ledger");
        let once = loop {
            break yield_!(1);
        };
        log(once);
        let paired = loop {
            let _turn = enter("turn");
            break (yield_!(2), Loud("receipt")).0;
        };
        log(paired);
        (once, paired)
    }
}

differential! {
    drained_then_reported(vec![Loud(1), Loud(2)]);
    fn drained_then_reported(mut jobs: Vec<Loud<u8>>) -> impl Coroutine<Yield = u8, Return = String> {
        let report = Loud("report");
        while let Some(job) = jobs.pop() {
            yield_!(job.0);
            log(("finished", job.0));
        }
        log(jobs.len());
        format!("{} of {}", report.0, jobs.len())
    }
}

differential! {
    announced(vec!["x", "y"]);
    fn announced(names: Vec<&'static str>) -> impl Iterator<Item = &'static str> {
        let stage = enter("stage");
        let curtain = enter("curtain");
        for name in names {
            yield_!(name);
        }
        drop(curtain);
        log("the curtain is down");
        if stage.0.is_empty() {
            yield_!("never");
        }
        log("the house is empty");
    }
}

differential! {
    handed_over_after_the_loop(), fed [2, 0];
    fn handed_over_after_the_loop(#[resume] mut left: u32) -> impl Coroutine<u32, Yield = u32, Return = Vec<Loud<&'static str>>> {
        let _witness = enter("witness");
        let baton = Loud("baton");
        let spare = Loud("spare");
        while left > 0 {
            left = yield_!(left);
        }
        log("handing over");
        let hands = vec![baton];
        log(spare.0);
        hands
    }
}

differential! {
    each_pass_has_its_scope(), fed [3, 1, 4, 1, 5, 9];
    fn each_pass_has_its_scope(#[resume] limit: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let _all = enter("all passes");
        let mut best = 0;
        for pass in 0..limit {
            let scratch = Loud(("pass", pass));
            let seen = loop {
                let n = yield_!(pass);
                if n > pass {
                    break n;
                }
            };
            log((scratch.0.1, seen));
            best = best.max(seen);
        }
        log(best);
        best
    }
}

differential! {
    slots_end_in_reverse(Some(4));
    fn slots_end_in_reverse(order: Option<i32>) -> impl Coroutine<Yield = i32, Return = i32> {
        let kitchen = Loud("kitchen");
        let waiter = Loud("waiter");
        loop {
            if order.is_none() {
                yield_!(1);
                return 8;
            }
            if order == Some(4) {
                break;
            }
        }
        log(&waiter);
        3 + kitchen.0.len() as i32
    }
}

differential! {
    greeting_is_ignored(), fed [Loud("hello"), Loud("well"), Loud("bye")];
    fn greeting_is_ignored(#[resume] _: Loud<&'static str>) -> impl Coroutine<Loud<&'static str>, Yield = u32, Return = ()> {
        log("before");
        let answer = yield_!(1);
        yield_!(2);
        log(&answer);
    }
}

differential! {
    and closure;
    several_deferred(), fed [(1, Loud("a")), (2, Loud("b"))];
    fn several_deferred(#[resume] first: (u32, Loud<&'static str>)) -> impl Coroutine<(u32, Loud<&'static str>), Yield = u32, Return = usize> {
        let (c, d);
        (c, d) = yield_!(first.0);
        yield_!(c);
        log("between");
        d.0.len()
    }
}

differential! {
    and closure;
    deferred_one_by_one(2);
    fn deferred_one_by_one(n: u32) -> impl Coroutine<Yield = u32, Return = ()> {
        let (x, mut y, (_, z)): (Loud<u32>, u32, (u8, Loud<u32>));
        x = Loud(n);
        yield_!(x.0);
        y = 5;
        yield_!(y);
        if n > 2 {
            return;
        }
        y += 1;
        z = Loud(y);
        yield_!(z.0);
    }
}
