//! Push parsers and decoders: fed a piece at a time.

differential! {
    and closure;
    varint(), fed [0x96, 0x01, 0x05, 0xff, 0xff, 0x7f];
    fn varint(#[resume] mut byte: u8) -> impl Coroutine<u8, Yield = Option<u64>, Return = ()> {
        for _ in 0..5 {
            let mut value = 0;
            let mut shift = 0;
            while byte & 0x80 != 0 {
                value |= u64::from(byte & 0x7f) << shift;
                shift += 7;
                byte = yield_!(None);
            }
            value |= u64::from(byte) << shift;
            byte = yield_!(Some(value));
        }
    }
}

differential! {
    utf8(), fed [b'a', 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xff];
    fn utf8(#[resume] first: u8) -> impl Coroutine<u8, Yield = Option<char>, Return = Result<(), (usize, u8)>> {
        let mut byte = first;
        let mut offset = 0;
        loop {
            let (length, mut code) = match byte {
                0x00..=0x7f => (1, u32::from(byte)),
                0xc2..=0xdf => (2, u32::from(byte & 0x1f)),
                0xe0..=0xef => (3, u32::from(byte & 0x0f)),
                0xf0..=0xf4 => (4, u32::from(byte & 0x07)),
                _ => return Err((offset, byte)),
            };
            for _ in 1..length {
                byte = yield_!(None);
                offset += 1;
                if byte & 0xc0 != 0x80 {
                    return Err((offset, byte));
                }
                code = code << 6 | u32::from(byte & 0x3f);
            }
            byte = yield_!(char::from_u32(code));
            offset += 1;
        }
    }
}

differential! {
    run_lengths("aaabccd");
    fn run_lengths(text: &str) -> impl Iterator<Item = (char, usize)> {
        let mut chars = text.chars();
        let Some(mut current) = chars.next() else { return };
        let mut count = 1;
        for c in chars {
            if c == current {
                count += 1;
            } else {
                yield_!((current, count));
                (current, count) = (c, 1);
            }
        }
        yield_!((current, count));
    }
}

differential! {
    expand_runs(&[(2, 'x'), (0, 'y'), (3, 'z')]);
    fn expand_runs(runs: &[(usize, char)]) -> impl Iterator<Item = char> + Clone {
        for &(count, c) in runs {
            for _ in 0..count {
                yield_!(c);
            }
        }
    }
}

differential! {
    base64(b"coroutine");
    fn base64(bytes: &[u8]) -> impl Iterator<Item = char> {
        const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for group in bytes.chunks(3) {
            let word = group.iter().fold(0u32, |word, &byte| word << 8 | u32::from(byte)) << (8 * (3 - group.len()));
            for i in 0..4 {
                let sextet = word >> (18 - 6 * i) & 0x3f;
                yield_!(if i <= group.len() { char::from(ALPHABET[sextet as usize]) } else { '=' });
            }
        }
    }
}

differential! {
    and closure;
    unbase64(), fed ['Q', '2', '9', 'y', 'b', 'w', '=', '='];
    fn unbase64(#[resume] mut c: char) -> impl Coroutine<char, Yield = Option<u8>, Return = Result<usize, char>> {
        let value = |c: char| match c {
            'A'..='Z' => Ok(c as u32 - 65),
            'a'..='z' => Ok(c as u32 - 71),
            '0'..='9' => Ok(c as u32 + 4),
            other => Err(other),
        };
        let (mut bits, mut held, mut bytes) = (0u32, 0, 0);
        while c != '=' {
            bits = bits << 6 | value(c)?;
            held += 6;
            c = if held >= 8 {
                held -= 8;
                bytes += 1;
                yield_!(Some((bits >> held & 0xff) as u8))
            } else {
                yield_!(None)
            };
        }
        Ok(bytes)
    }
}

