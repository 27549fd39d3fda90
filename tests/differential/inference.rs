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
