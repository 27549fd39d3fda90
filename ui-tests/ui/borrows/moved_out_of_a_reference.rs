struct Holder {
    text: String,
}

impl Holder {
    #[coro::coroutine]
    fn gives(&self) -> impl Iterator<Item = String> {
        yield_!(String::new());
        yield_!(self.text);
    }
}

fn main() {}
