//! Loops over ranges, the ends of which show a type or do not.

differential! {
    nested_ranges(3);
    fn nested_ranges(n: u8) -> impl Iterator<Item = u16> {
        for i in 0..n {
            for mut j in i..=n {
                yield_!(u16::from(i) * 10 + u16::from(j));
                j += 1;
                for k in (1..j).rev() {
                    yield_!(u16::from(k));
                }
            }
        }
    }
}

differential! {
    ranges_with_no_end(250);
    fn ranges_with_no_end(n: u32) -> impl Iterator<Item = u32> {
        for i in n.. {
            yield_!(i);
            if i > 252 {
                break;
            }
        }
        for i in (0..n).step_by(100) {
            yield_!(i);
        }
        for i in (0..n).rev().step_by(100).rev() {
            yield_!(i);
        }
    }
}

differential! {
    ends_of_casts(3, 7);
    fn ends_of_casts(from: u8, to: i64) -> impl Iterator<Item = String> {
        for i in from as usize..to as usize {
            yield_!(format!("{i}"));
        }
        for i in 1i8..2 {
            yield_!(i.to_string());
        }
        for c in 'x'..='z' {
            yield_!(c.to_string());
        }
    }
}

differential! {
    ends_decided_later();
    fn ends_decided_later() -> impl Iterator<Item = u64> {
        let mut sum = 0;
        for i in 0..3 {
            yield_!(7);
            sum += i;
        }
        let sum: u64 = sum;
        yield_!(sum);
    }
}

differential! {
    shadowed_end(4);
    fn shadowed_end(n: u8) -> impl Iterator<Item = usize> {
        yield_!(usize::from(n));
        let n = [1, 2, 3].len();
        for i in 0..n {
            let n = i as u8;
            for j in 0..n {
                yield_!(usize::from(j));
            }
        }
    }
}

differential! {
    by_reference(2);
    fn by_reference(n: i32) -> impl Iterator<Item = i32> {
        let ends = (n, n + 2);
        for ref i in 0..n {
            yield_!(*i);
        }
        let (from, to) = &ends;
        for i in *from..*to {
            yield_!(i);
        }
        let mut range = 0..n;
        for i in &mut range {
            yield_!(i);
            break;
        }
        for i in range {
            yield_!(-i);
        }
    }
}
