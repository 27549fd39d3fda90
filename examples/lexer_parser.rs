//! Two coroutines that feed each other: a lexer, which is pushed text in pieces, and a parser, which is pushed tokens
//! and works out each line. Both are written as if they could ask for what comes next.
//!
//! ```text
//! $ cargo run --example lexer_parser
//! 1 + 20 * 3 = 61
//! (1 + 2) * 3 - -4 = 13
//! 2 * (3 + = unexpected end of line
//! 1 / 8 / 2 = 0.0625
//! 7 $ 7 = unexpected `$`
//! 12.5 = 12.5
//!
//! $ cargo run --example lexer_parser -- '2 * (3 + 4)'
//! 2 * (3 + 4) = 14
//! ```

use std::convert::Infallible;
use std::fmt::{self, Display, Formatter};
use std::iter::Peekable;
use std::pin::Pin;
use std::str::Chars;

use coro::{Coroutine, CoroutineExt, CoroutineState};

/// Cut in the middle of numbers and lines.
const SAMPLE: &[&str] = &["1 + 2", "0 * 3\n(1", " + 2) * 3 - -4\n2 * (3", " +\n", "1 / 8 / 2\n\n7 $ 7\n1", "2", ".", "5\n"];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    Number(f64),
    Sign(char),
    EndOfLine,
}

/// The value of a line, or the token that should not be there.
type Answer = Result<f64, Token>;

/// The value of a part of a line and the token after it.
type Parsed = Result<(f64, Token), Token>;

/// Yields `None` when it needs the next piece.
#[coro::coroutine]
fn lexer(#[resume(rebind)] text: &mut Peekable<Chars<'_>>) -> impl Coroutine<_, Yield = Option<Token>, Return = Infallible> {
    loop {
        match text.next() {
            None => yield_!(None),
            Some(' ') => {}
            Some('\n') => yield_!(Some(Token::EndOfLine)),
            Some(first @ '0'..='9') => {
                let mut number = first.to_string();
                loop {
                    match text.next_if(|next| matches!(next, '0'..='9' | '.')) {
                        Some(next) => number.push(next),
                        None if text.peek().is_none() => yield_!(None),
                        None => break,
                    }
                }
                yield_!(Some(number.parse().map_or(Token::Sign('.'), Token::Number)));
            }
            Some(sign) => yield_!(Some(Token::Sign(sign))),
        }
    }
}

/// Yields `None` when it needs the next token.
#[coro::coroutine]
fn calculator(#[resume] mut token: Token) -> impl Coroutine<Token, Yield = Option<Answer>, Return = Infallible> {
    loop {
        if token == Token::EndOfLine {
            token = yield_!(None);
            continue;
        }
        let (answer, mut last) = match yield_from!(sum(), token) {
            Ok((value, Token::EndOfLine)) => (Ok(value), Token::EndOfLine),
            Ok((_, unexpected)) | Err(unexpected) => (Err(unexpected), unexpected),
        };
        while last != Token::EndOfLine {
            last = yield_!(None);
        }
        token = yield_!(Some(answer));
    }
}

/// In a box, since a sum may be part of a sum.
#[coro::coroutine]
fn sum(#[resume] first: Token) -> Pin<Box<dyn Coroutine<Token, Yield = Option<Answer>, Return = Parsed>>> {
    let (mut sum, mut next) = yield_from!(product(), first)?;
    while let Token::Sign(sign @ ('+' | '-')) = next {
        let operand = yield_!(None);
        let (operand, after) = yield_from!(product(), operand)?;
        sum = if sign == '+' { sum + operand } else { sum - operand };
        next = after;
    }
    Ok((sum, next))
}

#[coro::coroutine]
fn product(#[resume] first: Token) -> impl Coroutine<Token, Yield = Option<Answer>, Return = Parsed> {
    let (mut product, mut next) = yield_from!(factor(), first)?;
    while let Token::Sign(sign @ ('*' | '/')) = next {
        let operand = yield_!(None);
        let (operand, after) = yield_from!(factor(), operand)?;
        product = if sign == '*' { product * operand } else { product / operand };
        next = after;
    }
    Ok((product, next))
}

#[coro::coroutine]
fn factor(#[resume] first: Token) -> impl Coroutine<Token, Yield = Option<Answer>, Return = Parsed> {
    let mut negative = false;
    let mut token = first;
    while token == Token::Sign('-') {
        negative = !negative;
        token = yield_!(None);
    }
    let value = match token {
        Token::Number(value) => value,
        Token::Sign('(') => {
            let inner = yield_!(None);
            match yield_from!(sum(), inner)? {
                (value, Token::Sign(')')) => value,
                (_, unexpected) => return Err(unexpected),
            }
        }
        unexpected => return Err(unexpected),
    };
    Ok((if negative { -value } else { value }, yield_!(None)))
}

/// Pushes text through the lexer and tokens through the parser, and collects the answers.
fn answers<'t>(pieces: impl IntoIterator<Item = &'t str>) -> Vec<Answer> {
    let (mut lexer, mut calculator) = (lexer(), calculator());
    let mut answers = Vec::new();
    for piece in pieces {
        let mut text = piece.chars().peekable();
        while let CoroutineState::Yielded(Some(token)) = lexer.resume_unpin(&mut text) {
            if let CoroutineState::Yielded(Some(answer)) = calculator.resume_unpin(token) {
                answers.push(answer);
            }
        }
    }
    answers
}

fn main() {
    let lines: Vec<_> = std::env::args().skip(1).map(|line| line + "\n").collect();
    let mut pieces: Vec<_> = lines.iter().map(String::as_str).collect();
    if pieces.is_empty() {
        pieces = SAMPLE.to_vec();
    }
    let text = pieces.concat();
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    for (line, answer) in lines.zip(answers(pieces)) {
        match answer {
            Ok(value) => println!("{line} = {value}"),
            Err(token) => println!("{line} = unexpected {token}"),
        }
    }
}

impl Display for Token {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Token::Number(value) => write!(f, "{value}"),
            Token::Sign(sign) => write!(f, "`{sign}`"),
            Token::EndOfLine => f.write_str("end of line"),
        }
    }
}
