fn ordinary() -> u32 {
    yield_!(1)
}

fn main() {}
