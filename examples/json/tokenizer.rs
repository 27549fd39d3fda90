//! JSON as RFC 8259 has it, read from pieces that end anywhere.
//!
//! Each function here reads as if the whole text were there. Where it is not, [`peek`] suspends it, together with all
//! that wait for it, until the next piece comes. A piece is borrowed for one call and holds nothing up.

use coro::Coroutine;

use crate::nesting::{Container, Nesting};
use crate::scan::{after_blanks, after_digits, after_plain, continuations};

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
pub fn tokens(
    max_depth: usize,
    #[resume(rebind)] input: &mut &[u8],
) -> impl Coroutine<_, Yield = Event, Return = Result> {
    let mut nesting = Nesting::default();
    'value: loop {
        match yield_from!(significant()) {
            Some(b'{' | b'[') if nesting.depth() == max_depth => return Err(Problem::Depth),
            Some(b'{') => {
                bump(input);
                nesting.open(Container::Object);
                yield_!(Event::OpenObject);
                if yield_from!(significant()) != Some(b'}') {
                    yield_from!(key())?;
                    continue 'value;
                }
            }
            Some(b'[') => {
                bump(input);
                nesting.open(Container::Array);
                yield_!(Event::OpenArray);
                if yield_from!(significant()) != Some(b']') {
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
        while let Some(container) = nesting.innermost() {
            let closed = match (container, yield_from!(significant())) {
                (Container::Object, Some(b'}')) => Event::CloseObject,
                (Container::Array, Some(b']')) => Event::CloseArray,
                (Container::Object, Some(b',')) => {
                    bump(input);
                    yield_from!(key())?;
                    continue 'value;
                }
                (Container::Array, Some(b',')) => {
                    bump(input);
                    continue 'value;
                }
                _ => return Err(Problem::CommaOrClose(container)),
            };
            bump(input);
            nesting.close();
            yield_!(closed);
        }
        break;
    }
    match yield_from!(significant()) {
        Some(_) => Err(Problem::Trailing),
        None => Ok(()),
    }
}

/// A member's name and its colon.
#[coro::coroutine]
fn key(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    let Some(b'"') = yield_from!(significant()) else {
        return Err(Problem::Key);
    };
    yield_from!(string(Event::Key))?;
    let Some(b':') = yield_from!(significant()) else {
        return Err(Problem::Colon);
    };
    bump(input);
    Ok(())
}

#[coro::coroutine]
fn string(
    token: Event,
    #[resume(rebind)] input: &mut &[u8],
) -> impl Coroutine<_, Yield = Event, Return = Result> {
    bump(input);
    loop {
        *input = after_plain(input);
        match yield_from!(peek()) {
            Some(b'"') => break,
            Some(b'\\') => yield_from!(escape())?,
            Some(0x80..) => yield_from!(character())?,
            Some(0x20..) => {}
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
fn low_surrogate(
    #[resume(rebind)] input: &mut &[u8],
) -> impl Coroutine<_, Yield = Event, Return = Result> {
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
    if let Some(b'-') = yield_from!(peek()) {
        bump(input);
    }
    match yield_from!(peek()) {
        Some(b'0') => bump(input),
        _ => yield_from!(digits())?,
    }
    if let Some(b'.') = yield_from!(peek()) {
        bump(input);
        yield_from!(digits())?;
    }
    if let Some(b'e' | b'E') = yield_from!(peek()) {
        bump(input);
        if let Some(b'+' | b'-') = yield_from!(peek()) {
            bump(input);
        }
        yield_from!(digits())?;
    }
    yield_!(Event::Number);
    Ok(())
}

/// One digit or more.
#[coro::coroutine]
fn digits(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result> {
    let Some(b'0'..=b'9') = yield_from!(peek()) else {
        return Err(Problem::Digit);
    };
    while let Some(b'0'..=b'9') = yield_from!(peek()) {
        *input = after_digits(input);
    }
    Ok(())
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

/// The first byte that is not a blank; it stays in front.
#[coro::coroutine]
fn significant(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Option<u8>> {
    while let Some(b' ' | b'\t' | b'\n' | b'\r') = yield_from!(peek()) {
        *input = after_blanks(input);
    }
    input.first().copied()
}

/// The next byte, which stays in front, or `None` at the end of the text.
#[coro::coroutine]
fn peek(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Option<u8>> {
    if input.is_empty() {
        yield_!(Event::Starved);
    }
    input.first().copied()
}

fn bump(input: &mut &[u8]) {
    *input = &input[1..];
}
