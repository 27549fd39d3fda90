//! Macros that hide a `return` or a `?`.

use crate::harness::{Loud, log};

macro_rules! bail {
    ($($message:tt)*) => {
        return Err(format!($($message)*))
    };
}

macro_rules! ensure {
    ($condition:expr, $($message:tt)*) => {
        if !$condition {
            return Err(format!($($message)*).into());
        }
    };
}

macro_rules! read {
    ($text:expr) => {
        match $text.parse::<u32>() {
            Ok(number) => number,
            Err(error) => return Err(error.to_string()),
        }
    };
}

macro_rules! tried {
    ($value:expr) => {
        $value.map_err(|error| format!("tried: {error}"))?
    };
}

macro_rules! stop_if {
    ($condition:expr) => {
        if $condition {
            return;
        }
    };
}

macro_rules! note {
    ($($value:expr),*) => {
        $(log(&$value);)*
    };
}

differential! {
    bails_out(2), fed [1, 3, 9];
    fn bails_out(n: u32) -> impl Coroutine<u32, Yield = u32, Return = Result<u32, String>> {
        let _guard = Loud("guard");
        let mut sum = 0;
        loop {
            let fed = yield_!(sum);
            let _fed = Loud("fed");
            if fed > 2 * n {
                bail!("{fed} is more than {}", 2 * n);
            }
            sum += fed;
            note!(sum, fed);
        }
    }
}

differential! {
    ensured_and_read(vec!["1".to_owned(), "20".to_owned(), "x".to_owned()]), fed [1, 2, 3, 4];
    fn ensured_and_read(words: Vec<String>) -> impl Coroutine<u32, Yield = u32, Return = Result<u32, String>> {
        let kept = Loud("kept");
        let mut sum = 0;
        for word in words {
            let number = read!(word);
            let times = yield_!(number);
            ensure!(times < 3, "{times} times {number}, {}", kept.0);
            sum += number * times;
            let small: u8 = tried!(word.parse::<u8>());
            note!(small);
        }
        Ok(sum)
    }
}

differential! {
    tried_in_the_end(vec!["300".to_owned()]), fed [1, 2, 3, 4];
    fn tried_in_the_end(words: Vec<String>) -> impl Coroutine<u32, Yield = u32, Return = Result<u8, String>> {
        let first = yield_!(0);
        note!(first);
        let value = tried!(words[0].parse::<u8>());
        yield_!(1);
        Ok(value)
    }
}

differential! {
    iterators_that_stop(vec![1, 2, 0, 4]);
    fn iterators_that_stop(items: Vec<u32>) -> impl Iterator<Item = u32> {
        let _guard = Loud("guard");
        for item in items {
            stop_if!(item == 0);
            let doubled = Loud(item * 2);
            yield_!(doubled.0);
            stop_if!(item > 3);
            yield_!(item);
        }
    }
}

differential! {
    from_a_method_chain(String::from("a=1;b=2;c=x"));
    fn from_a_method_chain(text: String) -> impl Coroutine<Yield = (String, u32), Return = Result<(), String>> {
        let pairs: Vec<(String, String)> =
            text.split(';').filter_map(|pair| pair.split_once('=')).map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        for (key, value) in pairs {
            yield_!((key, read!(value)));
        }
        Ok(())
    }
}
