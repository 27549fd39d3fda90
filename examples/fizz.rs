//! A first coroutine: an iterator written as the loop that it stands for.
//!
//! ```text
//! $ cargo run --example fizz
//! 1 2 fizz 4 buzz fizz 7 8 fizz buzz 11 fizz 13 14 fizzbuzz 16
//! ```

#[coro::coroutine]
fn fizz() -> impl Iterator<Item = String> {
    for n in 1.. {
        match (n % 3, n % 5) {
            (0, 0) => yield_!("fizzbuzz".to_owned()),
            (0, _) => yield_!("fizz".to_owned()),
            (_, 0) => yield_!("buzz".to_owned()),
            _ => yield_!(n.to_string()),
        }
    }
}

fn main() {
    let words: Vec<_> = fizz().take(16).collect();
    println!("{}", words.join(" "));
}
