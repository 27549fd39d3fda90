macro_rules! double {
    ($value:expr) => {
        $value * 2
    };
}

fn main() {
    let _closure = coro::coro!(static move |first: u32| double!(yield first));
}
