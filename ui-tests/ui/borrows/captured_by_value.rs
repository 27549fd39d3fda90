fn main() {
    let moved = String::new();
    let _takes = coro::coro!(move || {
        yield 1;
        drop(moved);
    });
    println!("{moved}");
}
