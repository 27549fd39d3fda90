coro::coro! {
    #[coroutine]
    fn counts() -> impl Iterator<Item = u32> {
        let n = ;
        yield n;
    }
}

fn main() {}
