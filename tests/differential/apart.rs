//! Arms that take a kept local apart, beside arms that read it as a whole.

differential! {
    one_held_back(vec![Loud("a"), Loud("a"), Loud("b"), Loud("c"), Loud("c")]);
    fn one_held_back(items: Vec<Loud<&'static str>>) -> impl Iterator<Item = Loud<&'static str>> {
        let mut held: Option<Loud<&'static str>> = None;
        for item in items {
            match held {
                Some(ref last) if last.0 == item.0 => log(("again", item.0)),
                Some(done) => {
                    held = Some(item);
                    yield_!(done);
                }
                None => held = Some(item),
            }
        }
        if let Some(last) = held {
            yield_!(last);
        }
    }
}

differential! {
    accepted_or_sent_back(vec![Ok(Loud(1)), Err(Loud("bad")), Ok(Loud(3))]), fed [true, false];
    fn accepted_or_sent_back(parcels: Vec<Result<Loud<u32>, Loud<&'static str>>>, #[resume] _: bool) -> impl Coroutine<bool, Yield = String, Return = Vec<Loud<u32>>> {
        let mut accepted = Vec::new();
        for parcel in parcels {
            if !yield_!(format!("{parcel:?}?")) {
                continue;
            }
            match parcel {
                Ok(weight) if weight.0 > 2 => {
                    yield_!("heavy".to_owned());
                    accepted.push(weight);
                }
                Ok(weight) => accepted.push(weight),
                Err(_) => {
                    yield_!(format!("back with {parcel:?}"));
                    drop(parcel);
                }
            }
            log(accepted.len());
        }
        accepted
    }
}

differential! {
    given {
        #[derive(Debug)]
        enum Shape { Circle { radius: Loud<u32> }, Label(Loud<&'static str>, u32), Nothing }
    }
    drawn(vec![Shape::Circle { radius: Loud(3) }, Shape::Label(Loud("title"), 12), Shape::Label(Loud("note"), 8), Shape::Nothing]), fed [1, 10];
    fn drawn(shapes: Vec<Shape>, #[resume] scale: u32) -> impl Coroutine<u32, Yield = u32, Return = Vec<Loud<&'static str>>> {
        let mut texts = Vec::new();
        for shape in shapes {
            let zoom = yield_!(scale);
            match shape {
                Shape::Label(text, size) if size > 10 => {
                    log(size * zoom);
                    yield_!(size * zoom);
                    texts.push(text);
                }
                Shape::Circle { ref radius } if radius.0 > 100 => log(radius),
                Shape::Circle { radius } => {
                    yield_!(radius.0 * zoom);
                    log("drawn");
                }
                other => {
                    yield_!(0);
                    log(other);
                }
            }
        }
        texts
    }
}

differential! {
    reply_or_the_whole(), fed [Some(Loud(1)), None, Some(Loud(30)), Some(Loud(4))];
    fn reply_or_the_whole(#[resume] first: Option<Loud<u32>>) -> impl Coroutine<Option<Loud<u32>>, Yield = u32, Return = (u32, Option<Loud<u32>>)> {
        let mut total = 0;
        let mut reply = first;
        loop {
            yield_!(total);
            let Some(n) = reply else { return (total, reply) };
            total += n.0;
            log(total);
            reply = yield_!(n.0);
            if total > 30 {
                drop(n);
                yield_!(99);
                return (total, None);
            }
        }
    }
}

differential! {
    else_reads_the_whole(vec![Err(Loud("one")), Ok(Loud(2))]);
    fn else_reads_the_whole(results: Vec<Result<Loud<u8>, Loud<&'static str>>>) -> impl Iterator<Item = u8> {
        let _batch = enter("batch");
        for result in results {
            yield_!(0);
            let Ok(value) = result else {
                log(&result);
                yield_!(1);
                log(result);
                continue;
            };
            yield_!(value.0);
        }
    }
}

differential! {
    urgent_first(vec![(Some(Loud(5)), true), (Some(Loud(6)), false), (None, true)]);
    fn urgent_first(tickets: Vec<(Option<Loud<u32>>, bool)>) -> impl Coroutine<Yield = u32, Return = Vec<Option<Loud<u32>>>> {
        let mut later = Vec::new();
        for (ticket, urgent) in tickets {
            yield_!(later.len() as u32);
            if urgent
                && later.len() < 5
                && let Some(number) = ticket
            {
                yield_!(number.0);
                log(("served", number.0));
            } else {
                yield_!(100);
                later.push(ticket);
            }
        }
        later
    }
}

differential! {
    tasks_until_one_waits(Some(Loud(3))), fed [Some(Loud(2)), None];
    fn tasks_until_one_waits(first: Option<Loud<u32>>, #[resume] _first: Option<Loud<u32>>) -> impl Coroutine<Option<Loud<u32>>, Yield = u32, Return = Option<Loud<u32>>> {
        let mut task = first;
        yield_!(0);
        while let Some(current) = task {
            task = yield_!(current.0);
            if current.0 == 2 {
                log(&task);
                task = Some(Loud(1));
            }
            log(("done", current.0));
        }
        log("idle");
        task
    }
}

differential! {
    copied_out_of_a_pair((7, Loud("seven"))), fed [true, false];
    fn copied_out_of_a_pair(entry: (u32, Loud<&'static str>), #[resume] _: bool) -> impl Coroutine<bool, Yield = u32, Return = Loud<&'static str>> {
        yield_!(0);
        match entry {
            (number, _) if number > 10 => {
                yield_!(number);
                log("big");
            }
            (number, ref name) => {
                log(name);
                yield_!(number + 1);
                log(number);
            }
        }
        let (number, _) = entry;
        yield_!(number + 2);
        entry.1
    }
}

differential! {
    copied_in_one_arm_only(vec![(1, Some(Loud("a"))), (2, None), (3, Some(Loud("c")))]);
    fn copied_in_one_arm_only(rows: Vec<(u8, Option<Loud<&'static str>>)>) -> impl Coroutine<Yield = u8, Return = Vec<(u8, Option<Loud<&'static str>>)>> {
        let mut left = Vec::new();
        for row in rows {
            yield_!(row.0);
            match row {
                (key, None) => {
                    yield_!(key + 10);
                    left.push(row);
                }
                (1, Some(name)) => {
                    yield_!(11);
                    log(name.0);
                }
                (key, Some(_)) => {
                    log(key);
                    left.push(row);
                }
            }
        }
        left
    }
}

differential! {
    bound_whole_at_a_pattern(), fed [Some(Loud(1)), Some(Loud(20)), None];
    fn bound_whole_at_a_pattern(#[resume] first: Option<Loud<i32>>) -> impl Coroutine<Option<Loud<i32>>, Yield = i32, Return = i32> {
        let mut message = first;
        let mut rounds = 0;
        let mut seen = Vec::new();
        loop {
            rounds += 1;
            yield_!(rounds);
            match message {
                whole @ Some(Loud(..10)) => seen.push(whole),
                Some(big) => {
                    let n = big.0;
                    message = yield_!(n);
                    seen.push(Some(big));
                    continue;
                }
                None => {
                    log(&message);
                    break rounds + seen.len() as i32;
                }
            }
            message = yield_!(0);
        }
    }
}

differential! {
    nested_choices(Ok(Some(Loud("deep")))), fed [1, 2];
    fn nested_choices(answer: Result<Option<Loud<&'static str>>, Loud<u8>>, #[resume] turn: u8) -> impl Coroutine<u8, Yield = u8, Return = usize> {
        let _case = enter("case");
        yield_!(turn);
        let length = match answer {
            Ok(Some(text)) => {
                let length = text.0.len();
                match yield_!(1) {
                    2 => {
                        drop(text);
                        yield_!(2);
                        length
                    }
                    _ => text.0.len() + 100,
                }
            }
            Ok(None) | Err(Loud(0)) => {
                log(&answer);
                0
            }
            Err(code) => yield_!(code.0) as usize,
        };
        log(length);
        length
    }
}

differential! {
    owner_or_guest(), fed [Some(Loud("ann")), None];
    fn owner_or_guest(#[resume] owner: Option<Loud<&'static str>>) -> impl Coroutine<Option<Loud<&'static str>>, Yield = &'static str, Return = String> {
        let spare = yield_!("spare?");
        let name = if let Some(owner) = owner {
            yield_!(owner.0);
            owner.0.to_owned()
        } else if let Some(spare) = spare {
            yield_!(spare.0);
            spare.0.to_owned()
        } else {
            format!("{owner:?}{spare:?}")
        };
        log(&name);
        name
    }
}

differential! {
    panicked_on_the_way(Some(Loud(5))), fed [0, 1];
    fn panicked_on_the_way(stock: Option<Loud<u32>>, #[resume] _: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let shelf = enter("shelf");
        let wanted = yield_!(1);
        match stock {
            Some(ref item) if item.0 < wanted => panic!("only {}", item.0),
            Some(item) => {
                let given = item.0.checked_div(yield_!(item.0) - wanted);
                log(given);
                drop(shelf);
                yield_!(3);
                given.unwrap()
            }
            None => unreachable!("{stock:?}"),
        }
    }
}

differential! {
    polled_until_it_breaks(vec![Some(Loud(1)), Some(Loud(2)), None, Some(Loud(4))]);
    fn polled_until_it_breaks(replies: Vec<Option<Loud<u32>>>) -> impl Coroutine<Yield = u32, Return = (usize, Option<Loud<u32>>)> {
        let mut count = 0;
        for reply in replies {
            yield_!(count as u32);
            let Some(value) = reply else {
                yield_!(99);
                return (count, reply);
            };
            count += 1;
            yield_!(value.0);
        }
        (count, None)
    }
}

differential! {
    not_matched_stays_whole(vec![Ok(Loud(1)), Err(Loud(2)), Ok(Loud(3))]);
    fn not_matched_stays_whole(words: Vec<Result<Loud<u32>, Loud<u32>>>) -> impl Iterator<Item = u32> {
        for word in words {
            let Ok(good) = word else {
                yield_!(2);
                log("not a word");
                continue;
            };
            log("a word");
            yield_!(good.0);
        }
    }
}

differential! {
    kept_by_the_guard(), fed [Some(Loud(1)), Some(Loud(2)), None];
    fn kept_by_the_guard(#[resume] first: Option<Loud<u32>>) -> impl Coroutine<Option<Loud<u32>>, Yield = u32, Return = u32> {
        let reply = yield_!(0);
        match reply {
            Some(one) if one.0 == 1 => {
                drop(one);
                yield_!(1);
            }
            Some(_) => {
                yield_!(2);
                log("not the one");
            }
            None => {
                yield_!(3);
            }
        }
        log(first);
        5
    }
}

differential! {
    first_of_several_conditions(Some(Loud("key")), Err(Loud(7))), fed [true, false];
    fn first_of_several_conditions(key: Option<Loud<&'static str>>, door: Result<Loud<u8>, Loud<u8>>, #[resume] bell: bool) -> impl Coroutine<bool, Yield = &'static str, Return = u8> {
        let knocks = yield_!("who is there?");
        if bell
            && !knocks
            && let Some(key) = key
            && let Err(locked) = door
        {
            yield_!(key.0);
            log("unlocked");
            locked.0
        } else {
            yield_!("go away");
            log("nobody");
            0
        }
    }
}

differential! {
    coupon_within_its_limit(Some((Loud("spring"), 20))), fed [10, 20, 30];
    fn coupon_within_its_limit(coupon: Option<(Loud<&'static str>, u32)>, #[resume] price: u32) -> impl Coroutine<u32, Yield = u32, Return = (u32, usize)> {
        let offer = yield_!(price);
        if let Some((name, off)) = coupon
            && off <= offer
            && yield_!(off) > off
        {
            let paid = offer - off;
            yield_!(paid);
            (paid, name.0.len())
        } else {
            log("no coupon");
            (offer, 0)
        }
    }
}
