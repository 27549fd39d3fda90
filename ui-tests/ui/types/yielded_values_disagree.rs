fn main() {
    let _closure = coro::coro!(move |first: bool| {
        yield 1;
        yield "two";
        first
    });
}
