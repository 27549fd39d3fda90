//! Bookkeeping: accounts, orders, schedules, undo.

use std::collections::{BTreeMap, VecDeque};

differential! {
    given {
        #[derive(Debug, Clone)]
        enum Order { Deposit(u64), Withdraw(u64), Close }
    }
    account(100), fed [Order::Withdraw(30), Order::Withdraw(90), Order::Deposit(50), Order::Close];
    fn account(opening: u64, #[resume] first: Order) -> impl Coroutine<Order, Yield = Result<u64, String>, Return = u64> {
        let mut balance = opening;
        let mut order = first;
        loop {
            order = match order {
                Order::Deposit(amount) => {
                    balance += amount;
                    yield_!(Ok(balance))
                }
                Order::Withdraw(amount) if amount > balance => yield_!(Err(format!("{} short", amount - balance))),
                Order::Withdraw(amount) => {
                    balance -= amount;
                    yield_!(Ok(balance))
                }
                Order::Close => return balance,
            };
        }
    }
}

differential! {
    undo_redo(), fed ["a", "b", "undo", "c", "undo", "undo", "redo", "undo"];
    fn undo_redo(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = ()> {
        let mut done: Vec<&str> = Vec::new();
        let mut undone = Vec::new();
        let mut command = first;
        for _ in 0..10 {
            match command {
                "undo" => undone.extend(done.pop()),
                "redo" => done.extend(undone.pop()),
                text => {
                    done.push(text);
                    undone.clear();
                }
            }
            command = yield_!(done.concat());
        }
    }
}

differential! {
    checkout(), fed ["add", "add", "pay", "cash", "card", "yes"];
    fn checkout(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = &'static str, Return = Result<(u32, &'static str), &'static str>> {
        let mut count = 0;
        let mut step = first;
        while step != "pay" {
            match step {
                "add" => count += 1,
                "remove" if count > 0 => count -= 1,
                "leave" => return Err("left"),
                _ => log(("what is", step)),
            }
            step = yield_!("in the cart");
        }
        let _reservation = enter("reservation");
        let method = loop {
            match yield_!("how?") {
                method @ ("card" | "invoice") => break method,
                other => log(("no", other)),
            }
        };
        if yield_!("sure?") != "yes" {
            return Err("changed mind");
        }
        Ok((count, method))
    }
}

differential! {
    approvals(&["team", "finance", "board"]), fed [true, true, false, true];
    fn approvals(levels: &'static [&'static str], #[resume] submitted: bool) -> impl Coroutine<bool, Yield = String, Return = Vec<String>> {
        let mut history = Vec::new();
        if !submitted {
            return history;
        }
        'again: for attempt in 1..=2 {
            for level in levels {
                let approved = yield_!(format!("{level}, attempt {attempt}"));
                history.push(format!("{level}: {approved}"));
                if !approved {
                    continue 'again;
                }
            }
            history.push("approved".into());
            break;
        }
        history
    }
}

