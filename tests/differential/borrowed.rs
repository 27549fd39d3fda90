//! Inputs that are borrowed from the caller.

use std::collections::{BTreeMap, HashMap};

differential! {
    number_slots(&mut [0; 3]);
    fn number_slots(slots: &mut [i32]) -> impl Coroutine<Yield = usize, Return = ()> {
        for (i, slot) in slots.iter_mut().enumerate() {
            *slot = 5;
            yield_!(i);
        }
    }
}

differential! {
    drain_all(&mut vec![1, 2]);
    fn drain_all(items: &mut Vec<i32>) -> impl Iterator<Item = i32> {
        for item in items.drain(..) {
            yield_!(item);
        }
    }
}

differential! {
    increment_each(&mut vec![1, 2]);
    fn increment_each(items: &mut Vec<i32>) -> impl Iterator<Item = i32> {
        for item in items {
            *item += 1;
            yield_!(*item);
        }
    }
}

differential! {
    last_item(&mut vec![1, 2]);
    fn last_item(items: &mut Vec<i32>) -> impl Iterator<Item = i32> {
        let Some(last) = items.last_mut() else { return };
        *last = 9;
        yield_!(*last);
        *last += 1;
        yield_!(*last);
    }
}

differential! {
    reborrowed(&mut 5);
    fn reborrowed(n: &mut i32) -> impl Iterator<Item = i32> {
        let m = &mut *n;
        yield_!(*m);
        *m += 1;
        yield_!(*m);
    }
}

differential! {
    lines_of("one\n\n three \n#no\nfive");
    fn lines_of(text: &str) -> impl Coroutine<Yield = (usize, &str), Return = usize> {
        let mut kept = 0;
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            kept += 1;
            yield_!((number + 1, line));
        }
        kept
    }
}

differential! {
    split_at_marks(b"ab|c||d", b'|');
    fn split_at_marks(bytes: &[u8], mark: u8) -> impl Iterator<Item = &[u8]> {
        let mut rest = bytes;
        while let Some(at) = rest.iter().position(|&byte| byte == mark) {
            let (before, after) = rest.split_at(at);
            yield_!(before);
            rest = &after[1..];
        }
        yield_!(rest);
    }
}

differential! {
    count_words("the cat and the hat and the bat", &mut BTreeMap::new());
    fn count_words<'t>(text: &'t str, counts: &mut BTreeMap<&'t str, u32>) -> impl Coroutine<Yield = (&'t str, u32), Return = usize> {
        for word in text.split_whitespace() {
            let count = counts.entry(word).or_insert(0);
            *count += 1;
            let now = *count;
            yield_!((word, now));
        }
        counts.len()
    }
}

differential! {
    given {
        struct Parser<'t> { text: &'t str, at: usize }
        impl<'t> Parser<'t> {
            fn word(&mut self) -> Option<&'t str> {
                let rest = self.text[self.at..].trim_start();
                let start = self.text.len() - rest.len();
                let length = rest.find(' ').unwrap_or(rest.len());
                self.at = start + length;
                (length > 0).then(|| &self.text[start..self.at])
            }
        }
    }
    words_with(Parser { text: " to  be or", at: 0 });
    fn words_with<'t>(mut parser: Parser<'t>) -> impl Coroutine<Yield = &'t str, Return = usize> {
        while let Some(word) = parser.word() {
            yield_!(word);
        }
        parser.at
    }
}

differential! {
    lookups(&HashMap::from([("a", vec![1, 2]), ("b", vec![])]), &["b", "a", "c"]);
    fn lookups<'m>(map: &'m HashMap<&'m str, Vec<u32>>, keys: &[&'m str]) -> impl Coroutine<Yield = Option<&'m u32>, Return = u32> {
        let mut missing = 0;
        for key in keys {
            match map.get(key) {
                Some(values) if values.is_empty() => yield_!(None),
                Some(values) => {
                    for value in values {
                        yield_!(Some(value));
                    }
                }
                None => missing += 1,
            }
        }
        missing
    }
}

differential! {
    longest(&[String::from("a"), String::from("abc"), String::from("ab")]);
    fn longest(words: &[String]) -> impl Coroutine<Yield = &str, Return = Option<usize>> {
        let mut best: Option<&String> = None;
        for word in words {
            if best.is_none_or(|best| word.len() > best.len()) {
                best = Some(word);
                yield_!(word.as_str());
            }
        }
        best.map(String::len)
    }
}

differential! {
    shared_cell(&std::cell::Cell::new(1)), fed [2, 3];
    fn shared_cell(total: &std::cell::Cell<i32>, #[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        total.set(total.get() + first);
        for _ in 0..3 {
            let next = yield_!(total.get());
            total.set(total.get() * next);
        }
        total.replace(0)
    }
}

differential! {
    shared_log(&std::cell::RefCell::new(vec!["start"])), fed ["a", "b"];
    fn shared_log(lines: &std::cell::RefCell<Vec<&'static str>>, #[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = usize, Return = String> {
        lines.borrow_mut().push(first);
        let next = yield_!(lines.borrow().len());
        {
            let mut open = lines.borrow_mut();
            open.push(next);
            open.push("end");
        }
        yield_!(lines.borrow().len());
        lines.borrow().join(",")
    }
}

