//! How large coroutines are. Exact, so that a change of either kind is seen.

use benches::sizes::{Size, ours};

/// What is kept, and a byte for where it is suspended.
const EXPECTED: [(&str, usize); 17] = [
    ("argument", 8192 + 1),
    ("wrapped", 8192 + 4),
    ("bound", 1024 + 1),
    ("joined", 3 * 1025 + 1),
    ("dropped", 1),
    ("rebound", 1024 + 1),
    ("niche", 2),
    ("option", 2),
    ("layers", 1024 + 1),
    // It has to be there once: what is run is not where it was kept before.
    ("later", 2 * 8193),
    ("moved", 1024 + 1),
    ("moved_after_call", 1024 + 1),
    // It has to be there once.
    ("moved_on", 1024 + 1),
    // One has to be there at a time.
    ("one_by_one", 1024 + 1),
    ("scopes", 8),
    ("resumed_copy", 1),
    // Nothing has to be kept.
    ("resumed_box", 1),
];

#[test]
fn sizes_of_values() {
    let found: Vec<_> = ours::sizes().into_iter().map(|Size { body, bytes, .. }| (body, bytes)).collect();
    assert_eq!(found, EXPECTED);
}
