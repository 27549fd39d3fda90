//! Numbers and items, one after the other.

differential! {
    running_total(10), fed [1, 2, 3];
    fn running_total(limit: i64, #[resume] first: i64) -> impl Coroutine<i64, Yield = i64, Return = &'static str> {
        let mut total = first;
        while total < limit {
            total += yield_!(total);
        }
        "done"
    }
}

differential! {
    countdown(5);
    fn countdown(n: u32) -> impl Iterator<Item = u32> + Clone {
        for i in (1..=n).rev() {
            yield_!(i);
        }
    }
}

differential! {
    fibonacci();
    fn fibonacci() -> impl Iterator<Item = u64> {
        let (mut a, mut b) = (0, 1);
        loop {
            yield_!(a);
            (a, b) = (b, a + b);
        }
    }
}

differential! {
    fibonacci_until_overflow();
    fn fibonacci_until_overflow() -> impl Coroutine<Yield = u8, Return = (u8, u8)> {
        let mut pair = (0u8, 1u8);
        while let Some(next) = pair.0.checked_add(pair.1) {
            yield_!(pair.0);
            pair = (pair.1, next);
        }
        pair
    }
}

differential! {
    sieve(40);
    fn sieve(limit: usize) -> impl Iterator<Item = usize> {
        let mut composite = vec![false; limit];
        for candidate in 2..limit {
            if composite[candidate] {
                continue;
            }
            for multiple in (candidate * candidate..limit).step_by(candidate) {
                composite[multiple] = true;
            }
            yield_!(candidate);
        }
    }
}

differential! {
    primes_by_trial();
    fn primes_by_trial() -> impl Iterator<Item = u32> {
        let mut found: Vec<u32> = Vec::new();
        let mut candidate = 2;
        loop {
            if found.iter().take_while(|&&prime| prime * prime <= candidate).all(|prime| candidate % prime != 0) {
                found.push(candidate);
                yield_!(candidate);
            }
            candidate += 1;
        }
    }
}

differential! {
    collatz(7);
    fn collatz(start: u64) -> impl Coroutine<Yield = u64, Return = usize> {
        let mut n = start;
        let mut steps = 0;
        while n != 1 {
            yield_!(n);
            n = if n.is_multiple_of(2) { n / 2 } else { 3 * n + 1 };
            steps += 1;
        }
        steps
    }
}

differential! {
    pascal(6);
    fn pascal(rows: usize) -> impl Iterator<Item = Vec<u32>> {
        let mut row = vec![1];
        for _ in 0..rows {
            yield_!(row.clone());
            let inner = row.windows(2).map(|pair| pair[0] + pair[1]);
            row = std::iter::once(1).chain(inner).chain([1]).collect();
        }
    }
}

differential! {
    look_and_say("1");
    fn look_and_say(seed: &str) -> impl Iterator<Item = String> {
        let mut term = seed.to_owned();
        for _ in 0..6 {
            let mut next = String::new();
            {
                let mut chars = term.chars().peekable();
                while let Some(c) = chars.next() {
                    let mut count = 1;
                    while chars.next_if_eq(&c).is_some() {
                        count += 1;
                    }
                    next.push_str(&format!("{count}{c}"));
                }
            }
            yield_!(std::mem::replace(&mut term, next));
        }
    }
}

differential! {
    gray_codes(3);
    fn gray_codes(bits: u32) -> impl Iterator<Item = String> {
        for n in 0u32..1 << bits {
            yield_!(format!("{:0width$b}", n ^ (n >> 1), width = bits as usize));
        }
    }
}

differential! {
    digits(90_210, 10);
    fn digits(mut number: u64, base: u64) -> impl Coroutine<Yield = u64, Return = u64> {
        let mut sum = 0;
        loop {
            let digit = number % base;
            sum += digit;
            yield_!(digit);
            number /= base;
            if number == 0 {
                break sum;
            }
        }
    }
}

differential! {
    stern_brocot(5);
    fn stern_brocot(depth: u32) -> impl Iterator<Item = (u32, u32)> {
        let mut stack = vec![((0, 1), (1, 0), depth)];
        while let Some((low, high, depth)) = stack.pop() {
            if depth == 0 {
                continue;
            }
            let middle = (low.0 + high.0, low.1 + high.1);
            yield_!(middle);
            stack.push((middle, high, depth - 1));
            stack.push((low, middle, depth - 1));
        }
    }
}

