//! What is said of a text.

use std::fmt::{self, Display, Formatter};

use crate::nesting::Container;
use crate::tokenizer::{self, Event, Problem};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub verdict: tokenizer::Result,
    /// Nothing follows what was read.
    pub at_end: bool,
    /// Where reading ended: at the mistake, if there is one.
    pub end: Position,
    /// What was found before that.
    pub counts: Counts,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub objects: u64,
    pub arrays: u64,
    pub keys: u64,
    pub strings: u64,
    pub numbers: u64,
    pub trues: u64,
    pub falses: u64,
    pub nulls: u64,
}

/// A place in a text: how much is before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub bytes: u64,
    lines: u64,
    /// Characters before it in its line.
    characters: u64,
}

impl Counts {
    pub fn add(&mut self, token: Event) {
        match token {
            Event::OpenObject => self.objects += 1,
            Event::OpenArray => self.arrays += 1,
            Event::Key => self.keys += 1,
            Event::String => self.strings += 1,
            Event::Number => self.numbers += 1,
            Event::True => self.trues += 1,
            Event::False => self.falses += 1,
            Event::Null => self.nulls += 1,
            Event::CloseObject | Event::CloseArray | Event::Starved => {}
        }
    }
}

impl Position {
    pub fn advance(&mut self, text: &[u8]) {
        self.bytes += text.len() as u64;
        let newlines = count(text, |byte| byte == b'\n');
        if newlines == 0 {
            self.characters += count(text, begins_character);
        } else {
            let last_line = text.rsplit(|&byte| byte == b'\n').next();
            self.characters = count(last_line.unwrap_or_default(), begins_character);
            self.lines += newlines;
        }
    }

    /// Line and column, from 1, the column in characters.
    pub fn line_column(&self) -> (u64, u64) {
        (self.lines + 1, self.characters + 1)
    }
}

fn begins_character(byte: u8) -> bool {
    !matches!(byte, 0x80..=0xBF)
}

/// In chunks that a byte can count, so that the compiler compares many bytes at once.
fn count(text: &[u8], counted: impl Fn(u8) -> bool) -> u64 {
    let among = |chunk: &[u8]| chunk.iter().map(|&byte| u8::from(counted(byte))).sum::<u8>();
    text.chunks(255).map(|chunk| u64::from(among(chunk))).sum()
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self.verdict {
            Ok(()) => write!(f, "valid, {} bytes", self.end.bytes)?,
            Err(problem) => {
                let (line, column) = self.end.line_column();
                write!(f, "invalid at {line}:{column}: {problem}")?;
                if self.at_end {
                    write!(f, "; the text ends here")?;
                }
            }
        }
        write!(f, "\n  {}", self.counts)
    }
}

impl Display for Counts {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let (objects, arrays, keys) = (self.objects, self.arrays, self.keys);
        let (strings, numbers) = (self.strings, self.numbers);
        let (trues, falses, nulls) = (self.trues, self.falses, self.nulls);
        write!(f, "objects: {objects}, arrays: {arrays}, keys: {keys}, ")?;
        write!(f, "strings: {strings}, numbers: {numbers}, ")?;
        write!(f, "true: {trues}, false: {falses}, null: {nulls}")
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(match self {
            Problem::Value => "expected a value",
            Problem::Key => "expected a key in quotes",
            Problem::Colon => "expected `:`",
            Problem::CommaOrClose(Container::Array) => "expected `,` or `]`",
            Problem::CommaOrClose(Container::Object) => "expected `,` or `}`",
            Problem::Trailing => "expected nothing after the value",
            Problem::Digit => "expected a digit",
            Problem::Word(word) => return write!(f, "expected `{word}`"),
            Problem::Escape => "expected one of `\"\\/bfnrtu` after the backslash",
            Problem::HexDigit => "expected four hexadecimal digits",
            Problem::LoneSurrogate => "half of a surrogate pair without the other",
            Problem::Control => "control character in a string",
            Problem::Quote => "expected a closing quote",
            Problem::Utf8 => "not UTF-8",
            Problem::Depth => "nested too deeply",
        })
    }
}
