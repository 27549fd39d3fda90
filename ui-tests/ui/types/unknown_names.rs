#[coro::coroutine]
fn numbers() -> impl Iterator<Item = u32> {
    let total = 1;
    yield_!(totl);
    yield_!(compute(total));
    yield_!(total.fantasy());
    let _thing: Nothing = total;
    unknown!(total);
}

fn main() {}
