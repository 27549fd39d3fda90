use coro::Coroutine;

#[coro::coroutine]
fn outer() -> impl Coroutine<Yield = u32, Return = ()> {
    fn inner() {
        yield_!(1);
    }
    const NUMBER: u32 = yield_!(2);
    struct Thing;
    impl Thing {
        fn method(&self) {
            yield_!(3);
        }
    }
    inner();
    Thing.method();
    yield_!(NUMBER);
}

fn main() {}
