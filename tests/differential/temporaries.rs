//! Temporaries, whose ends depend on the edition: this file is compiled in each.

differential! {
    if_let_scrutinee_then_else(), fed [1, 2];
    fn if_let_scrutinee_then_else() -> impl Coroutine<u8, Yield = u8, Return = &'static str> {
        yield_!(0);
        let word = if let Some(word) = Loud(None::<&'static str>).0 {
            word
        } else {
            log("in else");
            "else"
        };
        yield_!(1);
        word
    }
}

differential! {
    if_let_scrutinee_then_body(), fed [1, 2];
    fn if_let_scrutinee_then_body() -> impl Coroutine<u8, Yield = u8, Return = ()> {
        if let Some(n) = Loud(Some(3)).0 {
            log(n);
        }
        yield_!(0);
        if let Some(n) = Loud(Some(yield_!(1))).0 {
            log(("some", n));
        } else {
            log("small");
        }
        yield_!(2);
    }
}

differential! {
    match_scrutinee(), fed [1, 2];
    fn match_scrutinee() -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let n = match Loud(yield_!(0)).0 {
            1 => {
                log("one");
                10
            }
            n => n,
        };
        log("after the match");
        yield_!(n);
        n
    }
}

differential! {
    while_let_scrutinee(vec![1, 2, 3]), fed [true];
    fn while_let_scrutinee(mut items: Vec<i32>) -> impl Coroutine<bool, Yield = i32, Return = i32> {
        let mut sum = 0;
        while let Some(item) = Loud(items.pop()).0 {
            log(item);
            sum += item;
        }
        yield_!(sum);
        sum
    }
}

differential! {
    condition_temporaries(), fed [5, 6];
    fn condition_temporaries() -> impl Coroutine<usize, Yield = usize, Return = &'static str> {
        if Loud("condition").0.len() > 3 {
            log("then");
        }
        if yield_!(Loud("asked").0.len()) == Loud("five!").0.len() {
            log("same");
        }
        while Loud("while").0.len() > 5 || yield_!(1) == 5 {
            log("round");
            if Loud(()).0 == () && yield_!(2) > 5 {
                break;
            }
        }
        "end"
    }
}

differential! {
    let_temporaries(), fed [5, 6];
    fn let_temporaries() -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let a = Loud("dropped at the end of its statement").0.len();
        log("next statement");
        let b = yield_!(a) + Loud("after the yield").0.len();
        log("next statement");
        a + b
    }
}

differential! {
    beyond nightly;
    given { impl Named for Loud<&'static str> {} trait Named { fn named(&self) -> &str { "named" } } }
    let_temporaries_are_extended(), fed [5, 6];
    fn let_temporaries_are_extended() -> impl Coroutine<usize, Yield = usize, Return = usize> {
        yield_!(1);
        let length = {
            let kept = &Loud("extended");
            let other = Loud("other");
            log(kept.named());
            kept.0.len() + other.0.len()
        };
        yield_!(length)
    }
}

differential! {
    operand_temporaries(), fed [1, 2, 3];
    fn operand_temporaries(#[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let sum = Loud("left").0.len() + yield_!(first) + Loud("right").0.len();
        log(sum);
        noted(yield_!(4))
    }
}

differential! {
    return_temporaries(), fed [1, 2, 3];
    fn return_temporaries(#[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let _local = Guard("local");
        if yield_!(first) == 2 {
            return Loud("returned").0.len() + yield_!(3);
        }
        0
    }
}

differential! {
    break_temporaries(), fed [1, 2, 3];
    fn break_temporaries(#[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let size = loop {
            let _each = Guard("each");
            if yield_!(first) > 1 {
                break Loud("broken").0.len();
            }
        };
        log("after the loop");
        size
    }
}

differential! {
    question_temporaries(), fed [Ok(1), Err(2)];
    fn question_temporaries(#[resume] first: Result<usize, usize>) -> impl Coroutine<Result<usize, usize>, Yield = usize, Return = Result<usize, usize>> {
        let _local = Guard("local");
        let n = Loud(first).0? + Loud("operand").0.len();
        let m = Loud(yield_!(n)).0?;
        Ok(n + m)
    }
}

differential! {
    yielded_temporaries();
    fn yielded_temporaries() -> impl Coroutine<Yield = usize, Return = ()> {
        yield_!(Loud(5usize).0);
        yield_!(Loud("text").0.len());
        yield_!(*&Loud(1usize).0 + Loud(2usize).0);
        yield_!(noted(3usize) + Loud(4usize).0);
        yield_!(Loud(vec![7usize, 8]).0[noted(1)]);
        log("end");
    }
}

differential! {
    temporaries_beside_a_yield(), fed [1, 2, 3];
    fn temporaries_beside_a_yield() -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let pair = (Loud(5usize).0, yield_!(1));
        let three = [Loud(6usize).0, noted(7), yield_!(Loud(2usize).0)];
        log((pair, three));
        let sum = noted(1) + Loud(9usize).0 + yield_!(3);
        sum + Loud(1usize).0
    }
}

differential! {
    extended_by_a_let(4);
    fn extended_by_a_let(n: u8) -> impl Coroutine<Yield = u8, Return = &'static str> {
        let shared = &Loud(n);
        log(shared);
        yield_!(1);
        log("after the first");
        {
            let ref by_ref = Loud(n + 1);
            let _ = &enter("lock");
            log(by_ref);
            yield_!(2);
            log("in the block");
        }
        let (ref one, ref two) = (Loud(n + 2), Loud("two"));
        log((one, two));
        let several = &[Loud(noted(n)), Loud(7)];
        let pair = (noted(1), &Loud(noted("pair")), noted(2));
        log((several.len(), pair));
        let some = Some(&mut Loud("some"));
        log(some);
        yield_!(3);
        "end"
    }
}