differential! {
    round_robin(vec![("a", 2), ("b", 1), ("c", 3)], 1);
    fn round_robin(jobs: Vec<(&'static str, u32)>, quantum: u32) -> impl Coroutine<Yield = (&'static str, u32), Return = u32> {
        let mut queue: VecDeque<_> = jobs.into();
        let mut clock = 0;
        while let Some((name, left)) = queue.pop_front() {
            let slice = left.min(quantum);
            clock += slice;
            yield_!((name, clock));
            if left > slice {
                queue.push_back((name, left - slice));
            }
        }
        clock
    }
}

differential! {
    job_runner(vec![Loud("compile"), Loud("test"), Loud("ship")]), fed [Ok(()), Err("red"), Ok(())];
    fn job_runner(jobs: Vec<Loud<&'static str>>, #[resume] _: Result<(), &'static str>) -> impl Coroutine<Result<(), &'static str>, Yield = &'static str, Return = Result<usize, (usize, &'static str)>> {
        let total = jobs.len();
        for (number, job) in jobs.into_iter().enumerate() {
            if let Err(error) = yield_!(job.0) {
                log(format_args!("{} failed", job.0));
                yield_!("cleanup").map_err(|_| (number, "cleanup"))?;
                return Err((number, error));
            }
        }
        Ok(total)
    }
}

differential! {
    inventory(), fed [("bolt", 5), ("nut", 3), ("bolt", -2), ("nut", -9), ("", 0)];
    fn inventory(#[resume] (mut name, mut change): (&'static str, i32)) -> impl Coroutine<(&'static str, i32), Yield = i32, Return = BTreeMap<&'static str, i32>> {
        let mut stock = BTreeMap::new();
        while !name.is_empty() {
            let count: &mut i32 = stock.entry(name).or_insert(0);
            *count = (*count + change).max(0);
            let now = *count;
            (name, change) = yield_!(now);
        }
        stock
    }
}

differential! {
    cache(2), fed ['a', 'b', 'a', 'c', 'b'];
    fn cache(capacity: usize, #[resume] mut key: char) -> impl Coroutine<char, Yield = (bool, String), Return = ()> {
        let mut recent: VecDeque<(char, Loud<char>)> = VecDeque::new();
        for _ in 0..7 {
            let found = recent.iter().position(|(known, _)| *known == key);
            let entry = match found.and_then(|at| recent.remove(at)) {
                Some(entry) => entry,
                None => {
                    if recent.len() == capacity {
                        recent.pop_front();
                    }
                    (key, Loud(key.to_ascii_uppercase()))
                }
            };
            recent.push_back(entry);
            key = yield_!((found.is_some(), recent.iter().map(|(key, _)| key).collect()));
        }
    }
}

differential! {
    token_bucket(3, 1), fed [1, 2, 2, 0, 3];
    fn token_bucket(capacity: u32, refill: u32, #[resume] first: u32) -> impl Coroutine<u32, Yield = bool, Return = std::convert::Infallible> {
        let mut tokens = capacity;
        let mut wanted = first;
        loop {
            let granted = match tokens.checked_sub(wanted) {
                Some(left) => {
                    tokens = left;
                    true
                }
                None => false,
            };
            wanted = yield_!(granted);
            tokens = capacity.min(tokens + refill);
        }
    }
}

differential! {
    loan(1200.0, 0.12, 6);
    fn loan(amount: f64, yearly: f64, months: i32) -> impl Coroutine<Yield = (i32, i64, i64), Return = i64> {
        let rate = yearly / 12.0;
        let payment = amount * rate / (1.0 - (1.0 + rate).powi(-months));
        let mut left = amount;
        let mut interest = 0.0;
        for month in 1..=months {
            let due = left * rate;
            interest += due;
            left -= payment - due;
            yield_!((month, (due * 100.0).round() as i64, (left * 100.0).round() as i64));
        }
        (interest * 100.0).round() as i64
    }
}

differential! {
    two_accounts(), fed [30, 80, 10];
    fn two_accounts(#[resume] first: i64) -> impl Coroutine<i64, Yield = [i64; 2], Return = &'static str> {
        let mut accounts = [100, 0];
        let mut amount = first;
        for round in 0..5 {
            let (from, to) = (round % 2, 1 - round % 2);
            if accounts[from] < amount {
                return "refused";
            }
            accounts[from] -= amount;
            accounts[to] += amount;
            amount = yield_!(accounts);
        }
        "done"
    }
}

differential! {
    survey(&["name", "color", "number"]), fed ["", "blue", "back", "red", "7", "8"];
    fn survey(questions: &'static [&'static str], #[resume] _greeting: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = Vec<(&'static str, &'static str)>> {
        let mut answers = vec![];
        while answers.len() < questions.len() {
            let question = questions[answers.len()];
            match yield_!(format!("{question}? ({} left)", questions.len() - answers.len())) {
                "back" => drop(answers.pop()),
                "" => continue,
                answer => answers.push((question, answer)),
            }
        }
        answers
    }
}

differential! {
    simulation(3), fed [0.25, 0.5, 0.9];
    fn simulation(ticks: u32, #[resume] mut chance: f64) -> impl Coroutine<f64, Yield = (u32, usize, usize), Return = (usize, usize)> {
        let (mut waiting, mut served) = (0, 0);
        'ticks: for tick in 0..ticks * 3 {
            if chance < 0.6 {
                waiting += 2;
            }
            while waiting > 3 {
                waiting -= 1;
                served += 1;
                chance = yield_!((tick, waiting, served));
                if chance > 0.8 {
                    continue 'ticks;
                }
            }
            chance = yield_!((tick, waiting, served));
        }
        (waiting, served)
    }
}

differential! {
    merge_events(vec![(1, "start"), (5, "stop")], vec![(2, "ping"), (3, "pong"), (9, "late")]);
    fn merge_events(left: Vec<(u32, &'static str)>, right: Vec<(u32, &'static str)>) -> impl Coroutine<Yield = &'static str, Return = u32> {
        let mut queues = [VecDeque::from(left), VecDeque::from(right)];
        let mut clock = 0;
        loop {
            let next = (0..2).filter(|&i| !queues[i].is_empty()).min_by_key(|&i| queues[i][0].0);
            let Some((time, name)) = next.and_then(|i| queues[i].pop_front()) else { break };
            for _ in (clock + 1)..time {
                yield_!(".");
            }
            clock = time;
            yield_!(name);
        }
        clock
    }
}
