//! A `&mut` that walks along what it borrows.

struct Link {
    value: u32,
    next: Option<Box<Link>>,
}

impl Link {
    fn chain(values: &[u32]) -> Option<Box<Link>> {
        let (value, rest) = values.split_first()?;
        Some(Box::new(Link { value: *value, next: Link::chain(rest) }))
    }
}

differential! {
    take_the_next(&mut Link::chain(&[1, 2, 3]).unwrap());
    fn take_the_next(first: &mut Link) -> impl Iterator<Item = u32> {
        let mut at = Some(first);
        while let Some(link) = at.take() {
            link.value += 1;
            yield_!(link.value);
            at = link.next.as_deref_mut();
        }
    }
}

differential! {
    match_the_next(&mut Link::chain(&[1, 2, 3]).unwrap());
    fn match_the_next(first: &mut Link) -> impl Iterator<Item = u32> {
        let mut at = Some(first);
        while let Some(link) = at {
            yield_!(link.value);
            link.value = 0;
            at = link.next.as_deref_mut();
        }
    }
}

differential! {
    along_the_list(&mut Link::chain(&[5, 6, 7]));
    fn along_the_list(list: &mut Option<Box<Link>>) -> impl Coroutine<Yield = u32, Return = usize> {
        let mut at = list;
        let mut count = 0;
        while let Some(link) = at {
            yield_!(link.value);
            count += 1;
            at = &mut link.next;
        }
        *at = Link::chain(&[8]);
        count
    }
}

differential! {
    split_first(&mut [1, 2, 3]);
    fn split_first(items: &mut [u32]) -> impl Iterator<Item = u32> {
        let mut rest = items;
        while let Some((first, tail)) = rest.split_first_mut() {
            *first *= 2;
            yield_!(*first);
            rest = tail;
        }
    }
}

differential! {
    remove_even(&mut Link::chain(&[1, 2, 4, 5]));
    fn remove_even(list: &mut Option<Box<Link>>) -> impl Coroutine<Yield = u32, Return = Vec<u32>> {
        let mut at = &mut *list;
        let mut left = Vec::new();
        while at.is_some() {
            let value = at.as_ref().unwrap().value;
            if value % 2 == 0 {
                yield_!(value);
                *at = at.take().unwrap().next;
            } else {
                left.push(value);
                at = &mut at.as_mut().unwrap().next;
            }
        }
        left
    }
}

differential! {
    halves(&mut [1, 2, 3, 4, 5]);
    fn halves(items: &mut [u32]) -> impl Coroutine<Yield = (u32, u32), Return = usize> {
        let items = &mut items[..];
        let (left, right) = items.split_at_mut(2);
        for (a, b) in left.iter_mut().zip(right.iter_mut()) {
            core::mem::swap(a, b);
            yield_!((*a, *b));
        }
        7
    }
}

differential! {
    clamped(vec![5, 6], 4);
    fn clamped(mut items: Vec<u32>, low: u32) -> impl Iterator<Item = u32> {
        let clamped = |i: usize| items[i].max(low);
        let first = clamped(1);
        items[0] = first;
        yield_!(first);
        yield_!(items[0]);
    }
}
