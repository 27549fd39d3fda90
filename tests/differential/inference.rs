//! Types that are decided after a yield, for code that another branch runs.

differential! {
    last_positive(vec![1, -2, 3]);
    fn last_positive(items: Vec<i32>) -> impl Iterator<Item = i32> {
        let mut last = None;
        for x in items {
            if x > 0 {
                yield_!(x);
                last = Some(x);
            } else if let Some(l) = last {
                yield_!(-l);
            }
        }
    }
}

differential! {
    seen_words(vec![0, 1, 0, 2]);
    fn seen_words(items: Vec<u8>) -> impl Iterator<Item = usize> {
        let mut seen = Vec::new();
        for x in items {
            match x {
                0 => {
                    yield_!(0);
                    seen.push(String::from("x"));
                }
                _ => {
                    let n = seen.iter().filter(|s| s.len() == 1).count();
                    yield_!(n);
                }
            }
        }
    }
}

differential! {
    best_so_far(vec![3, 0, 5]);
    fn best_so_far(items: Vec<u32>) -> impl Iterator<Item = u32> {
        let mut best = None;
        for x in items {
            if x == 0 {
                yield_!(0);
                let name = "a";
                best = Some((x + 2, name));
                continue;
            }
            if let Some((n, s)) = best {
                yield_!(n.pow(2) + s.len() as u32);
            }
        }
    }
}

differential! {
    told_behind_the_last_yield(Loud(3));
    fn told_behind_the_last_yield(kept: Loud<i32>) -> impl Coroutine<Yield = i32, Return = i32> {
        yield_!(1);
        let list = vec![1];
        yield_!(2);
        let mut told = None;
        told = Some(Loud(kept.0 + 1));
        log(&told);
        11
    }
}

differential! {
    given_in_a_box(Loud(3));
    fn given_in_a_box(kept: Loud<i32>) -> impl Coroutine<Yield = i32, Return = i32> {
        fn open(item: Loud<i32>) -> i32 {
            item.0
        }
        yield_!(kept.0);
        let boxed = Box::new(Loud(5));
        let n = open(*boxed);
        yield_!(n);
        11
    }
}

differential! {
    and closure;
    branches_that_tell_each_other(true, Some(Loud(1))), fed [1, 2, 3];
    fn branches_that_tell_each_other(c: bool, other: Option<Loud<u32>>) -> impl Coroutine<u32, Yield = u32, Return = ()> {
        let x = Loud(7);
        yield_!(0);
        if c { Some(x) } else { yield_!(5); None };
        log("after");
        if !c { yield_!(5); Some(Loud(8)) } else { yield_!(6); log("none"); None };
        if let bar @ Some(_) = other { yield_!(1); bar } else { None };
        log("at the end");
        match yield_!(2) {
            3 => { yield_!(3); Some(Loud(9)) }
            2 => None,
            1 => { yield_!(4); Some(Loud(10)) }
            _ => return,
        };
        yield_!(9);
    }
}

differential! {
    branches_of_a_turn(3);
    fn branches_of_a_turn(n: u32) -> impl Iterator<Item = u32> {
        let mut i = 0;
        loop {
            i += 1;
            if i == 1 {
                yield_!(1);
                Some(Loud(i))
            } else if i < n {
                None
            } else {
                yield_!(2);
                break;
            };
            log("turn");
        }
    }
}
