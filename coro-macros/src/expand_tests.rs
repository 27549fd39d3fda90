//! What is emitted for typical bodies, to be read: `tests/expand/<name>.rs` and, beside it, `<name>.expanded.rs`.
//!
//! After a change of what is emitted: `EXPAND=overwrite cargo test -p coro-macros expand`, then read the difference.

use crate::input;
use std::{env, fs, path::PathBuf};

macro_rules! expansions {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )*
    };
}

expansions! {
    borrowed_resume
    borrows_itself
    conditional_move
    counter
    delegation
    early_return
    guard_dropped_before
    match_arms
    method
    nested_loops
    question_mark
    running_total
    stream
    two_lets
}

fn check(name: &str) {
    let expected_file = folder().join(format!("{name}.expanded.rs"));
    let found = expansion(name);
    if env::var_os("EXPAND").is_some_and(|value| value == "overwrite") {
        fs::write(&expected_file, found).expect("the snapshot is written");
        return;
    }
    let expected = fs::read_to_string(&expected_file).unwrap_or_default();
    assert!(expected == found, "{} differs; run again with `EXPAND=overwrite` and read the difference", expected_file.display(),);
}

/// The whole file as input of `coro!`, which passes on what is not marked.
fn expansion(name: &str) -> String {
    let source = fs::read_to_string(folder().join(format!("{name}.rs"))).expect("there is a body");
    let mut file = syn::parse_file(&source).expect("the body parses");
    let about = core::mem::take(&mut file.attrs);
    let items = quote::quote!(#file);
    let expanded = syn::parse2(input::function_like(items)).expect("what is emitted parses");
    prettyplease::unparse(&syn::File { attrs: about, ..expanded })
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/expand")
}
