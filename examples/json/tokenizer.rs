//! JSON as RFC 8259 has it, read from pieces that end anywhere.
//!
//! Each function here reads as if the whole text were there. Where it is not, [`peek`] and [`peek_after`] suspend it,
//! with all the others that wait for it, until the next piece comes. A piece is borrowed for no longer than one call.

use coro::Coroutine;

use crate::nesting::{Container, Nesting};
use crate::scan::{self, blanks, continuations, plain};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    OpenObject,
    CloseObject,
    OpenArray,
    CloseArray,
    Key,
    String,
    Number,
    True,
    False,
    Null,
    /// The piece is used up. If the next one is empty, the text ends here.
    Starved,
}

/// Why a text is not JSON. What is left of the piece begins with what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    Value,
    Key,
    Colon,
    CommaOrClose(Container),
    Trailing,
    Digit,
    Word(&'static str),
    Escape,
    HexDigit,
    LoneSurrogate,
    Control,
    Quote,
    Utf8,
    Depth,
}

pub type Result<T = ()> = std::result::Result<T, Problem>;

/// The tokens of one text, then whether it was JSON.
#[coro::coroutine]
pub fn tokens(max_depth: usize, #[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    let mut nesting = Nesting::default();
    'value: loop {
        match yield_from!(peek_after(blanks)) {
            Some(b'{' | b'[') if nesting.depth() == max_depth => return Err(Problem::Depth),
            Some(b'{') => {
                bump(input);
                nesting.open(Container::Object);
                yield_!(Event::OpenObject);
                if yield_from!(peek_after(blanks)) != Some(b'}') {
                    yield_from!(key())?;
                    continue 'value;
                }
            }
            Some(b'[') => {
                bump(input);
                nesting.open(Container::Array);
                yield_!(Event::OpenArray);
                if yield_from!(peek_after(blanks)) != Some(b']') {
                    continue 'value;
                }
            }
            Some(b'"') => yield_from!(string(Event::String))?,
            Some(b'-' | b'0'..=b'9') => yield_from!(number())?,
            Some(b't') => yield_from!(word("true", Event::True))?,
            Some(b'f') => yield_from!(word("false", Event::False))?,
            Some(b'n') => yield_from!(word("null", Event::Null))?,
            _ => return Err(Problem::Value),
        }
        loop {
            match (nesting.innermost(), yield_from!(peek_after(blanks))) {
                (Some(Container::Object), Some(b',')) => {
                    bump(input);
                    yield_from!(key())?;
                    continue 'value;
                }
                (Some(Container::Object), Some(b'}')) => {
                    bump(input);
                    nesting.close();
                    yield_!(Event::CloseObject);
                }
                (Some(Container::Array), Some(b',')) => {
                    bump(input);
                    continue 'value;
                }
                (Some(Container::Array), Some(b']')) => {
                    bump(input);
                    nesting.close();
                    yield_!(Event::CloseArray);
                }
                (Some(container), _) => return Err(Problem::CommaOrClose(container)),
                (None, Some(_)) => return Err(Problem::Trailing),
                (None, None) => return Ok(()),
            }
        }
    }
}

/// A member's name and its colon.
#[coro::coroutine]
fn key(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    let Some(b'"') = yield_from!(peek_after(blanks)) else {
        return Err(Problem::Key);
    };
    yield_from!(string(Event::Key))?;
    let Some(b':') = yield_from!(peek_after(blanks)) else {
        return Err(Problem::Colon);
    };
    bump(input);
    Ok(())
}

#[coro::coroutine]
fn string(token: Event, #[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    bump(input);
    loop {
        match yield_from!(peek_after(plain)) {
            Some(b'"') => break,
            Some(b'\\') => yield_from!(escape())?,
            Some(0x80..) => yield_from!(character())?,
            Some(_) => return Err(Problem::Control),
            None => return Err(Problem::Quote),
        }
    }
    bump(input);
    yield_!(token);
    Ok(())
}

