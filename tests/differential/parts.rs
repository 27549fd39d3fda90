//! Parts moved out of a local that lives on.

use crate::harness::Loud;

differential! {
    given {
        #[derive(Debug)]
        struct Deck { cards: Vec<Loud<u32>>, name: String, bonus: u32 }
    }
    Deck { cards: vec![Loud(7), Loud(8)], name: "small".to_owned(), bonus: 100 }.deal();
    impl Deck {
        fn deal(self) -> impl Coroutine<Yield = u32, Return = String> {
            let _table = enter("table");
            for card in self.cards {
                yield_!(card.0 + self.bonus);
            }
            log("dealt");
            self.name
        }
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Deck { cards: Vec<Loud<u32>>, name: String, bonus: u32 }
    }
    Deck { cards: vec![Loud(7), Loud(8)], name: "late".to_owned(), bonus: 10 }.deal_later();
    impl Deck {
        fn deal_later(mut self) -> impl Iterator<Item = u32> {
            yield_!(self.bonus);
            self.bonus += 1;
            for card in self.cards {
                yield_!(card.0 + self.bonus);
                self.bonus *= 2;
            }
            let name = self.name;
            yield_!(name.len() as u32);
            yield_!(self.bonus);
        }
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Parcel { label: String, items: Vec<Loud<u8>>, note: Option<String>, weight: u32 }
    }
    unpacked(Parcel { label: "fragile".to_owned(), items: vec![Loud(1), Loud(2)], note: Some("thanks".to_owned()), weight: 4 });
    fn unpacked(parcel: Parcel) -> impl Coroutine<Yield = usize, Return = String> {
        yield_!(parcel.weight as usize);
        let label = parcel.label;
        yield_!(label.len());
        for item in parcel.items {
            yield_!(item.0 as usize);
        }
        log("unpacked");
        if let Some(note) = parcel.note {
            yield_!(note.len() + parcel.weight as usize);
        }
        label
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Parcel { label: String, items: Vec<Loud<u8>>, note: Option<String> }
    }
    unpacked_at_once(Parcel { label: "small".to_owned(), items: vec![Loud(1)], note: None });
    fn unpacked_at_once(parcel: Parcel) -> impl Coroutine<Yield = usize, Return = (String, Option<String>)> {
        let items = parcel.items;
        yield_!(items.len());
        let label = parcel.label;
        yield_!(label.len());
        drop(items);
        yield_!(0);
        (label, parcel.note)
    }
}

struct Tree {
    left: Option<Box<Tree>>,
    value: Loud<u32>,
    right: Option<Box<Tree>>,
}

fn leaf(value: u32) -> Option<Box<Tree>> {
    tree(None, value, None)
}

fn tree(left: Option<Box<Tree>>, value: u32, right: Option<Box<Tree>>) -> Option<Box<Tree>> {
    Some(Box::new(Tree { left, value: Loud(value), right }))
}

differential! {
    in_order(tree(tree(leaf(1), 2, None), 3, tree(leaf(4), 5, leaf(6))));
    fn in_order(root: Option<Box<Tree>>) -> impl Iterator<Item = u32> {
        let mut above = Vec::new();
        let mut at = root;
        loop {
            while let Some(mut node) = at {
                at = node.left.take();
                above.push(node);
            }
            let Some(node) = above.pop() else { return };
            yield_!(node.value.0);
            at = node.right;
        }
    }
}

differential! {
    breadth_first(tree(tree(leaf(1), 2, None), 3, leaf(5)).unwrap());
    fn breadth_first(root: Box<Tree>) -> impl Coroutine<Yield = u32, Return = usize> {
        let mut queue = std::collections::VecDeque::from([root]);
        let mut leaves = 0;
        while let Some(node) = queue.pop_front() {
            yield_!(node.value.0);
            if node.left.is_none() && node.right.is_none() {
                leaves += 1;
            }
            if let Some(left) = node.left {
                queue.push_back(left);
            }
            if let Some(right) = node.right {
                yield_!(100);
                queue.push_back(right);
            }
            log(queue.len());
        }
        leaves
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Node { value: Loud<u32>, next: Option<Box<Node>> }
        fn list(values: &[u32]) -> Option<Box<Node>> {
            let node = |next, value: &u32| Some(Box::new(Node { value: Loud(*value), next }));
            values.iter().rev().fold(None, node)
        }
    }
    reversed(list(&[1, 2, 3]));
    fn reversed(list: Option<Box<Node>>) -> impl Coroutine<Yield = u32, Return = Vec<u32>> {
        let mut rest = list;
        let mut done = None;
        while let Some(mut node) = rest {
            yield_!(node.value.0);
            rest = node.next;
            node.next = done;
            log(&node.value);
            done = Some(node);
        }
        let mut values = Vec::new();
        while let Some(node) = done {
            values.push(node.value.0);
            done = node.next;
        }
        values
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Node { value: Loud<u32>, next: Option<Box<Node>> }
        fn list(values: &[u32]) -> Option<Box<Node>> {
            let node = |next, value: &u32| Some(Box::new(Node { value: Loud(*value), next }));
            values.iter().rev().fold(None, node)
        }
    }
    consumed_link_by_link(*list(&[4, 5, 6]).unwrap()), fed [false, false, true];
    fn consumed_link_by_link(first: Node, #[resume] _: bool) -> impl Coroutine<bool, Yield = u32, Return = u32> {
        let mut node = first;
        let mut links = 0;
        loop {
            links += 1;
            if yield_!(node.value.0) {
                log("enough");
                return links;
            }
            match node.next {
                Some(next) => node = *next,
                None => break,
            }
        }
        log("the end");
        links * 100
    }
}

