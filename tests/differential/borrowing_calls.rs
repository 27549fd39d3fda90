//! The last mention of a kept local is a call that borrows it, as the compiler sees it and the macro does not.

use crate::harness::{Loud, log};

#[derive(Debug)]
struct Page {
    id: Loud<i32>,
    name: String,
    items: Vec<i32>,
}

fn page(n: i32) -> Page {
    Page { id: Loud(n), name: format!("p{n}"), items: vec![n, n + 1] }
}

impl Page {
    fn title(&self) -> &str {
        log("title");
        &self.name
    }
    fn biggest(&self) -> &i32 {
        &self.items[1]
    }
    fn stats(&self) -> (i32, &str) {
        (self.id.0, &self.name)
    }
    fn found(&self, n: i32) -> Option<(i32, &str)> {
        (n < 9).then_some((self.id.0, &self.name))
    }
    fn grown(&mut self) -> &mut Self {
        self.items.push(0);
        self
    }
    fn settled(&self, well: bool) -> Result<i32, i32> {
        log(("settled", well));
        if well { Ok(self.id.0) } else { Err(9) }
    }
    fn guard(&self) -> Loud<i32> {
        log("guard");
        Loud(self.id.0 + 100)
    }
    fn hold(&self, other: Loud<i32>) -> i32 {
        log(("hold", other.0));
        other.0
    }
    fn weighed(&self, n: i32) -> i32 {
        log(("weighed", n));
        n + self.id.0
    }
    fn done_with<T>(&self, run: impl FnOnce() -> T) -> T {
        run()
    }
    fn visited<'a>(&'a self, visit: &mut dyn FnMut(&'a str)) {
        visit(&self.name);
    }
    fn eaten(self) -> i32 {
        log("eaten");
        self.id.0
    }
}

differential! {
    results_for_the_turn(page(1)), fed [3];
    fn results_for_the_turn(first: Page) -> impl Coroutine<i32, Yield = i32, Return = ()> {
        let second = page(2);
        let third = page(3);
        let fourth = page(4);
        let fifth = page(5);
        let k = yield_!(0);
        let (n, title) = first.stats();
        if n > 0 {
            log(title);
        }
        yield_!(n);
        if let Some((n, title)) = second.found(k) {
            if n > 0 {
                log(title);
            }
        }
        let Some((n, title)) = third.found(k) else { return };
        log(title);
        yield_!(n);
        let top = fourth.biggest();
        let next = top + 1;
        let text = String::from("hi ") + fifth.title();
        log(&text);
        yield_!(next);
        log("end");
    }
}

differential! {
    kept_by_something_else_for_the_turn();
    fn kept_by_something_else_for_the_turn() -> impl Coroutine<Yield = usize, Return = ()> {
        let first = page(1);
        let second = page(2);
        let third = page(3);
        yield_!(0);
        let count = {
            let mut list = Vec::new();
            list.push(first.title());
            let mut best = None;
            best.replace(second.title());
            third.visited(&mut |name| list.push(name));
            log((&list, best));
            list.len()
        };
        yield_!(count);
        log("end");
    }
}

differential! {
    fluent_branches(), fed [3, 4];
    fn fluent_branches() -> impl Coroutine<i32, Yield = i32, Return = ()> {
        let mut first = page(1);
        let mut second = page(2);
        let k = yield_!(0);
        match k {
            3 => first.grown(),
            _ => second.grown(),
        };
        yield_!(1);
        log("end");
    }
}

differential! {
    guards_of_scrutinees();
    fn guards_of_scrutinees() -> impl Coroutine<Yield = i32, Return = ()> {
        let first = page(1);
        let second = page(2);
        let third = page(3);
        yield_!(0);
        match first.guard() {
            _ => log("in"),
        }
        match second.guard().0 {
            102 => log("one"),
            _ => log("other"),
        }
        let _ = third.guard();
        yield_!(1);
        log("end");
    }
}

differential! {
    questions_as_statements(), fed [true, true, false];
    fn questions_as_statements() -> impl Coroutine<bool, Yield = i32, Return = Result<i32, i32>> {
        let first = page(1);
        let second = page(2);
        let third = page(3);
        let well = yield_!(0);
        first.settled(well)?;
        yield_!(1);
        let _ = second.settled(well)?;
        let well = yield_!(2);
        third.settled(well)?;
        yield_!(3);
        Ok(7)
    }
}

differential! {
    others_are_consumed_beside_it();
    fn others_are_consumed_beside_it() -> impl Coroutine<Yield = i32, Return = ()> {
        let pages = [page(1), page(2), page(3), page(4), page(5), page(6)];
        let [first, second, third, fourth, fifth, sixth] = pages;
        yield_!(0);
        {
            let other = page(11);
            log(first.weighed(other.eaten()));
        }
        log("first");
        {
            let other = page(12);
            let give = move || other.id;
            second.hold(give());
        }
        log("second");
        {
            let other = page(13);
            third.done_with(|| other.eaten());
        }
        log("third");
        {
            let other = Box::new(Loud(14));
            fourth.hold(*other);
        }
        log("fourth");
        if let Some(other) = Some(page(15)) {
            fifth.hold(other.id);
        }
        log("fifth");
        {
            let other = page(16);
            log(format!("{}", sixth.weighed(other.eaten())));
        }
        yield_!(1);
        log("end");
    }
}

differential! {
    behind_a_condition(), fed [false, true];
    fn behind_a_condition() -> impl Coroutine<bool, Yield = i32, Return = ()> {
        let first = page(1);
        let second = page(2);
        let well = yield_!(0);
        if well && first.weighed(1) > 1 {
            log("yes");
        }
        let well = yield_!(1);
        let sure = well || second.weighed(2) > 9;
        log(sure);
        yield_!(2);
        log("end");
    }
}
