//! Loops that no resumption goes on with: each turn that yields leaves.

differential! {
    first_empty_row(vec!["a".to_owned(), String::new(), "b".to_owned()]);
    fn first_empty_row(rows: Vec<String>) -> impl Iterator<Item = usize> {
        let _scan = enter("scan");
        for row in rows.iter() {
            log(row);
            if row.is_empty() {
                yield_!(rows.len());
                return;
            }
        }
        log("no row is empty");
    }
}

differential! {
    first_duplicate(vec![3, 1, 4, 1, 5]);
    fn first_duplicate(numbers: Vec<i32>) -> impl Coroutine<Yield = i32, Return = usize> {
        let mut seen = std::collections::BTreeSet::new();
        let mut found = 0;
        for number in &numbers {
            if !seen.insert(*number) {
                let number = *number;
                found += 1;
                yield_!(number);
                break;
            }
        }
        yield_!(numbers.len() as i32);
        log(seen.len());
        found
    }
}

differential! {
    path_to_a_leaf(vec![vec![0, 3], vec![], vec![5, 2], vec![7]]), fed [1, 2];
    fn path_to_a_leaf(rows: Vec<Vec<u32>>, #[resume] wanted: u32) -> impl Coroutine<u32, Yield = (usize, u32), Return = Option<u32>> {
        for (at, row) in rows.iter().enumerate() {
            for cell in row {
                if *cell > wanted {
                    let cell = *cell;
                    let answer = yield_!((at, cell));
                    return Some(answer + cell);
                }
            }
        }
        None
    }
}

differential! {
    next_row_on_demand(vec!["ab", "cd"], vec!["x", "cd", "ab"]);
    fn next_row_on_demand(wanted: Vec<&'static str>, rows: Vec<&'static str>) -> impl Iterator<Item = usize> {
        let mut from = 0;
        'wanted: while from < wanted.len() {
            let name = wanted[from];
            from += 1;
            let _search = Loud(name);
            for (at, row) in rows.iter().enumerate() {
                if *row == name {
                    yield_!(at);
                    continue 'wanted;
                }
            }
            log(("missing", name));
        }
    }
}

differential! {
    winner_of_the_round(vec![Loud(2), Loud(9), Loud(4)]), fed [10, 20];
    fn winner_of_the_round(hands: Vec<Loud<i32>>, #[resume] limit: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let _table = enter("table");
        let mut turns = hands.iter();
        let prize = loop {
            let Some(hand) = turns.next() else { break 0 };
            if hand.0 > 5 {
                let score = hand.0;
                break yield_!(score) + limit;
            }
        };
        log(("prize", prize));
        prize + hands.len() as i32
    }
}

differential! {
    told_once(vec!["info", "warn: disk", "warn: net"]);
    fn told_once(lines: Vec<&'static str>) -> impl Coroutine<Yield = &'static str, Return = usize> {
        let mut warnings = lines.iter().filter(|line| line.starts_with("warn"));
        while let Some(line) = warnings.next() {
            let _told = enter("told");
            yield_!(*line);
            break;
        }
        log("only once");
        lines.len()
    }
}

differential! {
    longest_wait(vec![4, 8, 15]), fed [true, false];
    fn longest_wait(times: Vec<u64>, #[resume] patient: bool) -> impl Coroutine<bool, Yield = u64, Return = u64> {
        let mut rest = times.as_slice();
        while let [first, tail @ ..] = rest {
            rest = tail;
            if *first > 5 {
                let _bell = Loud(*first);
                let first = *first;
                return if yield_!(first) { 1 } else { first };
            } else if !patient {
                break;
            }
        }
        times.iter().sum()
    }
}

differential! {
    first_vowel("rhythm and blues".to_owned());
    fn first_vowel(text: String) -> impl Coroutine<Yield = char, Return = Result<usize, String>> {
        for (at, letter) in text.char_indices() {
            match letter {
                'a' | 'e' | 'i' | 'o' | 'u' => {
                    yield_!(letter);
                    return Ok(at);
                }
                ' ' => log("word"),
                _ => {}
            }
        }
        Err(text)
    }
}

differential! {
    broken_line(vec!["key=1".to_owned(), "oops".to_owned(), "more=2".to_owned()]), fed ["skip", "stop"];
    fn broken_line(lines: Vec<String>, #[resume] _start: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = Vec<usize>> {
        let mut lengths = Vec::new();
        for line in &lines {
            let Some((_, value)) = line.split_once('=') else {
                let message = format!("no value in {line}");
                let answer = yield_!(message);
                lengths.push(answer.len());
                return lengths;
            };
            lengths.push(value.len());
        }
        lengths
    }
}

differential! {
    goal_in_a_grid(vec![b"..x".to_vec(), b".o.".to_vec()]);
    fn goal_in_a_grid(grid: Vec<Vec<u8>>) -> impl Iterator<Item = (usize, usize)> {
        let _map = Loud("map");
        'rows: for (y, row) in grid.iter().enumerate() {
            for (x, cell) in row.iter().enumerate() {
                if *cell == b'o' {
                    yield_!((x, y));
                    break 'rows;
                }
                log(*cell as char);
            }
        }
        log("searched");
        yield_!((grid.len(), 0));
    }
}

differential! {
    no_empty_row(vec!["a".to_owned()]);
    fn no_empty_row(rows: Vec<String>) -> impl Iterator<Item = usize> {
        let _scan = enter("scan");
        for (at, row) in rows.iter().enumerate() {
            if row.is_empty() {
                yield_!(at);
                return;
            }
        }
        yield_!(rows.len() * 100);
    }
}

differential! {
    tried_again_after_a_report(vec![1, 20, 3, 40]);
    fn tried_again_after_a_report(mut readings: Vec<u32>) -> impl Coroutine<Yield = u32, Return = Vec<u32>> {
        'again: loop {
            let _pass = enter("pass");
            for (at, reading) in readings.iter().enumerate() {
                if *reading > 9 {
                    let spike = *reading;
                    readings.remove(at);
                    yield_!(spike);
                    continue 'again;
                }
            }
            return readings;
        }
    }
}

differential! {
    given {
        struct Grid { cells: Vec<Vec<char>>, name: Loud<&'static str> }
    }
    located(Grid { cells: vec![vec!['.', 'x'], vec!['o', '.']], name: Loud("grid") }, vec!['o', '?', 'x']), fed [1, 2];
    fn located(grid: Grid, wanted: Vec<char>, #[resume] _: usize) -> impl Coroutine<usize, Yield = (usize, usize), Return = usize> {
        let mut score = 0;
        'wanted: for mark in wanted {
            for (y, row) in grid.cells.iter().enumerate() {
                if let Some(x) = row.iter().position(|cell| *cell == mark) {
                    let _flag = Loud(mark);
                    score += yield_!((x, y));
                    continue 'wanted;
                }
            }
            log(("nowhere", mark));
        }
        score + grid.name.0.len()
    }
}
