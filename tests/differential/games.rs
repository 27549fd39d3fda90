//! Games and dialogs.

differential! {
    guess(37), fed ["50", "x", "25", "37"];
    fn guess(secret: u32, #[resume] mut said: &'static str) -> impl Coroutine<&'static str, Yield = &'static str, Return = usize> {
        let mut guesses = 0;
        loop {
            let Ok(number) = said.parse::<u32>() else {
                said = yield_!("a number, please");
                continue;
            };
            guesses += 1;
            said = match number.cmp(&secret) {
                std::cmp::Ordering::Less => yield_!("more"),
                std::cmp::Ordering::Greater => yield_!("less"),
                std::cmp::Ordering::Equal => break guesses,
            }
        }
    }
}

differential! {
    and closure;
    hangman("banana", 3), fed ['a', 'x', 'n', 'y', 'b'];
    fn hangman(word: &'static str, mut lives: u32, #[resume] first: char) -> impl Coroutine<char, Yield = String, Return = bool> {
        let mut tried = String::new();
        let mut letter = first;
        while lives > 0 {
            if tried.contains(letter) {
                log("again?");
            } else if !word.contains(letter) {
                lives -= 1;
            }
            tried.push(letter);
            let shown: String = word.chars().map(|c| if tried.contains(c) { c } else { '_' }).collect();
            if !shown.contains('_') {
                return true;
            }
            letter = yield_!(shown);
        }
        false
    }
}

differential! {
    tic_tac_toe(), fed [0, 4, 1, 4, 3, 2];
    fn tic_tac_toe(#[resume] first: usize) -> impl Coroutine<usize, Yield = Result<String, usize>, Return = Option<char>> {
        const LINES: [[usize; 3]; 8] = [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];
        let mut board = ['.'; 9];
        let mut place = first;
        for turn in 0..9 {
            let player = if turn % 2 == 0 { 'x' } else { 'o' };
            while board.get(place) != Some(&'.') {
                place = yield_!(Err(place));
            }
            board[place] = player;
            if LINES.iter().any(|line| line.iter().all(|&at| board[at] == player)) {
                return Some(player);
            }
            place = yield_!(Ok(board.iter().collect()));
        }
        None
    }
}

differential! {
    life(vec![(1, 0), (1, 1), (1, 2), (5, 5)]);
    fn life(cells: Vec<(i32, i32)>) -> impl Coroutine<Yield = Vec<(i32, i32)>, Return = u32> {
        let mut alive: std::collections::BTreeSet<_> = cells.into_iter().collect();
        let mut generation = 0;
        while !alive.is_empty() && generation < 4 {
            let mut counts = std::collections::BTreeMap::new();
            for &(x, y) in &alive {
                for (dx, dy) in [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)] {
                    *counts.entry((x + dx, y + dy)).or_insert(0) += 1;
                }
            }
            let next = counts.into_iter().filter(|&(cell, count)| count == 3 || count == 2 && alive.contains(&cell));
            alive = next.map(|(cell, _)| cell).collect();
            yield_!(alive.iter().copied().collect());
            generation += 1;
        }
        generation
    }
}

differential! {
    and closure;
    bowling(), fed [10, 3, 7, 4, 2];
    fn bowling(#[resume] mut pins: u32) -> impl Coroutine<u32, Yield = (usize, u32), Return = u32> {
        let mut rolls = vec![];
        let mut frames = vec![];
        for frame in 1..=10 {
            frames.push(rolls.len());
            rolls.push(pins);
            if pins < 10 {
                pins = yield_!((frame, pins));
                rolls.push(pins);
            }
            pins = yield_!((frame, pins));
        }
        rolls.extend([pins, pins]);
        frames.into_iter().fold(0, |score, at| {
            let strike = rolls[at] == 10;
            let spare = rolls[at] + rolls[at + 1] == 10;
            score + rolls[at] + rolls[at + 1] + if strike || spare { rolls[at + 2] } else { 0 }
        })
    }
}

differential! {
    tennis(), fed [true, false, false, true, true];
    fn tennis(#[resume] mut server_scores: bool) -> impl Coroutine<bool, Yield = String, Return = &'static str> {
        const NAMES: [&str; 4] = ["love", "15", "30", "40"];
        let (mut server, mut other) = (0usize, 0usize);
        loop {
            if server_scores { server += 1 } else { other += 1 }
            server_scores = yield_!(match (server, other) {
                (4.., _) if server >= other + 2 => return "server",
                (_, 4..) if other >= server + 2 => return "other",
                (3.., 3..) if server == other => "deuce".to_owned(),
                (3.., 3..) => format!("advantage {}", if server > other { "server" } else { "other" }),
                _ => format!("{}-{}", NAMES[server], NAMES[other]),
            });
        }
    }
}