differential! {
    csv(), fed ['a', ',', '"', 'b', '"', '"', ',', '"', '\n', '1', ',', '\n'];
    fn csv(#[resume] first: char) -> impl Coroutine<char, Yield = Option<Vec<String>>, Return = ()> {
        let mut c = first;
        loop {
            let mut record = vec![];
            let mut field = String::new();
            'fields: loop {
                match c {
                    '\n' => {
                        record.push(std::mem::take(&mut field));
                        break 'fields;
                    }
                    ',' => record.push(std::mem::take(&mut field)),
                    '"' => loop {
                        c = yield_!(None);
                        if c == '"' {
                            c = yield_!(None);
                            if c != '"' {
                                continue 'fields;
                            }
                        }
                        field.push(c);
                    },
                    other => field.push(other),
                }
                c = yield_!(None);
            }
            c = yield_!(Some(record));
        }
    }
}

differential! {
    ini("name = box\n[size]\nw=3\n; note\nbroken\n");
    fn ini(text: &str) -> impl Coroutine<Yield = (String, String), Return = Result<usize, String>> {
        let mut section = None;
        let mut count = 0;
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with(';') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = Some(name);
            } else if let Some((key, value)) = line.split_once('=') {
                let key = match section {
                    Some(section) => format!("{section}.{}", key.trim()),
                    None => key.trim().to_owned(),
                };
                count += 1;
                yield_!((key, value.trim().to_owned()));
            } else {
                return Err(format!("line {}: {line:?}", number + 1));
            }
        }
        Ok(count)
    }
}

differential! {
    to_roman(1994);
    fn to_roman(mut number: u32) -> impl Iterator<Item = &'static str> {
        const NUMERALS: [(u32, &str); 13] = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
            (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        for (value, numeral) in NUMERALS {
            while number >= value {
                number -= value;
                yield_!(numeral);
            }
        }
    }
}

differential! {
    and closure;
    from_roman(), fed ['M', 'C', 'M', 'X', 'C', 'I', 'V', '.'];
    fn from_roman(#[resume] first: char) -> impl Coroutine<char, Yield = u32, Return = Option<u32>> {
        let value = |c| Some(match c { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, 'D' => 500, 'M' => 1000, _ => return None });
        let mut total = 0;
        let mut last = value(first)?;
        loop {
            let c = yield_!(total);
            if c == '.' {
                return Some(total + last);
            }
            let next = value(c)?;
            if next > last {
                total += next - last;
                let c = yield_!(total);
                last = value(c).unwrap_or(0);
            } else {
                total += last;
                last = next;
            }
        }
    }
}

differential! {
    brackets("{[()]}(]");
    fn brackets(text: &str) -> impl Coroutine<Yield = usize, Return = Result<(), String>> {
        let mut open = Vec::new();
        for (at, c) in text.char_indices() {
            match c {
                '(' => open.push(')'),
                '[' => open.push(']'),
                '{' => open.push('}'),
                ')' | ']' | '}' => match open.pop() {
                    Some(expected) if expected == c => {}
                    Some(expected) => return Err(format!("{at}: {expected} expected, {c} found")),
                    None => return Err(format!("{at}: nothing is open")),
                },
                _ => continue,
            }
            yield_!(open.len());
        }
        if open.is_empty() { Ok(()) } else { Err(String::from("unclosed")) }
    }
}

differential! {
    given {
        #[derive(Debug, PartialEq, Clone)]
        enum Token { Number(f64), Name(String), Symbol(char) }
    }
    tokens("x1 = 3.5*(y + 42)");
    fn tokens(text: &str) -> impl Iterator<Item = Token> {
        let mut rest = text.char_indices().peekable();
        while let Some((start, c)) = rest.next() {
            let mut end = start + c.len_utf8();
            if c.is_whitespace() {
                continue;
            } else if c.is_ascii_digit() {
                while let Some((at, _)) = rest.next_if(|&(_, c)| c.is_ascii_digit() || c == '.') {
                    end = at + 1;
                }
                yield_!(Token::Number(text[start..end].parse().unwrap()));
            } else if c.is_alphabetic() {
                while let Some((at, c)) = rest.next_if(|&(_, c)| c.is_alphanumeric()) {
                    end = at + c.len_utf8();
                }
                yield_!(Token::Name(text[start..end].to_string()));
            } else {
                yield_!(Token::Symbol(c));
            }
        }
    }
}
