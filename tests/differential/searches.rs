//! Combinatorics and backtracking, mostly on a stack of its own.

differential! {
    permutations(vec!['a', 'b', 'c', 'd']);
    fn permutations(mut items: Vec<char>) -> impl Iterator<Item = String> {
        let n = items.len();
        let mut counters = vec![0; n];
        yield_!(items.iter().collect());
        let mut i = 0;
        while i < n {
            if counters[i] < i {
                items.swap(if i % 2 == 0 { 0 } else { counters[i] }, i);
                yield_!(items.iter().collect::<String>());
                counters[i] += 1;
                i = 0;
            } else {
                counters[i] = 0;
                i += 1;
            }
        }
    }
}

differential! {
    combinations(&[1, 2, 3, 4, 5], 3);
    fn combinations(pool: &[i32], k: usize) -> impl Iterator<Item = Vec<i32>> {
        let n = pool.len();
        if k > n {
            return;
        }
        let mut picks: Vec<usize> = (0..k).collect();
        loop {
            yield_!(picks.iter().map(|&pick| pool[pick]).collect::<Vec<_>>());
            let Some(i) = (0..k).rev().find(|&i| picks[i] != i + n - k) else {
                return;
            };
            picks[i] += 1;
            for j in i + 1..k {
                picks[j] = picks[j - 1] + 1;
            }
        }
    }
}

differential! {
    subsets(&["egg", "flour", "milk"]);
    fn subsets<'a>(items: &'a [&'static str]) -> impl Iterator<Item = Vec<&'static str>> + 'a {
        for mask in 0..1u32 << items.len() {
            let chosen = items.iter().enumerate().filter(|&(i, _)| mask & (1 << i) != 0);
            yield_!(chosen.map(|(_, item)| *item).collect());
        }
    }
}

differential! {
    product(2, 3);
    fn product(letters: u8, numbers: u32) -> impl Coroutine<Yield = (char, u32), Return = u32> {
        let mut count = 0;
        for letter in (b'a'..b'a' + letters).map(char::from) {
            for number in 1..=numbers {
                count += 1;
                yield_!((letter, number));
            }
        }
        count
    }
}

differential! {
    queens(6);
    fn queens(n: usize) -> impl Coroutine<Yield = Vec<usize>, Return = usize> {
        let mut columns: Vec<usize> = vec![];
        let mut column = 0;
        let mut solutions = 0;
        'search: loop {
            while column < n {
                let safe = columns.iter().enumerate().all(|(row, &other)| {
                    other != column && other.abs_diff(column) != columns.len() - row
                });
                if safe {
                    columns.push(column);
                    column = 0;
                    if columns.len() == n {
                        solutions += 1;
                        yield_!(columns.clone());
                        break;
                    }
                } else {
                    column += 1;
                }
            }
            match columns.pop() {
                Some(last) => column = last + 1,
                None => break 'search,
            }
        }
        solutions
    }
}

differential! {
    partitions(6);
    fn partitions(n: u32) -> impl Iterator<Item = Vec<u32>> {
        let mut stack = vec![(n, n, Vec::new())];
        while let Some((rest, largest, parts)) = stack.pop() {
            if rest == 0 {
                yield_!(parts);
                continue;
            }
            for part in 1..=rest.min(largest) {
                let mut longer = parts.clone();
                longer.push(part);
                stack.push((rest - part, part, longer));
            }
        }
    }
}

differential! {
    hanoi(3);
    fn hanoi(disks: u32) -> impl Coroutine<Yield = (char, char), Return = u32> {
        enum Job {
            Tower(u32, char, char, char),
            Disk(char, char),
        }
        let mut jobs = vec![Job::Tower(disks, 'a', 'c', 'b')];
        let mut moves = 0;
        while let Some(job) = jobs.pop() {
            match job {
                Job::Disk(from, to) => {
                    moves += 1;
                    yield_!((from, to));
                }
                Job::Tower(0, ..) => {}
                Job::Tower(n, from, to, via) => {
                    jobs.push(Job::Tower(n - 1, via, to, from));
                    jobs.push(Job::Disk(from, to));
                    jobs.push(Job::Tower(n - 1, from, via, to));
                }
            }
        }
        moves
    }
}

