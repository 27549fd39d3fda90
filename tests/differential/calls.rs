//! Closures beside a yield: what they read of a kept local, and what a call with one in it lends.

use std::collections::{BTreeMap, HashMap};

differential! {
    given {
        #[derive(Debug, Clone, Copy)]
        struct Point { x: i32, y: i32 }
    }
    nearest_first(Point { x: 1, y: 1 }, vec![Point { x: 9, y: 9 }, Point { x: 2, y: 0 }, Point { x: -3, y: 4 }]);
    fn nearest_first(from: Point, mut points: Vec<Point>) -> impl Iterator<Item = i32> {
        yield_!(from.x);
        points.sort_by_key(|point| (point.x - from.x).abs() + (point.y - from.y).abs());
        while let Some(point) = points.pop() {
            let distance = |scale: i32| scale * ((point.x - from.x).abs() + (point.y - from.y).abs());
            let far = distance(1) > 5;
            yield_!(if far { distance(10) } else { distance(1) });
        }
        yield_!(from.y);
    }
}

differential! {
    counted_from(vec!["a", "b", "a"], 10);
    fn counted_from(words: Vec<&'static str>, start: u32) -> impl Coroutine<Yield = u32, Return = u32> {
        let mut counts = HashMap::new();
        for word in words {
            let count = counts.entry(word).or_insert_with(move || start);
            *count += 1;
            let now = *count;
            yield_!(now);
        }
        counts["a"]
    }
}

differential! {
    grouped_by_initial(vec![Loud("ant"), Loud("bee"), Loud("asp")]);
    fn grouped_by_initial(words: Vec<Loud<&'static str>>) -> impl Coroutine<Yield = usize, Return = BTreeMap<char, Vec<Loud<&'static str>>>> {
        let mut groups = BTreeMap::new();
        for word in words {
            let initial = word.0.chars().next().unwrap();
            let group = groups.entry(initial).or_insert_with(|| {
                log(("new", initial));
                Vec::new()
            });
            group.push(word);
            let size = group.len();
            yield_!(size);
        }
        groups
    }
}

differential! {
    paid_into_one_account(vec![(1, 10), (2, 20), (3, 30)]), fed [(2, 5), (3, 6), (9, 1)];
    fn paid_into_one_account(mut accounts: Vec<(u32, u32)>, #[resume] mut payment: (u32, u32)) -> impl Coroutine<(u32, u32), Yield = u32, Return = Vec<(u32, u32)>> {
        loop {
            let (id, amount) = payment;
            let Some(account) = accounts.iter_mut().find(move |account| account.0 == id) else {
                return accounts;
            };
            account.1 += amount;
            let balance = account.1;
            payment = yield_!(balance);
        }
    }
}

differential! {
    longest_name(vec!["a".to_owned(), "ccc".to_owned(), "bb".to_owned()]);
    fn longest_name(names: Vec<String>) -> impl Coroutine<Yield = usize, Return = Vec<String>> {
        let longest = names.iter().map(String::as_str).max_by_key(|name| name.len()).unwrap_or_default();
        log(longest);
        let length = longest.len();
        yield_!(length);
        let shortest = names.iter().min_by_key(|name| name.len()).unwrap();
        let both = shortest.len() + length;
        yield_!(both);
        names
    }
}

differential! {
    prefix_filled_in_once(None, String::from("pre")), fed ["-a", "-b"];
    fn prefix_filled_in_once(cached: Option<String>, prefix: String, #[resume] mut suffix: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = Option<String>> {
        let mut cached = cached;
        let text = cached.get_or_insert_with(|| prefix);
        text.push_str(suffix);
        let shown = text.clone();
        suffix = yield_!(shown);
        let text = cached.get_or_insert_with(|| unreachable!());
        text.push_str(suffix);
        yield_!(String::new());
        cached
    }
}

differential! {
    first_of_that_length(vec![Loud("one"), Loud("three"), Loud("four")], 4);
    fn first_of_that_length(words: Vec<Loud<&'static str>>, length: usize) -> impl Coroutine<Yield = &'static str, Return = usize> {
        let found = words.iter().find(move |word| word.0.len() == length).unwrap();
        let text = found.0;
        yield_!(text);
        let at = words.iter().position(|word| word.0.len() > length);
        yield_!("other");
        at.unwrap_or(words.len())
    }
}

differential! {
    list_begun_with_its_first(vec![("x", Loud(1)), ("y", Loud(2)), ("x", Loud(3))]);
    fn list_begun_with_its_first(pairs: Vec<(&'static str, Loud<u8>)>) -> impl Coroutine<Yield = usize, Return = Vec<(&'static str, usize)>> {
        let mut lists: BTreeMap<&str, Vec<Loud<u8>>> = BTreeMap::new();
        for (key, first) in pairs {
            let header = Loud(0);
            let list = lists.entry(key).or_insert_with(|| vec![header]);
            list.push(first);
            let length = list.len();
            yield_!(length);
        }
        lists.iter().map(|(key, list)| (*key, list.len())).collect()
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Tariff { base: u32, rate: u32, name: Loud<&'static str> }
    }
    billed(Tariff { base: 5, rate: 3, name: Loud("night") }), fed [2, 4];
    fn billed(tariff: Tariff, #[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let second = yield_!(tariff.base);
        let price = |hours: u32| tariff.base + hours * tariff.rate;
        let both = price(first) + price(second);
        let third = yield_!(both);
        log(tariff.name.0);
        third * tariff.rate
    }
}

differential! {
    reached_its_limit((0, 6, Loud("meter")), vec![2, 3, 4]);
    fn reached_its_limit(mut meter: (u32, u32, Loud<&'static str>), amounts: Vec<u32>) -> impl Coroutine<Yield = u32, Return = &'static str> {
        for amount in amounts {
            let is_over = |more: u32| meter.0 + more > meter.1;
            if is_over(amount) {
                yield_!(meter.1);
                return meter.2.0;
            }
            meter.0 += amount;
            yield_!(meter.0);
        }
        "below"
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Rules { widths: [u32; 2], label: Loud<String> }
    }
    justified(Rules { widths: [4, 6], label: Loud("rules".to_owned()) }, vec!["a", "bcd"]);
    fn justified(rules: Rules, words: Vec<&'static str>) -> impl Iterator<Item = String> {
        yield_!(rules.label.0.clone());
        let pad = |word: &str, at: usize| format!("{word:>width$}", width = rules.widths[at] as usize);
        let all: Vec<String> = words.iter().enumerate().map(|(at, word)| pad(word, at)).collect();
        for line in all {
            yield_!(line);
        }
        log(rules.widths);
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Counter { hits: u32, misses: u32, name: Loud<&'static str> }
    }
    counted_by_a_closure(Counter { hits: 1, misses: 2, name: Loud("cache") });
    fn counted_by_a_closure(mut counter: Counter) -> impl Coroutine<Yield = u32, Return = u32> {
        yield_!(counter.hits);
        let mut hit = |by: u32| {
            counter.hits += by;
            counter.hits
        };
        let now = hit(2) + hit(3);
        yield_!(now);
        let ratio = |scale: u32| counter.hits * scale / counter.misses;
        let scaled = ratio(10);
        yield_!(scaled);
        counter.name.0.len() as u32
    }
}
