//! What a `coro!` closure captures, and moves out of, in part or whole, or borrows for long.

use crate::harness::{Loud, log};

differential! {
    and closure;
    given { struct Group { names: Vec<String>, n: u32 } }
    (&mut Group { names: vec!["a".to_owned(), "b".to_owned()], n: 1 }).each_changed();
    impl Group {
        fn each_changed(&mut self) -> impl Coroutine<Yield = &mut String, Return = ()> {
            for name in self.names.iter_mut() {
                name.push('!');
                yield_!(name);
            }
        }
    }
}

differential! {
    and closure;
    given { struct Group { names: Vec<String>, n: u32 } }
    Box::leak(Box::new(Group { names: vec!["a".to_owned()], n: 1 })).a_part_lent_on();
    impl Group {
        fn a_part_lent_on(&mut self) -> impl Coroutine<Yield = usize, Return = &mut Vec<String>> {
            yield_!(self.names.len());
            self.n += 1;
            &mut self.names
        }
    }
}

differential! {
    and closure;
    given { struct Group { names: Vec<Loud<&'static str>>, n: u32 } }
    Group { names: vec![Loud("a"), Loud("b")], n: 1 }.part_by_part();
    impl Group {
        fn part_by_part(self) -> impl Coroutine<Yield = Loud<&'static str>, Return = u32> {
            for name in self.names {
                yield_!(name);
            }
            self.n
        }
    }
}

differential! {
    and closure;
    given { struct Group { names: Vec<Loud<&'static str>>, n: u32 } }
    Group { names: vec![Loud("a"), Loud("b")], n: 1 }.popped();
    impl Group {
        fn popped(mut self) -> impl Coroutine<Yield = Loud<&'static str>, Return = u32> {
            while let Some(name) = self.names.pop() {
                self.n += 1;
                yield_!(name);
            }
            self.n
        }
    }
}

differential! {
    and closure;
    given { #[derive(Debug)] struct Group { names: Vec<Loud<&'static str>>, n: u32 } }
    Group { names: vec![Loud("a"), Loud("b")], n: 1 }.all_of_it_in_the_end();
    impl Group {
        fn all_of_it_in_the_end(self) -> impl Coroutine<Yield = Loud<&'static str>, Return = Group> {
            log(format!("{self:?}"));
            yield_!(self.names[0].clone());
            log(format!("{}", self.n));
            self
        }
    }
}

differential! {
    and closure;
    given {
        struct Job(Loud<u32>);
        impl Job {
            fn rest(&self) -> u32 {
                self.0.0
            }
            fn spent(self) -> u32 {
                log("spent");
                self.0.0
            }
        }
    }
    Job(Loud(3)).consumed();
    impl Job {
        fn consumed(self) -> impl Coroutine<Yield = u32, Return = u32> {
            yield_!(self.rest());
            let n = self.spent();
            yield_!(n);
            n + 1
        }
    }
}

differential! {
    and closure;
    an_item_lent_on(Box::leak(Box::new(vec!["a".to_owned()])));
    fn an_item_lent_on(items: &mut Vec<String>) -> impl Coroutine<Yield = usize, Return = &mut String> {
        yield_!(items.len());
        items.push("x".into());
        &mut items[0]
    }
}

differential! {
    and closure;
    each_item(&mut vec!["a".to_owned(), "b".to_owned()]), fed [1, 2];
    fn each_item(items: &mut Vec<String>) -> impl Coroutine<u32, Yield = &mut String, Return = usize> {
        let mut turns = 0;
        if let Some(last) = items.last_mut() {
            last.push_str("!");
        }
        for item in items.iter_mut() {
            turns += 1;
            item.push('?');
            let fed = yield_!(item);
            log(fed);
        }
        turns
    }
}

differential! {
    and closure;
    one_part_then_another((Loud(String::from("t")), vec![Loud(1), Loud(2)]));
    fn one_part_then_another(pair: (Loud<String>, Vec<Loud<u32>>)) -> impl Coroutine<Yield = Loud<u32>, Return = usize> {
        for n in pair.1 {
            yield_!(n);
        }
        pair.0.0.len()
    }
}

differential! {
    and closure;
    counted(3, vec![Loud(1)]), fed [1, 2, 3];
    fn counted(mut n: u32, mut seen: Vec<Loud<u32>>) -> impl Coroutine<u32, Yield = u32, Return = Vec<Loud<u32>>> {
        while n > 0 {
            let fed = yield_!(n);
            n -= 1;
            seen.push(Loud(fed));
        }
        seen
    }
}

differential! {
    and closure;
    kept_beside(&mut [1, 2, 3]);
    fn kept_beside(slots: &mut [u32]) -> impl Coroutine<Yield = u32, Return = u32> {
        let (first, rest) = slots.split_first_mut().expect("not empty");
        yield_!(*first);
        for slot in rest {
            *slot += *first;
            yield_!(*slot);
        }
        *first += 1;
        *first
    }
}

differential! {
    and closure;
    found_in_a_map(&mut std::collections::BTreeMap::from([(1, 1), (2, 2)]));
    fn found_in_a_map(map: &mut std::collections::BTreeMap<u32, u32>) -> impl Coroutine<Yield = u32, Return = ()> {
        yield_!(map.len() as u32);
        if let Some(found) = map.get_mut(&2) {
            *found += 1;
            yield_!(*found);
            *found += 1;
            yield_!(*found);
        }
    }
}
