//! Coroutines of all kinds, none of which may cause a warning.

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

#[path = "../../shared/mod.rs"]
pub mod shared;
