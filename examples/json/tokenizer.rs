//! JSON as RFC 8259 has it, read from pieces that end anywhere.
//!
//! Each function below is written as if the whole text were there. Where it is not, [`peek`] suspends it, together with
//! everything that waits for it, until the next piece comes. The coroutines borrow a piece for as long as a call lasts.

use coro::Coroutine;

use crate::nesting::{Container, Nesting};
use crate::scan::{after_blanks, after_digits, after_plain, continuations};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    Token(Token),
    /// The piece is used up. Resumed with an empty one, the text ends here.
    Starved,
}

/// Why a text is not JSON. What is left of the piece begins where it went wrong.
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
    ControlCharacter,
    UnclosedString,
    Utf8,
    Depth,
}

/// The tokens of one JSON text, and at the end whether it was one.
#[coro::coroutine]
pub fn tokens(
    max_depth: usize,
    #[resume(rebind)] input: &mut &[u8],
) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
    let mut nesting = Nesting::default();
    'value: loop {
        match yield_from!(significant()) {
            Some(b'{' | b'[') if nesting.depth() == max_depth => return Err(Problem::Depth),
            Some(b'{') => {
                bump(input);
                nesting.open(Container::Object);
                yield_!(Event::Token(Token::OpenObject));
                if yield_from!(significant()) != Some(b'}') {
                    yield_from!(key())?;
                    continue 'value;
                }
            }
            Some(b'[') => {
                bump(input);
                nesting.open(Container::Array);
                yield_!(Event::Token(Token::OpenArray));
                if yield_from!(significant()) != Some(b']') {
                    continue 'value;
                }
            }
            Some(b'"') => {
                yield_from!(string())?;
                yield_!(Event::Token(Token::String));
            }
            Some(b'-' | b'0'..=b'9') => {
                yield_from!(number())?;
                yield_!(Event::Token(Token::Number));
            }
            Some(b't') => {
                yield_from!(word("true"))?;
                yield_!(Event::Token(Token::True));
            }
            Some(b'f') => {
                yield_from!(word("false"))?;
                yield_!(Event::Token(Token::False));
            }
            Some(b'n') => {
                yield_from!(word("null"))?;
                yield_!(Event::Token(Token::Null));
            }
            _ => return Err(Problem::Value),
        }
        while let Some(container) = nesting.innermost() {
            match (container, yield_from!(significant())) {
                (Container::Array, Some(b',')) => {
                    bump(input);
                    continue 'value;
                }
                (Container::Object, Some(b',')) => {
                    bump(input);
                    yield_from!(key())?;
                    continue 'value;
                }
                (Container::Array, Some(b']')) => {
                    bump(input);
                    nesting.close();
                    yield_!(Event::Token(Token::CloseArray));
                }
                (Container::Object, Some(b'}')) => {
                    bump(input);
                    nesting.close();
                    yield_!(Event::Token(Token::CloseObject));
                }
                _ => return Err(Problem::CommaOrClose(container)),
            }
        }
        return match yield_from!(significant()) {
            None => Ok(()),
            Some(_) => Err(Problem::Trailing),
        };
    }
}

/// A member's name and the colon.
#[coro::coroutine]
fn key(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
    if yield_from!(significant()) != Some(b'"') {
        return Err(Problem::Key);
    }
    yield_from!(string())?;
    yield_!(Event::Token(Token::Key));
    if yield_from!(significant()) != Some(b':') {
        return Err(Problem::Colon);
    }
    bump(input);
    Ok(())
}

#[coro::coroutine]
fn string(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
    bump(input);
    loop {
        *input = after_plain(input);
        match yield_from!(peek()) {
            Some(b'"') => break,
            Some(b'\\') => yield_from!(escape())?,
            Some(0x80..) => yield_from!(character())?,
            Some(0x20..) => {}
            Some(_) => return Err(Problem::ControlCharacter),
            None => return Err(Problem::UnclosedString),
        }
    }
    bump(input);
    Ok(())
}

#[coro::coroutine]
fn escape(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
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

/// The second half of a surrogate pair. The grammar does not ask for it, but half a pair is no text.
#[coro::coroutine]
fn low_surrogate(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
    if yield_from!(peek()) != Some(b'\\') {
        return Err(Problem::LoneSurrogate);
    }
    bump(input);
    if yield_from!(peek()) != Some(b'u') {
        return Err(Problem::LoneSurrogate);
    }
    match yield_from!(code_unit())? {
        0xDC00..0xE000 => Ok(()),
        _ => Err(Problem::LoneSurrogate),
    }
}

/// `u` and the four digits after it.
#[coro::coroutine]
fn code_unit(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<u32, Problem>> {
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
fn character(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
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
fn number(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
    if yield_from!(peek()) == Some(b'-') {
        bump(input);
    }
    match yield_from!(peek()) {
        Some(b'0') => bump(input),
        _ => yield_from!(digits())?,
    }
    if yield_from!(peek()) == Some(b'.') {
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
    Ok(())
}

/// One digit or more.
#[coro::coroutine]
fn digits(#[resume(rebind)] input: &mut &[u8]) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
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
    #[resume(rebind)] input: &mut &[u8],
) -> impl Coroutine<_, Yield = Event, Return = Result<(), Problem>> {
    for letter in word.bytes() {
        if yield_from!(peek()) != Some(letter) {
            return Err(Problem::Word(word));
        }
        bump(input);
    }
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