differential! {
    knapsack(&[(3, 4), (4, 5), (2, 3)], 6);
    fn knapsack(items: &[(usize, u32)], capacity: usize) -> impl Coroutine<Yield = Vec<u32>, Return = u32> {
        let mut best = vec![0; capacity + 1];
        for &(weight, value) in items {
            for room in (weight..=capacity).rev() {
                best[room] = best[room].max(best[room - weight] + value);
            }
            yield_!(best.clone());
        }
        best[capacity]
    }
}

differential! {
    maze(&["S.#", ".##", "..E"]);
    fn maze(rows: &[&str]) -> impl Coroutine<Yield = (usize, usize), Return = Option<usize>> {
        let cells: Vec<Vec<char>> = rows.iter().map(|row| row.chars().collect()).collect();
        let mut seen = std::collections::HashSet::new();
        let mut path = vec![(0, 0)];
        while let Some(&(x, y)) = path.last() {
            if seen.insert((x, y)) {
                yield_!((x, y));
            }
            if cells[y][x] == 'E' {
                return Some(path.len());
            }
            let around = [(x + 1, y), (x, y + 1), (x.wrapping_sub(1), y), (x, y.wrapping_sub(1))];
            let open = around.into_iter().find(|&(x, y)| {
                cells.get(y).and_then(|row| row.get(x)).is_some_and(|&cell| cell != '#') && !seen.contains(&(x, y))
            });
            match open {
                Some(next) => path.push(next),
                None => drop(path.pop()),
            }
        }
        None
    }
}

differential! {
    change(11, &[5, 2, 1]);
    fn change(amount: u32, coins: &[u32]) -> impl Coroutine<Yield = u32, Return = Result<usize, u32>> {
        let mut left = amount;
        let mut count = 0;
        'coins: for &coin in coins {
            loop {
                let Some(less) = left.checked_sub(coin) else {
                    continue 'coins;
                };
                left = less;
                count += 1;
                yield_!(coin);
                if left == 0 {
                    break 'coins;
                }
            }
        }
        if left == 0 { Ok(count) } else { Err(left) }
    }
}

differential! {
    binary_search(100), fed [false, true, true, false];
    fn binary_search(size: u32, #[resume] ready: bool) -> impl Coroutine<bool, Yield = u32, Return = u32> {
        log(ready);
        let (mut low, mut high) = (0, size);
        while low < high {
            let middle = low.midpoint(high);
            if yield_!(middle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

differential! {
    subset_sum(vec![3, 9, 8, 4], 12);
    fn subset_sum(numbers: Vec<i32>, target: i32) -> impl Iterator<Item = Vec<i32>> {
        let mut stack = vec![(0, 0, vec![])];
        while let Some((at, sum, chosen)) = stack.pop() {
            if sum == target {
                yield_!(chosen);
            } else if at < numbers.len() && sum < target {
                let with = [chosen.as_slice(), &[numbers[at]]].concat();
                stack.push((at + 1, sum, chosen));
                stack.push((at + 1, sum + numbers[at], with));
            }
        }
    }
}

differential! {
    bubble_sort([3, 1, 2, 5, 4]);
    fn bubble_sort<const N: usize>(mut items: [i32; N]) -> impl Coroutine<Yield = (usize, [i32; N]), Return = usize> {
        let mut swaps = 0;
        for end in (1..N).rev() {
            let mut swapped = false;
            for i in 0..end {
                if items[i] > items[i + 1] {
                    items.swap(i, i + 1);
                    swaps += 1;
                    swapped = true;
                    yield_!((i, items));
                }
            }
            if !swapped {
                break;
            }
        }
        swaps
    }
}

differential! {
    quicksort(vec![5, 2, 8, 1, 9, 3]);
    fn quicksort(mut items: Vec<u8>) -> impl Coroutine<Yield = (usize, u8), Return = Vec<u8>> {
        let mut ranges = vec![0..items.len()];
        while let Some(range) = ranges.pop() {
            if range.len() < 2 {
                continue;
            }
            let pivot = items[range.end - 1];
            let mut split = range.start;
            for i in range.clone() {
                if items[i] < pivot {
                    items.swap(i, split);
                    split += 1;
                }
            }
            items.swap(split, range.end - 1);
            yield_!((split, pivot));
            ranges.push(split + 1..range.end);
            ranges.push(range.start..split);
        }
        items
    }
}
