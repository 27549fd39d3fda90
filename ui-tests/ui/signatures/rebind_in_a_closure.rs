fn main() {
    let _closure = coro::coro!(move |#[resume(rebind)] n: u32| {
        while n > 0 {
            yield n;
        }
    });
}
