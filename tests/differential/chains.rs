//! Owned chains and records that are taken apart link by link, part by part.

use std::collections::{BTreeMap, VecDeque};

differential! {
    given {
        #[derive(Debug)]
        struct Task { steps: VecDeque<Loud<u8>>, waits: Option<Box<Task>>, title: String }
        fn task(title: &str, steps: &[u8], waits: Option<Box<Task>>) -> Task {
            Task { steps: steps.iter().copied().map(Loud).collect(), waits, title: title.to_owned() }
        }
    }
    after_what_it_waits_for(task("ship", &[1, 2], Some(Box::new(task("test", &[3], None)))));
    fn after_what_it_waits_for(task: Task) -> impl Coroutine<Yield = String, Return = u8> {
        let mut waiting = vec![task];
        let mut done = 0;
        while let Some(mut task) = waiting.pop() {
            yield_!(task.title.clone());
            if let Some(earlier) = task.waits {
                task.waits = None;
                waiting.push(task);
                waiting.push(*earlier);
                continue;
            }
            for step in task.steps {
                yield_!(format!("{} {}", task.title, step.0));
                done += step.0;
            }
            log(("done", &task.title));
        }
        done
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Page { title: String, lines: Vec<String>, notes: Vec<Loud<u8>>, number: u32 }
    }
    bound(vec![
        Page { title: "one".to_owned(), lines: vec!["a".to_owned()], notes: vec![Loud(1)], number: 1 },
        Page { title: "two".to_owned(), lines: vec![], notes: vec![Loud(2), Loud(3)], number: 2 },
    ]);
    fn bound(pages: Vec<Page>) -> impl Coroutine<Yield = usize, Return = BTreeMap<String, Vec<String>>> {
        let mut book = BTreeMap::new();
        for page in pages {
            yield_!(page.number as usize);
            for note in page.notes {
                if note.0 == 3 {
                    log(("spoiled", page.number));
                    break;
                }
                yield_!(note.0 as usize * 10);
            }
            let title = page.title;
            yield_!(title.len());
            book.insert(title, page.lines);
        }
        book
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Queue { front: Vec<Loud<u32>>, back: Vec<Loud<u32>> }
    }
    two_stacks(Queue { front: vec![Loud(1)], back: vec![Loud(2), Loud(3)] }), fed [Some(4), None, Some(5), None];
    fn two_stacks(queue: Queue, #[resume] _: Option<u32>) -> impl Coroutine<Option<u32>, Yield = usize, Return = Vec<Loud<u32>>> {
        let mut queue = queue;
        for _ in 0..4 {
            match yield_!(queue.front.len() + 10 * queue.back.len()) {
                Some(n) => queue.back.push(Loud(n)),
                None if queue.front.is_empty() => {
                    let mut all = queue.back;
                    all.reverse();
                    queue.back = Vec::new();
                    yield_!(all.len() * 100);
                    queue.front = all;
                }
                None => drop(queue.front.pop()),
            }
        }
        queue.front
    }
}

differential! {
    either_side((vec![Loud("left")], vec![Loud("right"), Loud("far right")])), fed [true, false];
    fn either_side(sides: (Vec<Loud<&'static str>>, Vec<Loud<&'static str>>), #[resume] _: bool) -> impl Coroutine<bool, Yield = usize, Return = usize> {
        let _road = enter("road");
        let side = if yield_!(sides.0.len()) { sides.0 } else { sides.1 };
        for house in side {
            yield_!(house.0.len());
        }
        log("the end of the road");
        7
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Reader { lines: std::vec::IntoIter<Loud<&'static str>>, pushed_back: Option<Loud<&'static str>>, line: u32 }
        impl Reader {
            fn new(lines: Vec<Loud<&'static str>>) -> Self {
                Reader { lines: lines.into_iter(), pushed_back: None, line: 0 }
            }
        }
    }
    Reader::new(vec![Loud("# a"), Loud("b"), Loud("# c")]).sections();
    impl Reader {
        fn sections(mut self) -> impl Coroutine<Yield = usize, Return = u32> {
            loop {
                let line = match self.pushed_back {
                    Some(line) => line,
                    None => match self.lines.next() {
                        Some(line) => line,
                        None => break,
                    },
                };
                self.pushed_back = None;
                self.line += 1;
                yield_!(line.0.len());
                if line.0.starts_with('#') && self.line == 1 {
                    self.pushed_back = Some(line);
                    log("once more");
                }
            }
            self.line
        }
    }
}

differential! {
    given {
        #[derive(Debug)]
        struct Layer { inner: Option<Box<Layer>>, weights: Vec<u32> }
        fn layers(count: u32) -> Layer {
            (1..count).fold(Layer { inner: None, weights: vec![0] }, |inner, n| Layer { inner: Some(Box::new(inner)), weights: vec![n; n as usize] })
        }
    }
    peeled(layers(4));
    fn peeled(outermost: Layer) -> impl Iterator<Item = Vec<u32>> {
        let mut layer = outermost;
        loop {
            let weights = layer.weights;
            yield_!(weights);
            match layer.inner {
                Some(inner) => layer = *inner,
                None => return,
            }
        }
    }
}

differential! {
    names_and_their_halves(vec![("ab".to_owned(), Some("c".to_owned())), ("d".to_owned(), None)]);
    fn names_and_their_halves(pairs: Vec<(String, Option<String>)>) -> impl Iterator<Item = String> {
        for pair in pairs {
            let whole = Loud(pair.0.len());
            yield_!(pair.0);
            if let Some(half) = pair.1 {
                yield_!(half);
            }
            log(whole.0);
        }
    }
}
