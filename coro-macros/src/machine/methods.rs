//! Names of methods, and what they do with their receivers in the standard library. A type of the user's may do otherwise: then the
//! compiler says so.

/// Method names under which no type of std borrows its receiver: the call moves it.
pub fn consuming(name: &str) -> bool {
    const CONSUMING: &[&str] = &[
        "into",
        "unwrap",
        "expect",
        "unwrap_or",
        "unwrap_or_else",
        "unwrap_or_default",
        "unwrap_err",
        "expect_err",
        "ok",
        "err",
        "ok_or",
        "ok_or_else",
        "and_then",
        "or",
        "or_else",
        "map",
        "map_err",
        "map_or",
        "map_or_else",
        "is_some_and",
        "is_none_or",
        "is_ok_and",
        "is_err_and",
        "transpose",
        "copied",
        "cloned",
        "collect",
        "enumerate",
        "chain",
        "zip",
        "unzip",
        "fold",
        "reduce",
        "for_each",
        "flatten",
        "flat_map",
        "filter",
        "filter_map",
        "map_while",
        "step_by",
        "skip",
        "skip_while",
        "take_while",
        "peekable",
        "fuse",
        "scan",
        "cycle",
        "rev",
        "sum",
        "product",
        "partition",
        "count",
        "max_by",
        "min_by",
        "max_by_key",
        "min_by_key",
        "inspect",
    ];
    name.starts_with("into_") || CONSUMING.contains(&name)
}

/// Method names under which no type of std takes its receiver by value, unless it is a reference.
pub fn borrowing(name: &str) -> bool {
    const BORROWING: &[&str] = &[
        "as_bytes",
        "as_mut",
        "as_mut_slice",
        "as_ptr",
        "as_ref",
        "as_slice",
        "as_str",
        "borrow",
        "borrow_mut",
        "bytes",
        "chars",
        "clone",
        "contains",
        "contains_key",
        "ends_with",
        "first",
        "get",
        "get_mut",
        "insert",
        "is_empty",
        "is_none",
        "is_ok",
        "is_some",
        "iter",
        "iter_mut",
        "last_mut",
        "len",
        "lines",
        "next",
        "pop",
        "push",
        "push_str",
        "remove",
        "starts_with",
        "to_owned",
        "to_string",
        "to_vec",
        "trim",
    ];
    BORROWING.contains(&name)
}