differential! {
    take_from_queue(&mut std::collections::VecDeque::from([1, 2, 3])), fed [true, false, true];
    fn take_from_queue(queue: &mut std::collections::VecDeque<u8>, #[resume] mut front: bool) -> impl Coroutine<bool, Yield = u8, Return = usize> {
        while let Some(item) = if front { queue.pop_front() } else { queue.pop_back() } {
            front = yield_!(item);
        }
        queue.len()
    }
}

differential! {
    borrowed_guards(&std::cell::RefCell::new(vec![1, 2, 3]));
    fn borrowed_guards(cell: &std::cell::RefCell<Vec<u8>>) -> impl Coroutine<Yield = u8, Return = usize> {
        let free = |cell: &std::cell::RefCell<Vec<u8>>| cell.try_borrow_mut().is_ok();
        yield_!(cell.borrow()[1]);
        log(free(cell));
        yield_!(*cell.borrow().first().unwrap());
        yield_!(cell.borrow().len() as u8 + free(cell) as u8);
        log(free(cell));
        cell.borrow().len()
    }
}

differential! {
    answer_each_line(), fed [String::from("add 2"), String::from("what else"), String::from("add x"), String::from("end")];
    fn answer_each_line(#[resume] first: String) -> impl Coroutine<String, Yield = i32, Return = i32> {
        let mut line = first;
        loop {
            match line.split_once(' ') {
                Some(("add", n)) => {
                    let n = n.parse().unwrap_or(0);
                    line = yield_!(n);
                }
                Some((_, _)) => {
                    line = yield_!(-1);
                }
                None => return 0,
            }
        }
    }
}

differential! {
    commands(), fed [String::from("help"), String::from("go on"), String::from("stop"), String::from("quit")];
    fn commands(#[resume] first: String) -> impl Coroutine<String, Yield = i32, Return = i32> {
        let mut line = first;
        loop {
            line = match &line[..] {
                "quit" => return 1,
                "help" => yield_!(0),
                other => yield_!(other.len() as i32),
            };
            if let Some((command, rest)) = line.split_once(' ') {
                let length = rest.len() + command.len();
                line = yield_!(length as i32);
            }
        }
    }
}

differential! {
    copies_of_the_first(vec![1, 2]);
    fn copies_of_the_first(mut items: Vec<u32>) -> impl Coroutine<Yield = usize, Return = Vec<u32>> {
        let Some(first) = items.first() else { return items };
        let x = *first;
        items.push(x);
        yield_!(items.len());
        if let Some(last) = items.last() {
            let y = *last + 1;
            items.push(y);
            yield_!(items.len());
        }
        match items.get(1) {
            Some(second) if *second > 1 => {
                let z = *second;
                items.push(z * 10);
                yield_!(items.len());
            }
            _ => {}
        }
        items
    }
}

differential! {
    partitions(vec![5, 2, 9, 1]);
    fn partitions(mut numbers: Vec<i32>) -> impl Iterator<Item = (usize, i32)> {
        let mut todo = vec![0..numbers.len()];
        while let Some(range) = todo.pop() {
            if range.len() < 2 {
                continue;
            }
            let part = &mut numbers[range.clone()];
            let (pivot, rest) = part.split_last_mut().unwrap();
            let mut store = 0;
            for i in 0..rest.len() {
                if rest[i] < *pivot {
                    rest.swap(i, store);
                    store += 1;
                }
            }
            part.swap(store, range.len() - 1);
            let middle = range.start + store;
            todo.push(range.start..middle);
            todo.push(middle + 1..range.end);
            yield_!((middle, numbers[middle]));
        }
    }
}

differential! {
    branches_that_lend(String::from("first"), String::from("second one"), true);
    fn branches_that_lend(first: String, second: String, waits: bool) -> impl Iterator<Item = usize> {
        let longer = if waits {
            yield_!(0);
            &first
        } else {
            &second
        };
        let length = longer.len();
        yield_!(length);
        let third = Loud(String::from("third of them"));
        let words = if first.len() > 3 { third.0.split(' ') } else { yield_!(1); second.split(' ') };
        let count = words.count();
        yield_!(count);
        let (head, tail) = match second.split_once(' ') {
            Some(parts) => parts,
            None => {
                yield_!(7);
                (second.as_str(), "")
            }
        };
        let length = head.len() * 10 + tail.len();
        yield_!(length);
    }
}

differential! {
    looked_up_or_waited_for(2);
    fn looked_up_or_waited_for(n: i32) -> impl Iterator<Item = i32> {
        let known = std::collections::BTreeMap::from([("a", 1), ("b", n)]);
        let found = match known.get("q") {
            Some(value) => value,
            None => {
                yield_!(0);
                known.get("b").unwrap()
            }
        };
        let found = *found;
        yield_!(found);
        let list = vec![Loud(1), Loud(2)];
        log(
            if let Some(first) = list.first() {
                first.0
            } else {
                yield_!(9);
                0
            },
        );
        let length = if n > 2 {
            yield_!(5);
            &list[..1]
        } else {
            &list[..]
        }
        .len();
        yield_!(length as i32);
    }
}