differential! {
    interleave(vec![1, 3, 5, 7], [2, 4]);
    fn interleave<A: IntoIterator, B>(left: A, right: B) -> impl Iterator<Item = A::Item> where B: IntoIterator<Item = A::Item>, A::Item: std::fmt::Debug {
        let mut left = left.into_iter();
        let mut right = right.into_iter().fuse();
        while let Some(item) = left.next() {
            yield_!(item);
            match right.next() {
                Some(other) => yield_!(other),
                None => break,
            }
        }
        for rest in left {
            yield_!(rest);
        }
        for rest in right {
            yield_!(rest);
        }
    }
}

differential! {
    batches(1..=7, 3);
    fn batches<I: Iterator>(items: I, size: usize) -> impl Iterator<Item = Vec<I::Item>> where I::Item: std::fmt::Debug {
        let mut batch = Vec::with_capacity(size);
        for item in items {
            batch.push(item);
            if batch.len() == size {
                yield_!(std::mem::take(&mut batch));
            }
        }
        if !batch.is_empty() {
            yield_!(batch);
        }
    }
}

differential! {
    without_repeats(&["a", "a", "b", "c", "c", "c", "a"]);
    fn without_repeats<'a>(words: &'a [&'a str]) -> impl Coroutine<Yield = &'a str, Return = usize> {
        let mut last = None;
        let mut skipped = 0;
        for &word in words {
            if last == Some(word) {
                skipped += 1;
                continue;
            }
            last = Some(word);
            yield_!(word);
        }
        skipped
    }
}

differential! {
    and closure;
    moving_average(3), fed [3.0, 6.0, 9.0, 0.0];
    fn moving_average(window: usize, #[resume] first: f64) -> impl Coroutine<f64, Yield = f64, Return = ()> {
        let mut recent = std::collections::VecDeque::from([first]);
        for _ in 0..8 {
            let mean = recent.iter().sum::<f64>() / recent.len() as f64;
            let next = yield_!(mean);
            if recent.len() == window {
                recent.pop_front();
            }
            recent.push_back(next);
        }
    }
}

differential! {
    merge_sorted(vec![1, 4, 6].into_iter(), vec![2, 3, 7, 9].into_iter());
    fn merge_sorted<T>(left: std::vec::IntoIter<T>, right: std::vec::IntoIter<T>) -> impl Coroutine<Yield = T, Return = &'static str> where T: Ord + std::fmt::Debug {
        let (mut left, mut right) = (left.peekable(), right.peekable());
        loop {
            let smaller = match (left.peek(), right.peek()) {
                (Some(a), Some(b)) if a <= b => left.next(),
                (Some(_), None) => left.next(),
                (_, Some(_)) => right.next(),
                (None, None) => break "both empty",
            };
            if let Some(item) = smaller {
                yield_!(item);
            }
        }
    }
}

differential! {
    spiral([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]);
    fn spiral<const W: usize, const H: usize>(grid: [[i32; W]; H]) -> impl Iterator<Item = i32> {
        let (mut top, mut left, mut bottom, mut right) = (0, 0, H, W);
        'layers: while top < bottom && left < right {
            for x in left..right {
                yield_!(grid[top][x]);
            }
            top += 1;
            for y in top..bottom {
                yield_!(grid[y][right - 1]);
            }
            right -= 1;
            if top >= bottom || left >= right {
                break 'layers;
            }
            for x in (left..right).rev() {
                yield_!(grid[bottom - 1][x]);
            }
            bottom -= 1;
            for y in (top..bottom).rev() {
                yield_!(grid[y][left]);
            }
            left += 1;
        }
    }
}

differential! {
    random_walk(42);
    fn random_walk(seed: u32) -> impl Iterator<Item = (i32, i32)> {
        let mut state = seed;
        let (mut x, mut y) = (0, 0);
        for _ in 0..12 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            match state >> 30 {
                0 => x += 1,
                1 => x -= 1,
                2 => y += 1,
                _ => y -= 1,
            }
            yield_!((x, y));
        }
    }
}

differential! {
    integrator(0.5), fed [(1.0, 2.0), (0.0, -1.0)];
    fn integrator(dt: f64, #[resume] (force, push): (f64, f64)) -> impl Coroutine<(f64, f64), Yield = (f64, f64), Return = f64> {
        let mut position = 0.0;
        let mut velocity = force * dt + push;
        while velocity < 4.0 {
            position += velocity * dt;
            let (force, push) = yield_!((position, velocity));
            velocity += force * dt + push;
        }
        position
    }
}

differential! {
    zip_longest(1..4, "ab".chars());
    fn zip_longest(left: std::ops::Range<i32>, right: std::str::Chars<'_>) -> impl Iterator<Item = (Option<i32>, Option<char>)> {
        let (mut left, mut right) = (left, right);
        loop {
            let pair = (left.next(), right.next());
            if pair == (None, None) {
                return;
            }
            yield_!(pair);
        }
    }
}
