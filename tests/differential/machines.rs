//! Devices and protocols that are told what happens next.

differential! {
    traffic_light(2), fed [false, false, true, false];
    fn traffic_light(green_for: u32, #[resume] mut pressed: bool) -> impl Coroutine<bool, Yield = &'static str, Return = u32> {
        let mut cycles = 0;
        while cycles < 3 {
            let mut left = if pressed { 1 } else { green_for };
            while left > 0 {
                pressed |= yield_!("green");
                left -= 1;
            }
            pressed = yield_!("amber");
            pressed |= yield_!("red");
            cycles += 1;
        }
        cycles
    }
}

differential! {
    given {
        #[derive(Debug, Clone, Copy)]
        enum Coin { Nickel, Dime, Quarter, Return }
        #[derive(Debug)]
        enum Answer { Credit(u32), Drink { change: u32 }, Refund(Vec<u32>) }
    }
    vending_machine(40), fed [Coin::Dime, Coin::Quarter, Coin::Nickel, Coin::Dime, Coin::Return];
    fn vending_machine(price: u32, #[resume] first: Coin) -> impl Coroutine<Coin, Yield = Answer, Return = ()> {
        let mut coin = first;
        for _ in 0..4 {
            let mut credit = 0;
            let answer = loop {
                credit += match coin {
                    Coin::Nickel => 5,
                    Coin::Dime => 10,
                    Coin::Quarter => 25,
                    Coin::Return => {
                        let fives = credit / 5;
                        break Answer::Refund(vec![5; fives as usize]);
                    }
                };
                if credit >= price {
                    break Answer::Drink { change: credit - price };
                }
                coin = yield_!(Answer::Credit(credit));
            };
            coin = yield_!(answer);
        }
    }
}

differential! {
    and closure;
    turnstile(), fed ["push", "coin", "coin", "push", "kick"];
    fn turnstile(#[resume] mut event: &'static str) -> impl Coroutine<&'static str, Yield = bool, Return = String> {
        'locked: loop {
            while event != "coin" {
                if event == "kick" {
                    return format!("alarm: {event}");
                }
                event = yield_!(false);
            }
            loop {
                event = yield_!(true);
                match event {
                    "coin" => log("thanks"),
                    "push" => {
                        event = yield_!(false);
                        continue 'locked;
                    }
                    _ => return String::from("broken"),
                }
            }
        }
    }
}

differential! {
    given { const IDLE: u8 = 0; }
    retry_with_backoff(3), fed [Err("timeout"), Err("refused"), Ok(200), Err("timeout")];
    fn retry_with_backoff(attempts: u32, #[resume] _: Result<u16, &'static str>) -> impl Coroutine<Result<u16, &'static str>, Yield = (u32, u64), Return = Result<u16, Vec<&'static str>>> {
        let mut delay = 100;
        let mut errors = vec![];
        for attempt in 1..=attempts {
            match yield_!((attempt, delay)) {
                Ok(status) => return Ok(status + u16::from(IDLE)),
                Err(error) => errors.push(error),
            }
            delay = (delay * 2).min(250);
        }
        Err(errors)
    }
}

differential! {
    given {
        #[derive(Debug, Clone, Copy, PartialEq)]
        enum Segment { Syn, Ack, Data(u8), Fin, Reset }
    }
    tcp_server(), fed [Segment::Syn, Segment::Ack, Segment::Data(7), Segment::Data(9), Segment::Fin, Segment::Ack];
    fn tcp_server(#[resume] first: Segment) -> impl Coroutine<Segment, Yield = Option<Segment>, Return = Result<Vec<u8>, &'static str>> {
        if first != Segment::Syn {
            return Err("listening");
        }
        let _connection = enter("connection");
        let Segment::Ack = yield_!(Some(Segment::Syn)) else {
            return Err("syn received");
        };
        let mut received = Vec::new();
        let mut reply = None;
        loop {
            reply = match yield_!(reply) {
                Segment::Data(byte) => {
                    received.push(byte);
                    Some(Segment::Ack)
                }
                Segment::Fin => break,
                Segment::Reset => return Err("reset"),
                Segment::Syn | Segment::Ack => None,
            };
        }
        log("closing");
        let Segment::Ack = yield_!(Some(Segment::Fin)) else { return Err("closing") };
        Ok(received)
    }
}

differential! {
    smtp(), fed ["EHLO me", "MAIL <a@x>", "RCPT <b@y>", "RCPT <c@z>", "DATA", "hello", ".", "QUIT"];
    fn smtp(#[resume] greeting: &'static str) -> impl Coroutine<&'static str, Yield = u16, Return = Vec<(String, Vec<&'static str>, String)>> {
        let mut line = greeting;
        let mut mails = vec![];
        while !line.starts_with("EHLO") {
            line = yield_!(503);
        }
        line = yield_!(250);
        loop {
            match line.split_once(' ') {
                Some(("MAIL", from)) => {
                    let mut to = vec![];
                    let mut text = String::new();
                    line = yield_!(250);
                    while let Some(("RCPT", address)) = line.split_once(' ') {
                        to.push(address);
                        line = yield_!(250);
                    }
                    if line == "DATA" && !to.is_empty() {
                        line = yield_!(354);
                        while line != "." {
                            text.push_str(line);
                            line = yield_!(0);
                        }
                        mails.push((from.to_owned(), to, text));
                        line = yield_!(250);
                    }
                }
                None if line == "QUIT" => {
                    yield_!(221);
                    return mails;
                }
                _ => line = yield_!(500),
            }
        }
    }
}

