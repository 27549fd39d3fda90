use coro::Coroutine;

struct Point {
    x: u32,
    y: u32,
}

#[coro::coroutine]
fn points() -> impl Coroutine<u32, Yield = Point, Return = ()> {
    let p = Point { x: yield_!(Point { x: 1, y: 2 }), z: 1 };
    yield_!(Point { x: p.x + p.y });
}

fn main() {}
