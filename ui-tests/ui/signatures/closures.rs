fn main() {
    let _async = coro::coro!(async move || 1);
    let _const = coro::coro!(const || 1);
    let _binder = coro::coro!(for<'a> |text: &'a str| -> u32 { 1 });
    let _two = coro::coro!(|a: u32, b: u32| { yield a + b });
    let _more = coro::coro!(|| 1, || 2);
    let _number = coro::coro!(7);
    let _nothing = coro::coro!();
}
