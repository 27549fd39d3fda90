//! Holds nothing: see `tests/ui.rs`.
