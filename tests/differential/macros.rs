//! Yields and saved locals inside macros: std's, and the user's own.

differential! {
    and closure;
    format_with_yield(), fed ["Ann", "Bob"];
    fn format_with_yield(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = u8, Return = String> {
        let text = format!("hello {}", yield_!(1));
        yield_!(2);
        format!("{text} and {first:>5}, {:?}", yield_!(3).len())
    }
}

differential! {
    beyond nightly;
    format_with_two_yields(), fed ["Ann", "Bob", "Cid"];
    fn format_with_two_yields(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = u8, Return = String> {
        format!("{}-{}-{first}", yield_!(1), yield_!(2))
    }
}

differential! {
    format_with_named_and_positional(), fed [3, 14];
    fn format_with_named_and_positional(#[resume] first: usize) -> impl Coroutine<usize, Yield = String, Return = String> {
        let precise = 3;
        yield_!(format!("{0:>1$}|{0:<width$}|{x:.precise$}", first, 6, width = 4, x = 1.5));
        yield_!(format!("{{}} {first:?} {first:#x} {:01$}", 7, first));
        format!("{first:precise$} {n}", n = yield_!(String::new()))
    }
}

differential! {
    and closure;
    captured_names_are_shadowed(), fed [1, 2, 3];
    fn captured_names_are_shadowed(#[resume] x: i32) -> impl Coroutine<i32, Yield = String, Return = String> {
        let y = yield_!(format!("{x}"));
        let line = {
            let x = yield_!(format!("{x} {y}"));
            format!("{x} {y} {x:?}")
        };
        let x = format!("{x}{line}");
        yield_!(x.clone());
        format!("{x} {y}")
    }
}

differential! {
    vec_macro(), fed [4, 5];
    fn vec_macro(#[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = Vec<usize>> {
        let mut all = vec![first, yield_!(1), yield_!(2)];
        let more = vec![yield_!(3); 2];
        all.extend(more);
        all.append(&mut vec![0; 3]);
        all
    }
}

differential! {
    vec_of_guards();
    fn vec_of_guards() -> impl Coroutine<Yield = u8, Return = Vec<Loud<u8>>> {
        let all = vec![Loud(1), { yield_!(1); Loud(2) }];
        yield_!(2);
        all
    }
}

differential! {
    and closure;
    vec_repeated_by_yield(), fed [2, 3];
    fn vec_repeated_by_yield(#[resume] first: usize) -> impl Coroutine<usize, Yield = usize, Return = Vec<Loud<usize>>> {
        vec![Loud(first); yield_!(9)]
    }
}

differential! {
    assertions(), fed [3, 4, 5];
    fn assertions(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = ()> {
        assert!(first == 3, "first was {first}");
        assert!(yield_!(1) > first);
        let _guard = enter("checked");
        debug_assert!(first < 10);
        assert_ne!(first, 4);
        let second = yield_!(2);
        assert_eq!(second, 5, "second was {}", second);
        assert!(yield_!(3) == 0, "third after {second}");
    }
}

differential! {
    and closure;
    assert_eq_on_yield(), fed [3, 4];
    fn assert_eq_on_yield(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = &'static str> {
        assert_eq!(first + 1, 4);
        assert_eq!(yield_!(1), 4, "answers");
        assert_ne!(yield_!(2), 3, "this one panics");
        "unreached"
    }
}

differential! {
    matches_macro(), fed [Some(3), None, Some(40)];
    fn matches_macro(#[resume] first: Option<u32>) -> impl Coroutine<Option<u32>, Yield = bool, Return = bool> {
        let mut last = matches!(first, Some(1..=5));
        let mut count = 0;
        while !matches!(yield_!(last), Some(n) if n > 10) {
            last = !last;
            count += 1;
        }
        matches!((count, last), (1 | 2, false))
    }
}

differential! {
    and closure;
    todo_and_friends(), fed [1, 2];
    fn todo_and_friends(#[resume] first: u8) -> impl Coroutine<u8, Yield = u8, Return = u8> {
        let _guard = enter("before");
        match (first, yield_!(0)) {
            (1, 1) => unreachable!("not twice"),
            (1, n) => match yield_!(n) {
                1 => panic!("{} after {n}", first),
                _ => todo!(),
            },
            _ => unimplemented!(),
        }
    }
}

differential! {
    write_to_string(), fed ["x", "yy"];
    fn write_to_string(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = usize, Return = Result<String, std::fmt::Error>> {
        use std::fmt::Write;
        let mut out = String::new();
        writeln!(out, "{first}:")?;
        let word = yield_!(out.len());
        write!(out, "{word:*^7}")?;
        write!(&mut out, "{}", first.len())?;
        yield_!(out.len());
        Ok(out)
    }
}

differential! {
    and closure;
    dbg_is_a_value(), fed [2];
    fn dbg_is_a_value(#[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let doubled = std::convert::identity(first * 2);
        yield_!(doubled);
        doubled + concat!("a", 1).len() as u32 + u32::from(cfg!(any())) + line!().min(1)
    }
}

differential! {
    own_macro_mentions_saved_locals(), fed [2, 3];
    fn own_macro_mentions_saved_locals(#[resume] first: i32) -> impl Coroutine<i32, Yield = i32, Return = i32> {
        macro_rules! twice {
            ($e:expr) => { { let x = $e; x + x } };
        }
        let x = yield_!(twice!(first));
        let y = twice!(x + first);
        yield_!(y);
        twice!(twice!(y)) + x
    }
}

differential! {
    own_macro_with_statements(), fed [1];
    fn own_macro_with_statements() -> impl Coroutine<i32, Yield = usize, Return = Vec<&'static str>> {
        macro_rules! keep {
            ($list:ident <- $($item:literal),*) => { $($list.push($item);)* };
        }
        let mut list = Vec::new();
        keep!(list <- "a", "b");
        yield_!(list.len());
        keep!(list <- "c");
        keep! { list <- "d", "e" }
        yield_!(list.len());
        list
    }
}

differential! {
    beyond nightly;
    receiver_is_a_place(), fed ["b", "cc"];
    fn receiver_is_a_place(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = usize, Return = Vec<String>> {
        let mut pair = (vec![first.to_owned()], 0);
        pair.0.push(yield_!(pair.1).to_uppercase());
        pair.1 += yield_!(pair.0.len()).len();
        pair.0.insert(1, format!("{}{}", pair.1, yield_!(pair.1)));
        pair.0
    }
}

differential! {
    and closure;
    nested_macros(), fed [1, 2, 3];
    fn nested_macros(#[resume] first: u32) -> impl Coroutine<u32, Yield = String, Return = Vec<String>> {
        vec![
            format!("{}", yield_!(format!("{first}"))),
            format!("{:?}", vec![yield_!(String::from("inner"))]),
            if matches!(yield_!("last".to_string()), 1) { String::from("one") } else { format!("{first:03}") },
        ]
    }
}

differential! {
    print_arguments_are_saved(), fed ["a", "b"];
    fn print_arguments_are_saved(#[resume] name: &'static str) -> impl Coroutine<&'static str, Yield = String, Return = usize> {
        let mut shown = String::new();
        for round in 0..3 {
            let again = yield_!(shown.clone());
            shown = format!("{round}{name:?}{again:>width$}", width = round + 2);
        }
        format_args!("{shown}{name}").to_string().len()
    }
}

macro_rules! push_all {
    ($items:ident, $($item:expr),*) => {{ $($items.push($item);)* $items.len() }};
}

differential! {
    unknown_macro_in_a_loop(3);
    fn unknown_macro_in_a_loop(n: u32) -> impl Coroutine<Yield = usize, Return = Vec<u32>> {
        let mut items = Vec::new();
        for i in 0..n {
            push_all!(items, i, i + 1);
            yield_!(items.len());
            while items.len() % 3 != 0 {
                let length = push_all!(items, n);
                if length > 20 {
                    break;
                }
                yield_!(length);
            }
        }
        yield_!(push_all!(items, 7));
        items
    }
}

differential! {
    pages_are_printed(&["a", "b", "c"]);
    fn pages_are_printed(lines: &'static [&'static str]) -> impl Coroutine<Yield = String, Return = Result<(), std::fmt::Error>> {
        use std::fmt::Write;
        let mut page = String::new();
        for (number, line) in lines.iter().enumerate() {
            writeln!(page, "{number} {line}")?;
            if number % 2 == 1 {
                let so_far = page.len();
                write!(page, "-- {so_far}")?;
                yield_!(page);
                page = String::new();
            }
        }
        yield_!(page);
        Ok(())
    }
}

differential! {
    letterhead_on_each_sheet(), fed ["dear", "sincerely", ""];
    fn letterhead_on_each_sheet(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = Loud<String>, Return = usize> {
        use std::fmt::Write;
        let mut sheet = Loud(String::new());
        let mut text = first;
        let mut sheets = 0;
        loop {
            write!(sheet.0, "==").unwrap();
            write!(sheet.0, " {text}").unwrap();
            text = yield_!(sheet);
            sheets += 1;
            sheet = Loud(String::from("#"));
            if text.is_empty() {
                log(&sheet);
                break sheets;
            }
        }
    }
}

differential! {
    written_into_what_arrives(), fed [String::from("one"), String::from("two")];
    fn written_into_what_arrives(#[resume] mut out: String) -> impl Coroutine<String, Yield = usize, Return = String> {
        use std::fmt::Write;
        write!(out, "=").unwrap();
        let length = out.len();
        out = yield_!(length);
        writeln!(out, "!").unwrap();
        write!(&mut out, "?").unwrap();
        out = format!("{out}{}", yield_!(out.len()));
        write!(out, ".").unwrap();
        out
    }
}

differential! {
    inspected_on_the_way(Loud("parcel")), fed [1, 2];
    fn inspected_on_the_way(parcel: Loud<&'static str>, #[resume] first: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let _desk = enter("desk");
        let again = dbg!(first) + yield_!(1);
        let parcel = dbg!(parcel);
        yield_!(parcel.0.len() as u32);
        let pair = dbg!(parcel, again);
        yield_!(pair.1);
        drop(pair);
        log("handed over");
        again
    }
}

differential! {
    named_but_not_read(vec![Loud(1), Loud(2)]);
    fn named_but_not_read(items: Vec<Loud<u8>>) -> impl Coroutine<Yield = &'static str, Return = &'static str> {
        let guard = enter("guard");
        for items in items {
            yield_!(stringify!(items));
            drop(items);
        }
        drop(guard);
        yield_!(stringify!(guard + 1));
        stringify!(items.len())
    }
}

differential! {
    pages_count_themselves(&["a", "b", "c"]);
    fn pages_count_themselves(lines: &'static [&'static str]) -> impl Coroutine<Yield = String, Return = Result<(), std::fmt::Error>> {
        use std::fmt::Write;
        let mut page = String::new();
        for (number, line) in lines.iter().enumerate() {
            writeln!(page, "{number} {line}")?;
            if number % 2 == 1 {
                write!(page, "-- {}", page.len())?;
                yield_!(page);
                page = String::new();
            }
        }
        yield_!(page);
        Ok(())
    }
}
