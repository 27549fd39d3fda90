//! Texts: wrapping, templates, escapes, formats.

differential! {
    wrap("the quick brown fox jumps over it", 10);
    fn wrap(text: &str, width: usize) -> impl Iterator<Item = String> {
        let mut line = String::new();
        for word in text.split(' ') {
            if !line.is_empty() && line.len() + 1 + word.len() > width {
                yield_!(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            yield_!(line);
        }
    }
}

differential! {
    template("Dear {name}, {{you}} owe {sum} to {nobody"), fed ["Ann", "5"];
    fn template(text: &'static str, #[resume] _start: &'static str) -> impl Coroutine<&'static str, Yield = &'static str, Return = Result<String, String>> {
        let mut out = String::new();
        let mut rest = text;
        loop {
            let Some(at) = rest.find(['{', '}']) else {
                out += rest;
                return Ok(out);
            };
            out += &rest[..at];
            let (brace, after) = rest[at..].split_at(1);
            if after.starts_with(brace) {
                out += brace;
                rest = &after[1..];
            } else if brace == "}" {
                return Err(format!("stray brace after {out:?}"));
            } else {
                let (name, after) = after.split_once('}').ok_or_else(|| format!("unclosed after {out:?}"))?;
                let value = yield_!(name);
                out += value;
                rest = after;
            }
        }
    }
}

differential! {
    unescape(), fed ['a', '\\', 'n', '\\', 'u', '4', '1', ';', '\\', '\\', 'z', '\\', 'q'];
    fn unescape(#[resume] mut c: char) -> impl Coroutine<char, Yield = Option<char>, Return = Result<(), char>> {
        loop {
            let plain = match c {
                '\\' => match yield_!(None) {
                    'n' => '\n',
                    't' => '\t',
                    '\\' => '\\',
                    'u' => {
                        let mut code = 0;
                        loop {
                            let digit = yield_!(None);
                            if digit == ';' {
                                break;
                            }
                            code = code * 16 + digit.to_digit(16).ok_or(digit)?;
                        }
                        char::from_u32(code).ok_or('u')?
                    }
                    other => return Err(other),
                },
                plain => plain,
            };
            c = yield_!(Some(plain));
        }
    }
}

differential! {
    morse("... --- ...  .-");
    fn morse(code: &str) -> impl Coroutine<Yield = char, Return = Result<u32, String>> {
        let mut words = 0;
        for word in code.split("  ") {
            words += 1;
            for letter in word.split(' ') {
                yield_!(match letter {
                    "..." => 's',
                    "---" => 'o',
                    ".-" => 'a',
                    unknown => return Err(unknown.to_owned()),
                });
            }
        }
        Ok(words)
    }
}

differential! {
    hex_dump(b"coroutines!\n");
    fn hex_dump(bytes: &[u8]) -> impl Iterator<Item = String> {
        for (row, chunk) in bytes.chunks(5).enumerate() {
            let hex: Vec<String> = chunk.iter().map(|byte| format!("{byte:02x}")).collect();
            let text: String = chunk.iter().map(|&byte| if byte.is_ascii_graphic() { byte as char } else { '.' }).collect();
            yield_!(format!("{:04x}  {:14}  {text}", row * 5, hex.join(" ")));
        }
    }
}

differential! {
    without_comments("a /* b */ c // d\ne \"/* f */\" g");
    fn without_comments(text: &str) -> impl Iterator<Item = char> {
        let mut chars = text.chars().peekable();
        'text: while let Some(c) = chars.next() {
            match (c, chars.peek()) {
                ('/', Some('/')) => {
                    for skipped in chars.by_ref() {
                        if skipped == '\n' {
                            continue 'text;
                        }
                    }
                }
                ('/', Some('*')) => {
                    let mut last = ' ';
                    for skipped in chars.by_ref() {
                        if last == '*' && skipped == '/' {
                            break;
                        }
                        last = skipped;
                    }
                }
                ('"', _) => {
                    yield_!('"');
                    while let Some(quoted) = chars.next() {
                        yield_!(quoted);
                        if quoted == '"' {
                            break;
                        }
                    }
                }
                _ => yield_!(c),
            }
        }
    }
}

differential! {
    markdown("# Title\ntext\nmore\n\n- a\n- b\n");
    fn markdown(text: &str) -> impl Iterator<Item = String> {
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            if let Some(title) = line.strip_prefix("# ") {
                yield_!(format!("<h1>{title}</h1>"));
            } else if let Some(first) = line.strip_prefix("- ") {
                yield_!("<ul>".to_owned());
                yield_!(format!("<li>{first}</li>"));
                while let Some(item) = lines.peek().and_then(|line| line.strip_prefix("- ")) {
                    lines.next();
                    yield_!(format!("<li>{item}</li>"));
                }
                yield_!("</ul>".to_owned());
            } else if !line.is_empty() {
                let mut paragraph = vec![line];
                while let Some(more) = lines.next_if(|line| !line.is_empty()) {
                    paragraph.push(more);
                }
                yield_!(format!("<p>{}</p>", paragraph.join(" ")));
            }
        }
    }
}

differential! {
    caesar(3), fed ['a', 'Z', '-', 'x'];
    fn caesar(shift: u8, #[resume] mut c: char) -> impl Coroutine<char, Yield = char, Return = core::convert::Infallible> {
        loop {
            let base = match c {
                'a'..='z' => b'a',
                'A'..='Z' => b'A',
                _ => {
                    c = yield_!(c);
                    continue;
                }
            };
            c = yield_!(((c as u8 - base + shift) % 26 + base) as char);
        }
    }
}

differential! {
    number_to_words(), fed [0, 7, 15, 42, 100];
    fn number_to_words(#[resume] first: u32) -> impl Coroutine<u32, Yield = String, Return = ()> {
        const SMALL: [&str; 20] = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        let mut n = first;
        while n < 100 {
            n = yield_!(match (n / 10, n % 10) {
                (0 | 1, _) => SMALL[n as usize].to_string(),
                (tens, 0) => TENS[tens as usize].to_string(),
                (tens, ones) => format!("{}-{}", TENS[tens as usize], SMALL[ones as usize]),
            });
        }
    }
}

differential! {
    diff(&["a", "b", "c"], &["a", "x", "c", "d"]);
    fn diff<'a>(old: &[&'a str], new: &[&'a str]) -> impl Coroutine<Yield = (char, &'a str), Return = usize> {
        let mut table = vec![vec![0; new.len() + 1]; old.len() + 1];
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                table[i][j] = if old[i] == new[j] { table[i + 1][j + 1] + 1 } else { table[i + 1][j].max(table[i][j + 1]) };
            }
        }
        let (mut i, mut j, mut changes) = (0, 0, 0);
        while i < old.len() || j < new.len() {
            if i < old.len() && j < new.len() && old[i] == new[j] {
                yield_!((' ', old[i]));
                i += 1;
                j += 1;
            } else if j == new.len() || i < old.len() && table[i + 1][j] >= table[i][j + 1] {
                yield_!(('-', old[i]));
                i += 1;
                changes += 1;
            } else {
                yield_!(('+', new[j]));
                j += 1;
                changes += 1;
            }
        }
        changes
    }
}
