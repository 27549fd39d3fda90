//! The macros of the `coro` crate. Use them through `coro`, which also holds what the generated code calls.

#![forbid(unsafe_code)]

mod body;
mod error;
#[cfg(test)]
mod expand_tests;
mod fallback;
mod hiding;
mod input;
mod machine;
mod pinned;
mod wrap;

use proc_macro::TokenStream;

/// Turns a function that yields into one that returns a coroutine.
///
/// See the documentation of the `coro` crate.
#[proc_macro_attribute]
pub fn coroutine(arguments: TokenStream, item: TokenStream) -> TokenStream {
    input::attribute(arguments.into(), item.into()).into()
}

/// Makes a coroutine of a closure, or takes functions marked `#[coroutine]` in which bare `yield` may be written.
///
/// See the documentation of the `coro` crate.
#[proc_macro]
pub fn coro(input: TokenStream) -> TokenStream {
    input::function_like(input.into()).into()
}
