//! Tells whether files are JSON: reads them in pieces of 4 KiB, in the memory of one piece.
//!
//! ```text
//! $ cargo run --release --example json -- examples/json/sample.json
//! ```
//!
//! [`tokenizer`] is where the coroutines are.

mod check;
mod nesting;
mod report;
mod scan;
mod tokenizer;

use std::fs::File;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use coro::{CoroutineExt, CoroutineState};
use report::Report;

const USAGE: &str = "usage: json [--max-depth N] [FILE | -]...";

struct Options {
    max_depth: usize,
    files: Vec<String>,
}

fn main() -> ExitCode {
    let Some(options) = options(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let mut all_valid = true;
    for file in &options.files {
        match tell(file, options.max_depth) {
            Ok(valid) => all_valid &= valid,
            Err(error) => {
                eprintln!("{file}: {error}");
                all_valid = false;
            }
        }
    }
    if all_valid {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        max_depth: usize::MAX,
        files: Vec::new(),
    };
    while let Some(argument) = arguments.next() {
        match &*argument {
            "--max-depth" => options.max_depth = arguments.next()?.parse().ok()?,
            "-" => options.files.push(argument),
            _ if argument.starts_with('-') => return None,
            _ => options.files.push(argument),
        }
    }
    if options.files.is_empty() {
        options.files.push("-".to_owned());
    }
    Some(options)
}

fn tell(file: &str, max_depth: usize) -> io::Result<bool> {
    let report = if file == "-" {
        read(io::stdin().lock(), max_depth)?
    } else {
        read(File::open(file)?, max_depth)?
    };
    writeln!(io::stdout(), "{file}: {report}")?;
    Ok(report.verdict.is_ok())
}

fn read(mut source: impl Read, max_depth: usize) -> io::Result<Report> {
    let mut check = check::check(max_depth);
    let mut piece = [0; 4096];
    loop {
        let length = match source.read(&mut piece) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            read => read?,
        };
        if let CoroutineState::Complete(report) = check.resume_unpin(&piece[..length]) {
            return Ok(report);
        }
    }
}