differential! {
    lock_in_a_struct(("name".to_owned(), Loud("guard"), 5)), fed [1, 2];
    fn lock_in_a_struct(entry: (String, Loud<&'static str>, u32), #[resume] _: u32) -> impl Coroutine<u32, Yield = u32, Return = usize> {
        let _outer = enter("outer");
        let count = yield_!(entry.2);
        let name = entry.0;
        yield_!(name.len() as u32 + count);
        let length = { name }.len();
        log(length);
        yield_!(entry.2);
        length
    }
}

differential! {
    copies_leave_the_order(Loud(1));
    fn copies_leave_the_order(first: Loud<u32>) -> impl Coroutine<Yield = u32, Return = u32> {
        let pair = (Loud(2), 20);
        let last = Loud(3);
        yield_!(0);
        let twenty = pair.1;
        let one = first.0;
        yield_!(twenty);
        let two = pair.0.0;
        log((one, two));
        yield_!(two);
        last.0
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Request { path: String, headers: Vec<(String, String)>, body: Option<Vec<u8>> }
    }
    served(Request { path: "/index".to_owned(), headers: vec![("host".to_owned(), "here".to_owned())], body: Some(vec![1, 2]) }), fed ["ok", "gone"];
    fn served(request: Request, #[resume] _: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = Result<usize, String>> {
        if yield_!(format!("{} headers", request.headers.len())) == "gone" {
            return Err(request.path);
        }
        let mut size = 0;
        for (name, value) in request.headers {
            size += name.len() + value.len();
            if yield_!(format!("{name}: {value}")) == "gone" && request.body.is_none() {
                return Err(request.path);
            }
        }
        match request.body {
            Some(body) => {
                yield_!(request.path);
                Ok(size + body.len())
            }
            None => Ok(size),
        }
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Worker { inbox: Vec<Loud<u32>>, done: Vec<Loud<u32>>, name: Loud<&'static str> }
    }
    Worker { inbox: vec![Loud(2), Loud(3)], done: vec![], name: Loud("worker") }.work();
    impl Worker {
        fn work(mut self) -> impl Coroutine<Yield = u32, Return = Vec<Loud<u32>>> {
            for _ in 0..2 {
                for job in self.inbox {
                    yield_!(job.0);
                    self.done.push(job);
                }
                self.inbox = vec![Loud(50)];
                log(self.name.0);
            }
            yield_!(100);
            self.done
        }
    }
}

differential! {
    opened_before_the_first_yield(Box::new(Loud("letter")));
    fn opened_before_the_first_yield(envelope: Box<Loud<&'static str>>) -> impl Coroutine<Yield = u8, Return = usize> {
        let _desk = enter("desk");
        let letter = *envelope;
        yield_!(1);
        log(&letter);
        letter.0.len()
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Config { name: Option<Loud<String>>, level: Loud<u8>, quiet: bool }
    }
    updated_from_itself(Config { name: None, level: Loud(1), quiet: false }), fed ["a", "b", "c"];
    fn updated_from_itself(config: Config) -> impl Coroutine<&'static str, Yield = u8, Return = Config> {
        let mut config = config;
        for round in 0..2 {
            let value = yield_!(config.level.0);
            config = Config { name: Some(Loud(value.to_owned())), ..config };
            if round == 1 {
                config = Config { level: Loud(config.level.0 + 5), quiet: !config.quiet, ..config };
            }
            log(&config);
        }
        yield_!(100);
        config
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Note { name: String, mark: Loud<u8> }
    }
    lengthened_in_a_loop(Note { name: "n".to_owned(), mark: Loud(1) }), fed ["a", "b"];
    fn lengthened_in_a_loop(note: Note) -> impl Coroutine<&'static str, Yield = usize, Return = String> {
        let mut note = note;
        for _ in 0..3 {
            let more = yield_!(note.name.len());
            note.name = note.name + &more.to_uppercase();
            note.name = note.name + "-" + &note.mark.0.to_string();
        }
        note.name
    }
}

differential! {
    counted_by_entry(vec!["a", "b", "a", "a"]);
    fn counted_by_entry(words: Vec<&'static str>) -> impl Coroutine<Yield = usize, Return = usize> {
        use std::collections::btree_map::Entry;
        let mut counts: std::collections::BTreeMap<&str, Loud<usize>> = std::collections::BTreeMap::new();
        for word in words {
            let count = match counts.entry(word) {
                Entry::Occupied(mut entry) => {
                    entry.get_mut().0 += 1;
                    entry.get().0
                }
                Entry::Vacant(entry) => {
                    entry.insert(Loud(1));
                    yield_!(100);
                    1
                }
            };
            yield_!(count);
        }
        counts.len()
    }
}
