//! Loops that wait, with guards around them and values that they assign anew.

differential! {
    slower_each_time(), fed [false, false, true, true];
    fn slower_each_time(#[resume] _: bool) -> impl Coroutine<bool, Yield = u64, Return = (u64, u64)> {
        let clock = Loud("clock");
        let mut wait = 1;
        let total = {
            let _inner = enter("waiting");
            let mut total = 0;
            while !yield_!(wait) {
                total += wait;
                wait *= 2;
            }
            log(total);
            total
        };
        let mut extra = 0;
        let spare = loop {
            extra += 1;
            if yield_!(100 + extra) {
                break extra;
            }
        } + total;
        log(clock);
        (total, spare)
    }
}

differential! {
    matched_on_a_loop(), fed [1, 7, 2, 9];
    fn matched_on_a_loop(#[resume] first: u32) -> impl Coroutine<u32, Yield = &'static str, Return = u32> {
        let _outer = enter("outer");
        let answer = match loop {
            let n = yield_!("a big one");
            if n > first + 5 {
                break n;
            }
        } {
            7 => {
                let _lucky = enter("lucky");
                yield_!("lucky")
            }
            other => other,
        };
        log(answer);
        if (loop {
            if let n @ 9.. = yield_!("a bigger one") {
                break n > answer;
            }
        }) {
            log("bigger");
        }
        answer
    }
}

differential! {
    given {
        fn sum(left: u32, right: u32, _seal: Loud<&'static str>) -> u32 {
            left + right
        }
    }
    loops_as_arguments(), fed [1, 2, 3];
    fn loops_as_arguments(#[resume] _: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let keeper = Loud("keeper");
        let total = sum(
            loop {
                let n = yield_!(1);
                if n > 1 {
                    break n;
                }
            },
            {
                let mut right = 0;
                for n in 10..12 {
                    right += n + yield_!(n);
                }
                right
            },
            Loud("seal"),
        );
        log(total);
        total + keeper.0.len() as u32
    }
}

differential! {
    rooms_and_doors(vec![vec![1, 2], vec![], vec![3]]), fed [true, true, false];
    fn rooms_and_doors(rooms: Vec<Vec<u32>>, #[resume] _: bool) -> impl Coroutine<bool, Yield = u32, Return = &'static str> {
        let _house = enter("house");
        'rooms: for doors in rooms {
            let _room = Loud(doors.len());
            let mut lamp = Loud(0);
            for door in doors {
                if !yield_!(door) {
                    log("locked");
                    continue 'rooms;
                }
                lamp = Loud(door);
            }
            log(("all open", lamp.0));
            let _closing = enter("closing");
            while lamp.0 > 1 {
                lamp = Loud(lamp.0 - 1);
                yield_!(lamp.0 * 100);
            }
        }
        log("outside");
        "home"
    }
}

differential! {
    refilled_in_the_inner_loop(), fed [3, 1, 2];
    fn refilled_in_the_inner_loop(#[resume] mut amount: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let mut poured = 0;
        let bottle = Loud("bottle");
        for guest in 0..2 {
            let mut glass = Loud((guest, 0));
            let tray = Loud(("tray", guest));
            while glass.0.1 < 4 {
                glass = Loud((guest, glass.0.1 + amount));
                poured += amount;
                amount = yield_!(poured);
            }
            log((glass.0, tray.0.0));
        }
        log(bottle.0);
        poured
    }
}

differential! {
    and closure;
    question_in_a_guarded_loop(), fed [Some(2), Some(3), None];
    fn question_in_a_guarded_loop(#[resume] first: Option<u32>) -> impl Coroutine<Option<u32>, Yield = u32, Return = Option<u32>> {
        let _frame = enter("frame");
        let mut product = Loud(first?);
        let product = loop {
            let next = Loud(yield_!(product.0)?);
            product = Loud(product.0 * next.0);
            if product.0 > 10 {
                break product;
            }
            log(("not yet", product.0));
        };
        log(&product);
        Some(product.0 + yield_!(0)?)
    }
}

differential! {
    last_turn_leaves(vec!["a", "stop", "b"]);
    fn last_turn_leaves(words: Vec<&'static str>) -> impl Coroutine<Yield = usize, Return = Option<usize>> {
        let _frame = enter("frame");
        let mut words = words.into_iter().enumerate();
        let found = loop {
            let Some((at, word)) = words.next() else { break None };
            let _word = Loud(word);
            if word == "stop" {
                yield_!(at);
                break Some(at);
            }
            log(word);
        };
        log(found);
        let rest = words.len();
        yield_!(rest * 10);
        found
    }
}

differential! {
    deepest_match(vec![vec!["x", "ab"], vec!["abc"], vec!["abcd", "y"]], "ab"), fed [2, 3];
    fn deepest_match(shelves: Vec<Vec<&'static str>>, wanted: &'static str, #[resume] _: usize) -> impl Coroutine<usize, Yield = &'static str, Return = (usize, usize)> {
        let _library = enter("library");
        let (at, answer) = 'found: {
            for (at, shelf) in shelves.iter().enumerate() {
                let mut rest = shelf.as_slice();
                while let Some((book, others)) = rest.split_first() {
                    rest = others;
                    if book.starts_with(wanted) && book.len() > 2 {
                        break 'found (at, yield_!(*book));
                    }
                }
            }
            (shelves.len(), 0)
        };
        log(at);
        (at, answer + shelves[at].len())
    }
}
