//! Methods that consume what they are called on, and methods that look the same and do not.

use crate::harness::{Loud, log};

/// Not connected yet.
#[derive(Debug)]
struct Idle(Loud<&'static str>);
#[derive(Debug)]
struct Greeted(Loud<&'static str>, u8);
#[derive(Debug)]
struct Ready {
    name: Loud<&'static str>,
    sent: Vec<u8>,
}

impl Idle {
    fn greet(self, version: u8) -> Greeted {
        log(("greet", &self.0.0));
        Greeted(Loud("greeted"), version)
    }
    fn peer(&self) -> &'static str {
        log("peer");
        self.0.0
    }
    fn describe(&self) -> &str {
        self.0.0
    }
}

impl Greeted {
    fn login(self, password: Loud<String>) -> Result<Ready, Loud<String>> {
        log(("login", &self.0.0, &password.0));
        if password.0.len() > 2 { Ok(Ready { name: Loud("ready"), sent: vec![self.1] }) } else { Err(password) }
    }
}

impl Ready {
    fn send(&mut self, byte: u8) -> usize {
        self.sent.push(byte);
        log(("send", byte));
        self.sent.len()
    }
    fn pending(&self) -> u8 {
        self.sent.iter().sum()
    }
    fn finish(self) -> Vec<u8> {
        log(("finish", &self.name.0));
        self.sent.clone()
    }
    fn accept(self, last: bool) -> bool {
        log(("accept", last));
        last
    }
    fn drain_all(self) -> std::vec::IntoIter<u8> {
        self.sent.clone().into_iter()
    }
}

fn ready(name: &'static str, sent: &[u8]) -> Ready {
    Ready { name: Loud(name), sent: sent.to_vec() }
}

differential! {
    handshake(Idle(Loud("idle")), "secret"), fed [1, 2, 3];
    fn handshake(conn: Idle, password: &'static str) -> impl Coroutine<u8, Yield = u8, Return = Result<Vec<u8>, Loud<String>>> {
        let version = yield_!(0);
        let conn = conn.greet(version);
        yield_!(conn.1);
        let password = Loud(password.to_owned());
        let mut conn = conn.login(password)?;
        let byte = yield_!(2);
        yield_!(conn.send(byte) as u8);
        let all = conn.finish();
        yield_!(all.len() as u8);
        Ok(all)
    }
}

differential! {
    handshake_refused(Idle(Loud("idle"))), fed [1, 2, 3];
    fn handshake_refused(conn: Idle) -> impl Coroutine<u8, Yield = u8, Return = Result<u8, usize>> {
        let spare = Idle(Loud("spare"));
        yield_!(0);
        log(spare.peer());
        let conn = conn.greet(1);
        yield_!(1);
        let conn = conn.login(Loud("no".to_owned())).map_err(|why| why.0.len())?;
        yield_!(2);
        Ok(conn.pending())
    }
}

differential! {
    consumed_or_borrowed_last(), fed [true, false, true];
    fn consumed_or_borrowed_last() -> impl Coroutine<bool, Yield = u8, Return = ()> {
        let first = ready("first", &[1]);
        let second = ready("second", &[2, 3]);
        let third = ready("third", &[4]);
        if yield_!(0) {
            first.finish();
            log("finished");
        } else {
            yield_!(first.pending());
        }
        if yield_!(1) {
            log("more");
        }
        yield_!(second.pending());
        third.finish();
        yield_!(2);
        log("end");
    }
}

differential! {
    borrowed_from_for_the_turn();
    fn borrowed_from_for_the_turn() -> impl Coroutine<Yield = usize, Return = ()> {
        let idle = Idle(Loud("idle"));
        yield_!(0);
        let text = idle.describe();
        log(text);
        yield_!(1);
        log("end");
    }
}

differential! {
    flag_of_a_consumed_one(), fed [true, false];
    fn flag_of_a_consumed_one() -> impl Coroutine<bool, Yield = u8, Return = u8> {
        let mut count = 0;
        loop {
            let each = ready("each", &[count]);
            let last = yield_!(count);
            if each.accept(last) {
                yield_!(100);
                break;
            }
            count += 1;
            if count > 2 {
                break;
            }
            yield_!(50);
        }
        count
    }
}

differential! {
    items_of_a_consumed_one();
    fn items_of_a_consumed_one() -> impl Coroutine<Yield = u8, Return = ()> {
        let source = ready("source", &[1, 2, 3]);
        yield_!(0);
        for item in source.drain_all() {
            yield_!(item);
        }
        log("end");
        yield_!(9);
    }
}

differential! {
    operands_move_with_it(Loud("given".to_owned()));
    fn operands_move_with_it(given: Loud<String>) -> impl Coroutine<Yield = u8, Return = ()> {
        struct Keeper(Loud<&'static str>);
        impl Keeper {
            fn lend(&self, text: Loud<String>) -> u8 {
                log("lend");
                text.0.len() as u8
            }
            fn give(self, text: Loud<String>, _: &Loud<u8>) -> u8 {
                log(("give", &self.0.0));
                text.0.len() as u8
            }
        }
        let keeper = Keeper(Loud("one"));
        let giver = Keeper(Loud("two"));
        yield_!(0);
        yield_!(keeper.lend(given));
        log("lent");
        yield_!(1);
        let last = 7;
        let text = Loud("text".to_owned());
        yield_!(giver.give(text, &Loud(last)));
        log("given");
    }
}

differential! {
    replaced_or_left(), fed [true, true, false];
    fn replaced_or_left() -> impl Coroutine<bool, Yield = u8, Return = Option<u8>> {
        #[derive(Debug)]
        struct Step(Loud<u8>);
        impl Step {
            fn advance(self, well: bool) -> Option<Step> {
                log("advance");
                well.then(|| Step(Loud(self.0.0 + 1)))
            }
        }
        let mut step = Step(Loud(0));
        while step.0.0 < 4 {
            let well = yield_!(step.0.0);
            step = step.advance(well)?;
        }
        yield_!(10);
        Some(step.0.0)
    }
}

differential! {
    matched_results(), fed [3, 1, 2];
    fn matched_results() -> impl Coroutine<usize, Yield = u8, Return = ()> {
        let greeted = Greeted(Loud("greeted"), 7);
        let other = Greeted(Loud("other"), 8);
        let length = yield_!(0);
        if let Err(why) = other.login(Loud("y".repeat(length - 2))) {
            let again = yield_!(3);
            log((&why.0, again));
        }
        match greeted.login(Loud("x".repeat(length))) {
            Ok(mut ready) => {
                yield_!(ready.send(1) as u8);
                log("in");
                yield_!(ready.pending());
            }
            Err(why) => {
                yield_!(200);
                log(&why.0);
            }
        }
        yield_!(1);
    }
}

trait Shape: std::fmt::Debug {
    fn area(&self) -> u32;
    fn shares(self, parts: u32) -> Vec<Self>
    where
        Self: Sized;
    fn boxed_area(self: Box<Self>) -> u32;
}

impl Shape for Loud<u32> {
    fn area(&self) -> u32 {
        self.0
    }
    fn shares(self, parts: u32) -> Vec<Self> {
        (0..parts).map(|_| Loud(self.0 / parts)).collect()
    }
    fn boxed_area(self: Box<Self>) -> u32 {
        self.0
    }
}

differential! {
    of_a_trait(Loud(6u32));
    fn of_a_trait<S: Shape>(shape: S) -> impl Coroutine<Yield = u32, Return = usize> {
        yield_!(shape.area());
        let parts = shape.shares(3);
        for part in &parts {
            log(part.area());
        }
        yield_!(parts.len() as u32);
        parts.len()
    }
}

differential! {
    of_a_box();
    fn of_a_box() -> impl Coroutine<Yield = u32, Return = ()> {
        let shape: Box<dyn Shape> = Box::new(Loud(4));
        let boxed = Box::new(Loud(5));
        yield_!(0);
        log(shape.area());
        yield_!(boxed.area());
        let area = boxed.boxed_area();
        yield_!(area);
        log(area);
    }
}

differential! {
    temporaries_consumed_or_not(), fed [2, 3, 4, 5];
    fn temporaries_consumed_or_not() -> impl Coroutine<u8, Yield = u8, Return = ()> {
        yield_!(ready("lent", &[1]).pending());
        log("one");
        yield_!(ready("consumed", &[1, 2]).finish().len() as u8);
        log("two");
        let both = (ready("first", &[3]).pending(), yield_!(3), ready("second", &[4]).finish());
        log(&both);
        let sum = ready("third", &[5]).pending() + yield_!(4) + ready("fourth", &[6]).pending();
        log(sum);
    }
}

differential! {
    temporaries_in_a_condition(), fed [2, 3, 4, 5];
    fn temporaries_in_a_condition() -> impl Coroutine<u8, Yield = u8, Return = ()> {
        if ready("asked", &[1]).pending() < yield_!(1) {
            log("less");
        }
        while ready("again", &[3]).pending() > yield_!(2) {
            log("turn");
        }
        log(noted(ready("noted", &[8]).pending()) + yield_!(3));
    }
}

differential! {
    what_it_makes_leaves(), fed [3, 4];
    fn what_it_makes_leaves() -> impl Coroutine<usize, Yield = usize, Return = (usize, Vec<u8>)> {
        let first = ready("first", &[1, 2]);
        let second = ready("second", &[3]);
        let third = ready("third", &[4]);
        let fourth = ready("fourth", &[5]);
        let mut all = vec![];
        let fed = yield_!(0);
        let sent = first.finish();
        let sum = fourth.pending();
        if sum > 3 {
            log("much");
        }
        all.push(second.finish());
        let length = all.len();
        yield_!(length + fed);
        let idle = Idle(Loud("idle"));
        let text = idle.describe();
        log(text);
        yield_!(5);
        let idle = Idle(Loud("shadowed"));
        yield_!(6);
        let idle = idle.describe();
        log(idle);
        all.extend(Some(third.finish()));
        yield_!(7);
        (all.len(), sent)
    }
}

differential! {
    temporaries_deep_inside(), fed [3, 4];
    fn temporaries_deep_inside() -> impl Coroutine<u8, Yield = (u8, Option<usize>), Return = Vec<usize>> {
        let n = 5;
        yield_!((n, Some(ready("in a tuple", &[n]).finish().len())));
        log(1);
        yield_!((ready("negated", &[n]).pending() + 1, Some(usize::from(ready("argument", &[n]).pending()))));
        log(2);
        let all = vec![ready("listed", &[n]).finish().len(), usize::from(yield_!((n, None)))];
        log(3);
        let most = usize::from(ready("compared", &[n]).pending()).max(usize::from(yield_!((n, None))));
        log(most);
        let mut sum = 0;
        sum += usize::from(ready("added", &[n]).pending()) + usize::from(yield_!((n, None)));
        log(sum);
        log((ready("logged", &[n]).finish(), yield_!((n, None)), ready("after", &[n]).pending()));
        yield_!((if ready("asked", &[n]).accept(true) { 1 } else { 2 }, None));
        yield_!((*ready("first", &[n]).finish().first().unwrap(), None));
        all
    }
}

#[derive(Debug)]
enum Tree {
    Leaf(Loud<u8>),
    Node(Box<Tree>, Loud<&'static str>, Box<Tree>),
}

differential! {
    boxes_taken_one_by_one(Tree::Node(Box::new(Tree::Leaf(Loud(1))), Loud("+"), Box::new(Tree::Leaf(Loud(2)))));
    fn boxes_taken_one_by_one(tree: Tree) -> impl Coroutine<Yield = u8, Return = ()> {
        fn leaf(tree: Tree) -> u8 {
            match tree {
                Tree::Leaf(n) => n.0,
                Tree::Node(..) => 0,
            }
        }
        match tree {
            Tree::Leaf(n) => yield_!(n.0),
            Tree::Node(left, name, right) => {
                yield_!(leaf(*left));
                log("between");
                yield_!(leaf(*right));
                log(&name);
                yield_!(9);
            }
        }
    }
}

differential! {
    beyond nightly;
    temporaries_in_a_format(), fed [1];
    fn temporaries_in_a_format() -> impl Coroutine<u8, Yield = u8, Return = ()> {
        let n = 5;
        log(format!("{} {}", ready("formatted", &[n]).pending(), yield_!(n)));
        log("end");
    }
}

differential! {
    closures_called_once(Loud("held")), fed [3];
    fn closures_called_once(held: Loud<&'static str>) -> impl Coroutine<u8, Yield = u8, Return = ()> {
        let other = Loud("other");
        let give = move || {
            log("give");
            drop(held);
            7
        };
        let look = || other.0.len() as u8;
        let n = look();
        yield_!(n);
        let m = give();
        yield_!(m);
        log(m);
    }
}

differential! {
    bound_in_a_chain(), fed [5, 1, 9];
    fn bound_in_a_chain() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let mut spare: Option<Ready> = None;
        let mut input = yield_!(0);
        loop {
            if let Some(span) = spare.take() && span.pending() < input {
                input = yield_!(span.pending() + 100);
                if input > 8 {
                    return span.finish().len() as u8;
                }
            } else {
                input = yield_!(1);
                spare = Some(ready("spare", &[input]));
            }
        }
    }
}

differential! {
    in_an_arm(), fed [0, 1, 2, 3];
    fn in_an_arm() -> impl Coroutine<u8, Yield = u8, Return = usize> {
        let mut all: Vec<Vec<u8>> = Vec::new();
        for round in 0..4 {
            let span = ready("span", &[round]);
            let kind = yield_!(round);
            match kind {
                0 => all.push(span.finish()),
                1 => log(span.pending()),
                2 if all.len() > 1 => log("some"),
                _ => {
                    yield_!(50);
                }
            }
            yield_!(100);
        }
        let held = ready("held", &[1]);
        yield_!(101);
        let last = if all.is_empty() { vec![] } else { held.finish() };
        yield_!(102);
        all.len() + last.len()
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Builder(Loud<u32>);
        impl Builder {
            fn size(&mut self, n: u32) -> &mut Self {
                log(("size", n));
                self.0.0 = n;
                self
            }
            fn same(&self) -> &Self {
                self
            }
            fn tried(self, well: bool) -> Result<Builder, u32> {
                if well { Ok(self) } else { Err(self.0.0) }
            }
        }
    }
    fluent_statements(), fed [true, false, true];
    fn fluent_statements() -> impl Coroutine<bool, Yield = u32, Return = u32> {
        let mut first = Builder(Loud(1));
        let mut second = Builder(Loud(2));
        let mut third = Builder(Loud(3));
        let fourth = Builder(Loud(4));
        let fifth = Builder(Loud(5));
        first.size(10).size(11);
        let _ = second.size(20);
        let well = yield_!(1);
        if well {
            third.size(30);
        }
        fourth.same().same();
        let result = fifth.tried(yield_!(2));
        if let Err(why) = result {
            yield_!(why);
        }
        yield_!(3);
        7
    }
}

differential! {
    ended_and_used_in_the_turn(), fed [3];
    fn ended_and_used_in_the_turn() -> impl Coroutine<u8, Yield = u8, Return = ()> {
        let early = ready("early", &[9]);
        let length = early.finish().len();
        log(length);
        let first = ready("first", &[1]);
        let eat = {
            let eaten = Loud("eaten");
            move || eaten
        };
        yield_!(0);
        let all = first.finish();
        log(&all);
        let eaten = eat();
        log(&eaten);
        yield_!(1);
        log("end");
    }
}

differential! {
    consumed_where_branches_meet(1), fed [3, 4];
    fn consumed_where_branches_meet(k: u8) -> impl Coroutine<u8, Yield = u8, Return = usize> {
        let first = ready("first", &[1, 2]);
        let second = ready("second", &[3]);
        yield_!(0);
        let sent = match k {
            0 => first.finish(),
            1 => {
                yield_!(1);
                second.finish()
            }
            _ => {
                yield_!(2);
                ready("third", &[]).finish()
            }
        };
        log(&sent);
        yield_!(3);
        sent.len()
    }
}