#[coro::coroutine]
fn escape(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    bump(input);
    match yield_from!(peek()) {
        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => bump(input),
        Some(b'u') => match yield_from!(code_unit())? {
            0xD800..0xDC00 => yield_from!(low_surrogate())?,
            0xDC00..0xE000 => return Err(Problem::LoneSurrogate),
            _ => {}
        },
        _ => return Err(Problem::Escape),
    }
    Ok(())
}

/// The second half of a pair. The grammar does not ask for it, but half a pair is no text.
#[coro::coroutine]
fn low_surrogate(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    let Some(b'\\') = yield_from!(peek()) else {
        return Err(Problem::LoneSurrogate);
    };
    bump(input);
    let Some(b'u') = yield_from!(peek()) else {
        return Err(Problem::LoneSurrogate);
    };
    match yield_from!(code_unit())? {
        0xDC00..0xE000 => Ok(()),
        _ => Err(Problem::LoneSurrogate),
    }
}

/// `u` and the four digits after it.
#[coro::coroutine]
fn code_unit(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<u32>> {
    bump(input);
    let mut unit = 0;
    for _ in 0..4 {
        let digit = yield_from!(peek()).and_then(|byte| char::from(byte).to_digit(16));
        unit = unit * 16 + digit.ok_or(Problem::HexDigit)?;
        bump(input);
    }
    Ok(unit)
}

/// A character of several bytes.
#[coro::coroutine]
fn character(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    let following = continuations(input[0]).ok_or(Problem::Utf8)?;
    bump(input);
    for range in following {
        match yield_from!(peek()) {
            Some(byte) if range.contains(&byte) => bump(input),
            _ => return Err(Problem::Utf8),
        }
    }
    Ok(())
}

#[coro::coroutine]
fn number(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    if let Some(b'-') = input.first() {
        bump(input);
    }
    let mut next = match yield_from!(peek()) {
        Some(b'0') => {
            bump(input);
            yield_from!(peek())
        }
        _ => yield_from!(digits())?,
    };
    if let Some(b'.') = next {
        bump(input);
        next = yield_from!(digits())?;
    }
    if let Some(b'e' | b'E') = next {
        bump(input);
        if let Some(b'+' | b'-') = yield_from!(peek()) {
            bump(input);
        }
        yield_from!(digits())?;
    }
    yield_!(Event::Number);
    Ok(())
}

/// One digit or more, and what comes after them.
#[coro::coroutine]
fn digits(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<Option<u8>>> {
    match yield_from!(peek()) {
        Some(b'0'..=b'9') => Ok(yield_from!(peek_after(scan::digits))),
        _ => Err(Problem::Digit),
    }
}

#[coro::coroutine]
fn word(
    word: &'static str,
    token: Event,
    #[resume(rebind)] input: &mut &[u8],
) -> impl Coroutine<_, Yield = Event, Return = Result> {
    for letter in word.bytes() {
        if yield_from!(peek()) != Some(letter) {
            return Err(Problem::Word(word));
        }
        bump(input);
    }
    yield_!(token);
    Ok(())
}

/// The next byte, which stays in front, or `None` at the end of the text.
#[coro::coroutine]
fn peek(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Option<u8>> {
    if input.is_empty() {
        yield_!(Event::Starved);
    }
    input.first().copied()
}

/// The first byte that `scan` does not skip.
#[coro::coroutine]
fn peek_after(
    scan: impl Fn(&[u8]) -> &[u8],
    #[resume(rebind)] input: &mut &[u8],
) -> impl Coroutine<_, Yield = Event, Return = Option<u8>> {
    loop {
        *input = scan(input);
        if let Some(&next) = input.first() {
            return Some(next);
        }
        yield_!(Event::Starved);
        if input.is_empty() {
            return None;
        }
    }
}

fn bump(input: &mut &[u8]) {
    *input = &input[1..];
}
