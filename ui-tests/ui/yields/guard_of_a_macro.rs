macro_rules! defer {
    ($($code:tt)*) => {
        let _deferred = Deferred(|| { $($code)* });
    };
}

struct Deferred<F: Fn()>(F);

impl<F: Fn()> Drop for Deferred<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[coro::coroutine]
fn deferred() -> impl Iterator<Item = u32> {
    defer! {
        println!("left")
    }
    yield_!(1);
    defer!(println!("no yield follows"));
}

fn main() {}
