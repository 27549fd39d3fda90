use std::fmt::Display;

#[coro::coroutine]
fn texts<T>(items: Vec<T>) -> impl Iterator<Item = String> {
    for item in items {
        yield_!(item.to_string());
    }
}

#[coro::coroutine]
fn shown<T: Display>(item: T) -> impl Iterator<Item = String> {
    yield_!(format!("{item:?}"));
}

fn main() {}
