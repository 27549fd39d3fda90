//! What is collected, handed over and begun again; what is looked at before it is taken.

differential! {
    numbered_in_batches(2);
    fn numbered_in_batches(size: usize) -> impl Iterator<Item = Vec<usize>> {
        let mut batch = Vec::new();
        let mut sum = 0;
        while sum < 20 {
            batch.push(batch.len());
            let last = batch[batch.len() - 1];
            batch.extend(batch.get(batch.len() / 2).map(|middle| middle + last));
            let end = batch.len() - 1;
            batch[end] += batch.len();
            batch.truncate(batch.len() - last % 2);
            sum += last + 1;
            if batch.len() > size {
                yield_!(batch);
                batch = Vec::new();
            }
        }
        log(batch.len());
    }
}

differential! {
    looked_at_before_it_is_taken();
    fn looked_at_before_it_is_taken() -> impl Iterator<Item = u32> {
        for (mut offer, open) in [(Some(Loud(2)), true), (Some(Loud(7)), true), (Some(Loud(8)), false), (None, true)] {
            let _door = enter("door");
            yield_!(0);
            let paid = if open && offer.as_ref().is_some_and(|offer| offer.0 > 3) && let Some(taken) = offer {
                yield_!(taken.0);
                offer = None;
                7
            } else {
                yield_!(8);
                9
            };
            log(paid);
            yield_!(offer.map_or(paid, |offer| offer.0));
        }
    }
}

differential! {
    asked_before_it_is_taken(), fed [true, true, false, false, true, true];
    fn asked_before_it_is_taken(#[resume] _: bool) -> impl Coroutine<bool, Yield = u32, Return = u32> {
        let mut won = 0;
        for prize in [Some(Loud(1)), Some(Loud(2)), None] {
            let _host = enter("host");
            if yield_!(10) && let Some(taken) = prize {
                yield_!(taken.0);
                won += taken.0;
                drop(taken);
            } else {
                log("another round");
                drop(prize);
                won += u32::from(yield_!(20)) * 100;
            }
        }
        won
    }
}

differential! {
    only_the_even_one();
    fn only_the_even_one() -> impl Iterator<Item = u32> {
        for ticket in [Some(Loud(4)), Some(Loud(5)), None] {
            let _booth = enter("booth");
            match ticket {
                Some(even) if even.0 % 2 == 0 => drop(even),
                _ => log("kept"),
            }
            yield_!(24);
            log("closing");
        }
    }
}

differential! {
    lent_to_the_end(), fed [3, 4];
    fn lent_to_the_end(#[resume] _: u32) -> impl Coroutine<u32, Yield = u32, Return = ()> {
        let badge = &Loud(yield_!(1));
        log(badge.0);
        let pair = &mut vec![Loud(yield_!(2))];
        pair.push(Loud(99));
        yield_!(u32::try_from(pair.len()).unwrap());
        log("end");
    }
}

differential! {
    replaced_in_one_arm(Loud(50), None);
    fn replaced_in_one_arm(owner: Loud<u32>, mut stock: Option<Loud<u32>>) -> impl Iterator<Item = u32> {
        let _shelf = enter("shelf");
        match stock {
            Some(old) => {
                log(old.0);
                stock = Some(Loud(5));
            }
            None => {
                log("none left");
                yield_!(9);
                stock = Some(Loud(10));
            }
        }
        yield_!(owner.0 + stock.map_or(0, |left| left.0));
    }
}

differential! {
    stocked_after_the_loop(Some(Loud(1))), fed [1, 2];
    fn stocked_after_the_loop(mut stock: Option<Loud<u32>>, #[resume] _: u32) -> impl Coroutine<u32, Yield = usize, Return = u32> {
        let boxes = vec![Loud(4), Loud(5)];
        while let Some(_taken) = stock {
            let more = yield_!(boxes.len());
            stock = if more == 1 { Some(Loud(15)) } else { None };
        }
        stock = Some(Loud(17));
        u32::from(stock.is_some())
    }
}