/// Method names of std's numbers and texts, and of what is looked at: the receiver is most often `Copy`, or borrowed.
pub fn left_alone(name: &str) -> bool {
    const ALONE: &[&str] = &[
        "abs",
        "all",
        "any",
        "append",
        "back",
        "binary_search",
        "binary_search_by",
        "binary_search_by_key",
        "capacity",
        "char_indices",
        "chunks",
        "chunks_exact",
        "clamp",
        "clear",
        "clone",
        "cloned",
        "cmp",
        "count_ones",
        "count_zeros",
        "div_ceil",
        "div_euclid",
        "drain",
        "elapsed",
        "entry",
        "eq",
        "eq_ignore_ascii_case",
        "extend",
        "extend_from_slice",
        "fill",
        "find",
        "first",
        "flush",
        "fmt",
        "front",
        "get",
        "get_mut",
        "hash",
        "isqrt",
        "iter",
        "keys",
        "last",
        "last_key_value",
        "len",
        "load",
        "lock",
        "max",
        "min",
        "ne",
        "next",
        "next_power_of_two",
        "parse",
        "partial_cmp",
        "peek",
        "pop",
        "pop_back",
        "pop_front",
        "position",
        "pow",
        "powi",
        "push_back",
        "push_front",
        "read",
        "read_line",
        "read_to_end",
        "read_to_string",
        "recv",
        "rem_euclid",
        "reserve",
        "resize",
        "replace",
        "replace_range",
        "replacen",
        "retain",
        "reverse",
        "rfind",
        "round",
        "rposition",
        "signum",
        "sqrt",
        "split",
        "split_ascii_whitespace",
        "split_at",
        "split_at_checked",
        "split_first",
        "split_first_chunk",
        "split_inclusive",
        "split_last",
        "split_last_chunk",
        "split_off",
        "split_once",
        "split_terminator",
        "split_whitespace",
        "splitn",
        "store",
        "strip_prefix",
        "strip_suffix",
        "swap",
        "swap_bytes",
        "truncate",
        "try_recv",
        "values",
        "values_mut",
        "windows",
        "write",
        "write_all",
        "write_str",
    ];
    const PREFIXES: &[&str] = &[
        "as_",
        "borrow",
        "checked_",
        "dedup",
        "fetch_",
        "is_",
        "leading_",
        "overflowing_",
        "rotate_",
        "saturating_",
        "sort",
        "to_",
        "trailing_",
        "trim",
        "try_borrow",
        "try_lock",
        "wrapping_",
    ];
    ALONE.contains(&name) || name.ends_with("_mut") || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// A method of another name may as well consume its receiver as borrow it.
pub fn unsure(name: &str) -> bool {
    !consuming(name) && !borrowing(name) && !left_alone(name)
}

/// What a method of such a name returns does not borrow from its receiver: it ends it, or sums it up.
pub fn ends(name: &str) -> bool {
    const ENDS: &[&str] = &[
        "abort", "accept", "build", "cancel", "checkout", "close", "commit", "complete", "consume", "dispose", "end", "finalize",
        "finish", "join", "leave", "release", "retire", "rollback", "seal", "settle", "shutdown", "stop", "submit",
    ];
    ENDS.contains(&name)
}

/// What a method of such a name returns is a number or a flag.
pub fn counts(name: &str) -> bool {
    const COUNTS: &[&str] =
        &["all", "any", "capacity", "cmp", "count", "eq", "len", "ne", "partial_cmp", "position", "product", "rposition", "sum"];
    COUNTS.contains(&name) || ["contains", "ends_with", "is_", "starts_with"].iter().any(|prefix| name.starts_with(prefix))
}

/// What a method of such a name returns does not borrow, in the standard library: it takes something out, or copies it.
pub fn owns(name: &str) -> bool {
    const OWNS: &[&str] = &[
        "clone",
        "cloned",
        "copied",
        "insert",
        "pop",
        "pop_back",
        "pop_first",
        "pop_front",
        "pop_last",
        "push",
        "remove",
        "replace",
        "split_off",
        "swap_remove",
        "take",
        "to_owned",
        "to_string",
        "to_vec",
    ];
    OWNS.contains(&name)
}

/// What a method of such a name returns borrows from its receiver, in the standard library.
pub fn lends(name: &str) -> bool {
    const LENDS: &[&str] = &[
        "back",
        "bytes",
        "chars",
        "first",
        "front",
        "get",
        "get_mut",
        "iter",
        "iter_mut",
        "keys",
        "last",
        "lines",
        "peek",
        "values",
        "values_mut",
    ];
    LENDS.contains(&name) || ["as_", "split", "trim"].iter().any(|prefix| name.starts_with(prefix))
}

/// As `lends`, and what a `coro!` closure is taken to keep a borrow of.
pub fn lending(name: &str) -> bool {
    const OTHERS: &[&str] = &["by_ref", "char_indices", "drain", "entry", "range", "windows"];
    let more = OTHERS.contains(&name) || name.starts_with("chunks") || name.ends_with("_mut") && name != "borrow_mut";
    more || lends(name)
}

/// Methods of std that change their receiver, and return what their arguments and their receiver say.
pub fn changing(name: &str) -> bool {
    const CHANGING: &[&str] = &[
        "append",
        "by_ref",
        "clear",
        "dedup",
        "first_mut",
        "insert",
        "iter_mut",
        "last_mut",
        "next",
        "next_back",
        "peek",
        "pop",
        "pop_back",
        "pop_front",
        "push",
        "push_back",
        "push_front",
        "push_str",
        "reverse",
        "sort",
        "sort_unstable",
        "take",
        "truncate",
        "values_mut",
    ];
    CHANGING.contains(&name)
}

/// A method of such a name only looks at its receiver, in the standard library.
pub fn reads(name: &str) -> bool {
    const READS: &[&str] = &[
        "back",
        "bytes",
        "chars",
        "chunks",
        "clone",
        "first",
        "front",
        "get",
        "iter",
        "keys",
        "last",
        "lines",
        "range",
        "to_owned",
        "to_string",
        "to_vec",
        "values",
        "windows",
    ];
    READS.contains(&name)
        || counts(name) && name != "all" && name != "any" && name != "position"
        || name == "as_str"
        || name == "as_slice"
}