differential! {
    and closure;
    nim([3, 4]), fed [(0, 2), (1, 9), (1, 4), (0, 1)];
    fn nim(mut heaps: [u32; 2], #[resume] (mut heap, mut take): (usize, u32)) -> impl Coroutine<(usize, u32), Yield = Result<[u32; 2], String>, Return = usize> {
        let mut player = 0;
        loop {
            (heap, take) = match heaps.get(heap).map(|left| left.checked_sub(take)) {
                None => yield_!(Err(format!("there is no heap {heap}"))),
                Some(None) => yield_!(Err(format!("not {take} in there"))),
                Some(Some(left)) => {
                    heaps[heap] = left;
                    if heaps == [0, 0] {
                        return player;
                    }
                    player = 1 - player;
                    yield_!(Ok(heaps))
                }
            };
        }
    }
}

differential! {
    quiz(&[("2+2", "4"), ("capital of France", "Paris")]), fed ["", "5", "4", "Paris"];
    fn quiz(questions: &'static [(&'static str, &'static str)], #[resume] _: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = (usize, usize)> {
        let mut right = 0;
        let mut tries = 0;
        for (number, &(question, answer)) in questions.iter().enumerate() {
            let mut prompt = format!("{}. {question}?", number + 1);
            while tries < 5 {
                tries += 1;
                if yield_!(prompt) == answer {
                    right += 1;
                    break;
                }
                prompt = String::from("try again");
            }
        }
        (right, tries)
    }
}

differential! {
    and closure;
    adventure(), fed ["look", "take lamp", "north", "dance", "south", "drop", "quit"];
    fn adventure(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = Vec<String>> {
        let mut room = "hall";
        let mut bag = Vec::<String>::new();
        let mut command = first;
        loop {
            let reply = match (room, command.split(' ').collect::<Vec<_>>().as_slice()) {
                (_, ["quit"]) => return bag,
                (here, ["look"]) => format!("you are in the {here}"),
                ("hall", ["take", thing]) => {
                    bag.push((*thing).to_owned());
                    format!("taken: {thing}")
                }
                ("hall", [way @ ("north" | "east")]) => {
                    room = "cellar";
                    format!("you go {way}")
                }
                ("cellar", ["south"]) => {
                    room = "hall";
                    String::from("up again")
                }
                (_, ["drop"]) if bag.is_empty() => String::from("nothing to drop"),
                (_, ["drop"]) => bag.pop().unwrap_or_default(),
                (_, words) => format!("how do I {}?", words.join(" ")),
            };
            command = yield_!(reply);
        }
    }
}

differential! {
    order_dialog(), fed ["hi", "pizza", "large", "no", "pizza", "small", "yes"];
    fn order_dialog(#[resume] greeting: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = (String, u32)> {
        let mut opening = format!("{greeting} to you, what can I do?");
        let (dish, price) = loop {
            let dish = yield_!(opening);
            let size = yield_!(format!("what size of {dish}?"));
            let price = match size {
                "large" => 12,
                "small" => 8,
                _ => {
                    opening = "we have small and large".to_string();
                    continue;
                }
            };
            if yield_!(format!("a {size} {dish} for {price}?")) == "yes" {
                break (format!("{size} {dish}"), price);
            }
            opening = String::from("something else?");
        };
        (dish, price)
    }
}

differential! {
    and closure;
    blackjack(vec![10, 6, 9, 5, 11, 7]), fed [true, true, false];
    fn blackjack(deck: Vec<u32>, #[resume] mut hit: bool) -> impl Coroutine<bool, Yield = u32, Return = Result<u32, u32>> {
        let mut cards = deck.into_iter();
        let mut total = cards.next().unwrap_or_default() + cards.next().unwrap_or_default();
        while hit && let Some(card) = cards.next() {
            total += card;
            if total > 21 {
                return Err(total);
            }
            hit = yield_!(total);
        }
        Ok(total)
    }
}

differential! {
    mastermind([1, 2, 3, 4]), fed [[1, 1, 2, 2], [4, 3, 2, 1], [1, 2, 4, 3], [1, 2, 3, 4]];
    fn mastermind<const N: usize>(code: [u8; N], #[resume] first: [u8; 4]) -> impl Coroutine<[u8; 4], Yield = (usize, usize), Return = u32> {
        let mut rounds = 1;
        let mut attempt = first;
        loop {
            let exact = code.iter().zip(&attempt).filter(|(a, b)| a == b).count();
            if exact == N {
                return rounds;
            }
            let common: usize = (0..10).map(|color| {
                let count = |row: &[u8]| row.iter().filter(|&&peg| peg == color).count();
                count(&code).min(count(&attempt))
            }).sum();
            attempt = yield_!((exact, common - exact));
            rounds += 1;
        }
    }
}
