fn main() {
    let _never_known = coro::coro!(move || {
        yield None;
    });
}
