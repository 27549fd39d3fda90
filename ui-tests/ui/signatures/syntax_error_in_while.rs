coro::coro! {
    #[coroutine]
    fn counts() -> impl coro::Coroutine<bool, Yield = u32, Return = ()> {
        while yield {}
    }
}

fn main() {}