differential! {
    given {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        enum Direction { Up, Down }
    }
    elevator(vec![3, 1, 5]), fed [Some(2), None, None, Some(4)];
    fn elevator(mut calls: Vec<u8>, #[resume] first: Option<u8>) -> impl Coroutine<Option<u8>, Yield = (u8, Direction), Return = Vec<u8>> {
        let mut floor = 1;
        let mut served = vec![];
        calls.extend(first);
        while let Some(&target) = calls.first() {
            while floor != target {
                let direction = if floor < target {
                    floor += 1;
                    Direction::Up
                } else {
                    floor -= 1;
                    Direction::Down
                };
                if let Some(call) = yield_!((floor, direction)) && served.len() < 4 && !calls.contains(&call) {
                    calls.push(call);
                }
            }
            calls.remove(0);
            served.push(floor);
        }
        served
    }
}

differential! {
    and closure;
    circuit_breaker(2), fed [true, false, false, true, true];
    fn circuit_breaker(most_failures: u32, #[resume] first: bool) -> impl Coroutine<bool, Yield = &'static str, Return = ()> {
        let mut outcome = first;
        for _ in 0..3 {
            let mut failures = 0;
            while failures < most_failures {
                failures = if outcome { 0 } else { failures + 1 };
                outcome = yield_!("closed");
                if outcome && failures == 0 {
                    break;
                }
            }
            for _ in 0..2 {
                yield_!("open");
            }
            while !yield_!("half-open") {}
        }
    }
}

differential! {
    thermostat(20.0, 0.5), fed [18.0, 19.0, 20.6, 20.2, 19.4];
    fn thermostat(target: f32, slack: f32, #[resume] mut now: f32) -> impl Coroutine<f32, Yield = bool, Return = u32> {
        let mut switches = 0;
        while switches < 4 {
            while now < target + slack {
                now = yield_!(true);
            }
            switches += 1;
            while now > target - slack {
                now = yield_!(false);
            }
            switches += 1;
        }
        switches
    }
}

differential! {
    and closure;
    atm(), fed ["1234", "0000", "1234", "40", "100", "done"];
    fn atm(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = Result<i64, String>> {
        let mut pin = first;
        let mut tries = 0;
        while pin != "0000" {
            tries += 1;
            if tries == 3 {
                return Err("card kept".into());
            }
            pin = yield_!(format!("wrong pin, {} left", 3 - tries));
        }
        let mut balance = 120i64;
        let mut said = yield_!("welcome".to_string());
        loop {
            said = match said.parse::<i64>() {
                Ok(amount) if amount <= balance => {
                    balance -= amount;
                    yield_!(format!("{amount} paid, {balance} left"))
                }
                Ok(amount) => yield_!(format!("{} missing", amount - balance)),
                Err(_) if said == "done" => break Ok(balance),
                Err(error) => return Err(error.to_string()),
            };
        }
    }
}

differential! {
    two_phase_commit(&["a", "b", "c"]), fed [true, true, true, false];
    fn two_phase_commit(nodes: &'static [&'static str], #[resume] go: bool) -> impl Coroutine<bool, Yield = (&'static str, &'static str), Return = bool> {
        if !go {
            return false;
        }
        let mut prepared = Vec::with_capacity(nodes.len());
        let all = 'vote: {
            for &node in nodes {
                if !yield_!(("prepare", node)) {
                    break 'vote false;
                }
                prepared.push(node);
            }
            true
        };
        let order = if all { "commit" } else { "abort" };
        for node in prepared.into_iter().rev() {
            while !yield_!((order, node)) {
                log(("again", node));
            }
        }
        all
    }
}

differential! {
    and closure;
    heartbeat(3), fed [1, 4, 9, 2, 20];
    fn heartbeat(patience: u64, #[resume] mut now: u64) -> impl Coroutine<u64, Yield = &'static str, Return = u64> {
        let mut last = now;
        let mut missed = 0u64;
        loop {
            let gap = now.saturating_sub(last);
            missed = if gap > patience { missed + gap / patience } else { 0 };
            last = now;
            now = match missed {
                0 => yield_!("alive"),
                1..=2 => yield_!("late"),
                lost => return lost,
            };
        }
    }
}

differential! {
    debounce(2), fed [true, false, true, true, true, false, false];
    fn debounce(stable_for: u8, #[resume] first: bool) -> impl Coroutine<bool, Yield = bool, Return = core::convert::Infallible> {
        let (mut shown, mut input, mut same) = (first, first, 0);
        loop {
            if input == shown {
                same = 0;
            } else {
                same += 1;
                if same >= stable_for {
                    shown = input;
                }
            }
            input = yield_!(shown);
        }
    }
}

differential! {
    and closure;
    chess_clock([5, 5]), fed [2, 3, 1, 4];
    fn chess_clock(mut left: [i32; 2], #[resume] mut used: i32) -> impl Coroutine<i32, Yield = [i32; 2], Return = &'static str> {
        for turn in (0..2usize).cycle() {
            left[turn] -= used;
            if left[turn] < 0 {
                break;
            }
            used = yield_!(left);
        }
        if left[0] < 0 { "black wins" } else { "white wins" }
    }
}
