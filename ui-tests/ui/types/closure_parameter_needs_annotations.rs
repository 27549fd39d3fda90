fn main() {
    let mut _length = coro::coro!(move |text| {
        yield text.len();
    });
}
