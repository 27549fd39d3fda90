/// Moves an iterator out of its box, which may be done to no coroutine that borrows from itself.
trait Iterator {
    type Item;

    fn move_out(self: Box<Self>) -> Option<Self::Item>;
}

impl<I: std::iter::Iterator> Iterator for I {
    type Item = I::Item;

    fn move_out(self: Box<Self>) -> Option<I::Item> {
        let mut moved = *self;
        moved.next()
    }
}

#[coro::coroutine(boxed)]
fn one() -> Box<dyn Iterator<Item = u32>> {
    yield_!(1);
}

fn main() {
    one().move_out();
}
