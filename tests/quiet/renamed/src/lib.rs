//! Coroutines of a crate that knows `coro` under another name.

#![forbid(unsafe_code)]
#![no_std]
#![deny(warnings)]
#![warn(clippy::pedantic, clippy::nursery)]
#![warn(future_incompatible, let_underscore, nonstandard_style, rust_2018_idioms, unused)]
#![warn(
    absolute_paths_not_starting_with_crate,
    explicit_outlives_requirements,
    keyword_idents,
    meta_variable_misuse,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    variant_size_differences
)]

extern crate alloc;

use alloc::boxed::Box;
use alloc::string::String;
use core::num::ParseIntError;
use weft::Coroutine;

/// An iterator.
#[weft::coroutine(crate = ::weft)]
pub fn countdown(n: u32) -> impl Iterator<Item = u32> + Clone {
    for i in (1..=n).rev() {
        yield_!(i);
    }
}

/// Resume arguments.
#[weft::coroutine(crate = ::weft)]
pub fn total(#[resume] first: u32) -> impl Coroutine<_, Yield = u32, Return = u32> {
    let mut total = first;
    while total < 10 {
        total += yield_!(total);
    }
    total
}

/// Kept for their drop, boxed, delegated to.
#[must_use]
#[weft::coroutine(crate = ::weft)]
pub fn holds(text: String) -> Box<dyn Coroutine<u32, Yield = u32, Return = ()>> {
    let held = text.len();
    yield_from!(total(), 3);
    yield_all!(countdown(3));
    yield_!(u32::from(held == 2));
}

/// The question mark.
///
/// # Errors
///
/// What does not parse.
#[weft::coroutine(crate = ::weft)]
pub fn parsed(text: &str) -> impl Coroutine<Yield = u32, Return = Result<(), ParseIntError>> {
    let n: u32 = text.parse()?;
    yield_!(n);
    Ok(())
}

/// A condition of the compiler's.
#[weft::coroutine(crate = ::weft)]
pub fn configured() -> impl Iterator<Item = u8> {
    #[cfg(unix)]
    yield_!(1);
    #[cfg(not(unix))]
    yield_!(2);
}

/// A closure.
pub fn closure(n: u32) -> impl Coroutine<u32, Yield = u32, Return = u32> {
    weft::coro!(crate = ::weft; move |first: u32| first + yield n)
}

/// The compiler's layout.
#[weft::coroutine(static, crate = ::weft)]
pub fn words(text: String) -> impl Coroutine<Yield = usize, Return = ()> {
    for word in text.split(' ') {
        yield_!(word.len());
    }
    yield_from!(static_closure(1));
}

/// A closure of that kind.
pub fn static_closure(n: usize) -> impl Coroutine<Yield = usize, Return = ()> {
    weft::coro!(crate = ::weft; static move || {
        let kept = [n, 2];
        for item in &kept {
            yield *item;
        }
    })
}

/// A stream.
#[weft::coroutine(boxed, crate = ::weft)]
pub fn stream(n: u32) -> impl futures_core::Stream<Item = u32> {
    for item in 0..n {
        core::future::ready(()).await;
        yield_!(item);
    }
}
