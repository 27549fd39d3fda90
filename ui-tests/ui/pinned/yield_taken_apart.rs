use futures_core::Stream;

/// Not the one of std: what it is given is taken apart, and put together in another future.
macro_rules! format {
    ($text:literal, $gate:ident . suspend($value:expr, & mut $port:ident) . await) => {
        drop(async {
            let place = $gate.here().await;
            $gate.put($value, place);
        })
    };
}

#[coro::coroutine]
fn takes_apart() -> impl Stream<Item = u32> {
    format!("{}", yield_!({
        drop(async { std::future::ready(1).await });
        1
    }));
}

fn main() {}
