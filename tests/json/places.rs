//! Where a mistake is found, and how it is told.

use crate::whole;

/// A text and what is said of it.
const PLACES: &[(&str, &str)] = &[
    ("", "1:1: expected a value; the text ends here"),
    ("  \n ", "2:2: expected a value; the text ends here"),
    ("[1,\n 2,\n]", "3:1: expected a value"),
    ("[1 2]", "1:4: expected `,` or `]`"),
    ("[1", "1:3: expected `,` or `]`; the text ends here"),
    ("[1}", "1:3: expected `,` or `]`"),
    ("{\"a\": 1]", "1:8: expected `,` or `}`"),
    ("{\"a\": 1,}", "1:9: expected a key in quotes"),
    ("{a: 1}", "1:2: expected a key in quotes"),
    ("{\"a\" 1}", "1:6: expected `:`"),
    ("{\"äöü\"\r\n\t= 1}", "2:2: expected `:`"),
    ("{\"äöü🔧\"= 1}", "1:8: expected `:`"),
    ("1 1", "1:3: expected nothing after the value"),
    ("{}\n]", "2:1: expected nothing after the value"),
    ("01", "1:2: expected nothing after the value"),
    ("-", "1:2: expected a digit; the text ends here"),
    ("[-]", "1:3: expected a digit"),
    ("[1.]", "1:4: expected a digit"),
    ("[1e+]", "1:5: expected a digit"),
    ("[tru]", "1:5: expected `true`"),
    ("[nul", "1:5: expected `null`; the text ends here"),
    ("falsE", "1:5: expected `false`"),
    ("\"\\x\"", "1:3: expected one of `\"\\/bfnrtu` after the backslash"),
    ("\"\\u12g4\"", "1:6: expected four hexadecimal digits"),
    ("\"\\uD800\"", "1:8: half of a surrogate pair without the other"),
    ("\"\\uD800\\n\"", "1:9: half of a surrogate pair without the other"),
    ("\"\\uDC00\"", "1:8: half of a surrogate pair without the other"),
    ("\"a\tb\"", "1:3: control character in a string"),
    ("\"a\nb\"", "1:3: control character in a string"),
    ("\"abc", "1:5: expected a closing quote; the text ends here"),
    ("\u{feff}{}", "1:1: expected a value"),
];

#[test]
fn places() {
    for (text, place) in PLACES {
        let told = whole(text.as_bytes()).to_string();
        let first_line = told.lines().next().unwrap_or_default();
        assert_eq!(first_line, format!("invalid at {place}"), "{text}");
    }
}

#[test]
fn bytes_that_are_no_text() {
    let told = whole(b"[\"abc\xFFdef\"]").to_string();
    assert!(told.starts_with("invalid at 1:6: not UTF-8\n"), "{told}");
}

#[test]
fn what_is_found_before_a_mistake_is_counted() {
    let told = whole(br#"{"a": [true, null, -1e5, "x", }"#).to_string();
    let counts = "objects: 1, arrays: 1, keys: 1, strings: 1, numbers: 1, true: 1, false: 0, null: 1";
    assert_eq!(told.lines().nth(1).map(str::trim), Some(counts));
}
