#[coro::coroutine(yields = u32)]
fn unknown() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro::coroutine(crate)]
fn no_path() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro::coroutine(crate = "coro")]
fn string() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro::coroutine(crate = ::coro, crate = ::coro)]
fn twice() -> impl Iterator<Item = u32> {
    yield_!(1);
}

#[coro::coroutine(crate = ::nowhere)]
fn nowhere() -> impl Iterator<Item = u32> {
    yield_!(1);
}

fn main() {}
