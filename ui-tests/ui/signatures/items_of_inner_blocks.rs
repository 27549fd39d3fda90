mod number {
    pub trait Shown {
        fn shown(&self) -> usize;
    }
    impl Shown for u32 {
        fn shown(&self) -> usize {
            1
        }
    }
}

mod text {
    pub trait Shown {
        fn shown(&self) -> usize;
    }
    impl Shown for str {
        fn shown(&self) -> usize {
            2
        }
    }
}

#[coro::coroutine]
fn imports() -> impl Iterator<Item = usize> {
    {
        use number::Shown;
        yield_!(1u32.shown());
    }
    {
        use text::Shown;
        yield_!("".shown());
    }
}

#[coro::coroutine]
fn constants() -> impl Iterator<Item = usize> {
    {
        const SIZE: usize = 1;
        yield_!(SIZE);
    }
    yield_!(SIZE);
}

const SIZE: usize = 2;

#[coro::coroutine]
fn macros() -> impl Iterator<Item = usize> {
    {
        macro_rules! size {
            () => {
                1
            };
        }
        yield_!(size!());
    }
    macro_rules! size {
        () => {
            2
        };
    }
    yield_!(size!());
}

fn main() {}
