//! Arguments with elided lifetimes of their own, which meet in one local.

differential! {
    longer("a", &String::from("bb"));
    fn longer(a: &str, b: &str) -> impl Iterator<Item = usize> {
        let longer = if a.len() > b.len() { a } else { b };
        yield_!(1);
        yield_!(longer.len());
    }
}

differential! {
    one_after_the_other(&[1, 2], &vec![3]);
    fn one_after_the_other(first: &[i32], second: &Vec<i32>) -> impl Iterator<Item = i32> {
        for number in first.iter().chain(second) {
            yield_!(*number);
        }
    }
}

differential! {
    each_side(&["a", "b"], &[&String::from("c")]);
    fn each_side(left: &[&str], right: &[&str]) -> impl Coroutine<Yield = String, Return = usize> {
        let mut seen = Vec::new();
        for side in [left, right] {
            for word in side {
                seen.push(*word);
                yield_!(word.to_string());
            }
        }
        seen.len()
    }
}

differential! {
    current(&vec![4, 5], &[6]);
    fn current(first: &[u8], second: &[u8]) -> impl Iterator<Item = u8> {
        let mut current = first;
        let mut switched = false;
        loop {
            while let [head, rest @ ..] = current {
                current = rest;
                yield_!(*head);
            }
            if switched {
                return;
            }
            switched = true;
            current = second;
        }
    }
}

differential! {
    fallback(&std::collections::HashMap::from([(1, "one")]), &String::from("none"), &[1, 2]);
    fn fallback(names: &std::collections::HashMap<u8, &str>, other: &str, keys: &[u8]) -> impl Iterator<Item = usize> {
        for key in keys {
            let name = names.get(key).copied().unwrap_or(other);
            yield_!(name.len());
            yield_!(name.chars().count());
        }
    }
}

struct Names {
    own: String,
}

impl Names {
    fn new() -> Self {
        Self { own: String::from("own") }
    }
}

differential! {
    in_a_method(&Names::new(), "other");
    fn in_a_method(names: &Names, other: &str) -> impl Iterator<Item = usize> {
        let mut all = vec![other];
        all.push(&names.own);
        while let Some(name) = all.pop() {
            yield_!(name.len());
        }
    }
}
