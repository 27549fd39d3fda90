//! Every diagnostic, ours and rustc's, with its spans.
//!
//! After a change of wording: `TRYBUILD=overwrite cargo test -p ui-tests`, then read the difference.

use std::process::Command;

/// The release whose wording the `.stderr` files hold.
const RUSTC: &str = "rustc 1.95.";

#[test]
fn diagnostics() {
    let found = rustc_version();
    if !found.starts_with(RUSTC) {
        eprintln!("skipped: the expected texts are those of {RUSTC}*, this is {found}");
        return;
    }
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}

fn rustc_version() -> String {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().expect("rustc runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
