fn main() {
    let _outer = coro::coro!(move |n: u32| {
        let inner = move || {
            yield n;
        };
        inner();
    });
}
