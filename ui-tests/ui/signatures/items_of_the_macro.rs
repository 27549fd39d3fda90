coro::coro! {
    #[coroutine(yields = u32)]
    fn unknown() -> impl Iterator<Item = u32> {
        yield 1;
    }

    #[coroutine]
    struct Thing;

    fn unmarked() -> u32 {
        yield 1;
    }
}

fn main() {}
