//! Temporaries in the tail of a block, dropped before its locals as in edition 2024: earlier editions drop them after, which a kept
//! local does not wait for (see docs/limits.md).

differential! {
    tail_of_the_body(), fed [1];
    fn tail_of_the_body(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        let local = Loud("local");
        let more = yield_!(first);
        Loud("tail").0.len() as i32 + local.0.len() as i32 + more
    }
}

differential! {
    tail_of_the_body_with_parameters(Loud("parameter")), fed [Loud("first")];
    fn tail_of_the_body_with_parameters(a: Loud<&'static str>, #[resume] b: Loud<&'static str>) -> impl Coroutine<Loud<&'static str>, Yield = u8, Return = usize> {
        let _local = Guard("local");
        yield_!(1);
        Loud("tail").0.len() + a.0.len() + b.0.len()
    }
}

differential! {
    tail_of_a_block(), fed [1, 2];
    fn tail_of_a_block() -> impl Coroutine<i32, Yield = usize, Return = usize> {
        let length = {
            let text = Loud(String::from("text"));
            yield_!(text.0.len());
            Loud(String::from("tail")).0.len() + text.0.len()
        };
        log("block is over");
        yield_!(length);
        length
    }
}

differential! {
    tail_of_an_arm(), fed [0, 1];
    fn tail_of_an_arm(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = usize> {
        let size = match first {
            0 => {
                let _arm = Guard("arm");
                yield_!(0);
                Loud("zero").0.len()
            }
            _ => 0,
        };
        let _later = Guard("later");
        if yield_!(1) == 1 { Loud("one").0.len() + size } else { size }
    }
}

differential! {
    tail_that_yields(), fed [3, 4];
    fn tail_that_yields() -> impl Coroutine<usize, Yield = usize, Return = usize> {
        let _local = Guard("local");
        Loud("before").0.len() + yield_!(Loud("inside").0.len())
    }
}
