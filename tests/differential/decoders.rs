//! More formats, byte by byte.

differential! {
    netstrings(), fed [b'3', b':', b'a', b'b', b'c', b',', b'0', b':', b',', b'x'];
    fn netstrings(#[resume] first: u8) -> impl Coroutine<u8, Yield = Option<Vec<u8>>, Return = Result<(), u8>> {
        let mut byte = first;
        loop {
            let mut length = 0usize;
            while byte != b':' {
                if !byte.is_ascii_digit() {
                    return Err(byte);
                }
                length = length * 10 + usize::from(byte - b'0');
                byte = yield_!(None);
            }
            let mut payload = Vec::with_capacity(length);
            while payload.len() < length {
                let next = yield_!(None);
                payload.push(next);
            }
            match yield_!(None) {
                b',' => byte = yield_!(Some(payload)),
                other => return Err(other),
            }
        }
    }
}

differential! {
    cobs(), fed [3, 11, 22, 2, 33, 0, 1, 0];
    fn cobs(#[resume] first: u8) -> impl Coroutine<u8, Yield = Option<Vec<u8>>, Return = ()> {
        let mut code = first;
        for _ in 0..3 {
            let mut frame = Vec::new();
            let mut before = 255;
            while code != 0 {
                if before != 255 {
                    frame.push(0);
                }
                for _ in 1..code {
                    let byte = yield_!(None);
                    frame.push(byte);
                }
                before = code;
                code = yield_!(None);
            }
            code = yield_!(Some(frame));
        }
    }
}

differential! {
    telnet(), fed [b'h', 255, 251, 1, b'i', 255, 255, 255, 250, 24, b'x', 255, 240, b'!'];
    fn telnet(#[resume] mut byte: u8) -> impl Coroutine<u8, Yield = Result<Option<u8>, String>, Return = ()> {
        for _ in 0..20 {
            if byte != 255 {
                byte = yield_!(Ok(Some(byte)));
                continue;
            }
            byte = match yield_!(Ok(None)) {
                255 => yield_!(Ok(Some(255))),
                command @ 251..=254 => {
                    let option = yield_!(Ok(None));
                    yield_!(Err(format!("{command} {option}")))
                }
                250 => {
                    let mut data = vec![];
                    loop {
                        match yield_!(Ok(None)) {
                            255 => if yield_!(Ok(None)) == 240 { break },
                            byte => data.push(byte),
                        }
                    }
                    yield_!(Err(format!("{data:?}")))
                }
                other => yield_!(Err(other.to_string())),
            };
        }
    }
}

differential! {
    http_head(), fed ["GET / HTTP/1.1", "Host: a", "X: 1", "X:2", "", "body"];
    fn http_head(#[resume] first: &'static str) -> impl Coroutine<&'static str, Yield = bool, Return = Result<(String, Vec<(String, &'static str)>), &'static str>> {
        let [method, path, "HTTP/1.1"] = first.split(' ').collect::<Vec<_>>()[..] else {
            return Err(first);
        };
        let mut headers = vec![];
        loop {
            let line = yield_!(!headers.is_empty());
            if line.is_empty() {
                return Ok((format!("{method} {path}"), headers));
            }
            let (name, value) = line.split_once(':').ok_or(line)?;
            headers.push((name.to_ascii_lowercase(), value.trim_start()));
        }
    }
}

differential! {
    chunked(), fed ["5", "hello", "3", "abc", "0", ""];
    fn chunked(#[resume] mut line: &'static str) -> impl Coroutine<&'static str, Yield = usize, Return = Result<String, String>> {
        let mut body = String::new();
        loop {
            let size = usize::from_str_radix(line, 16).map_err(|error| error.to_string())?;
            if size == 0 {
                break;
            }
            let data = yield_!(size);
            if data.len() != size {
                return Err(format!("{size} expected, {} found", data.len()));
            }
            body += data;
            line = yield_!(0);
        }
        if yield_!(0).is_empty() { Ok(body) } else { Err("trailer".into()) }
    }
}

differential! {
    given {
        #[derive(Debug, Clone, PartialEq)]
        enum Json { Open(char), Close(char), Text(String), Number(i64), Word(&'static str) }
    }
    json_tokens(), fed ['{', '"', 'a', '\\', '"', '"', ':', '[', '1', '2', ',', 't', 'r', 'u', 'e', ']', '}', ' '];
    fn json_tokens(#[resume] first: char) -> impl Coroutine<char, Yield = Option<Json>, Return = Result<(), String>> {
        let mut c = first;
        let mut stack = Vec::new();
        loop {
            let token = match c {
                ' ' | ',' | ':' => {
                    c = yield_!(None);
                    continue;
                }
                '{' | '[' => {
                    stack.push(if c == '{' { '}' } else { ']' });
                    Json::Open(c)
                }
                '}' | ']' if stack.last() == Some(&c) => {
                    stack.pop();
                    Json::Close(c)
                }
                '"' => {
                    let mut text = String::new();
                    loop {
                        match yield_!(None) {
                            '"' => break Json::Text(text),
                            '\\' => {
                                let escaped = yield_!(None);
                                text.push(escaped);
                            }
                            plain => text.push(plain),
                        }
                    }
                }
                '0'..='9' | '-' => {
                    let mut digits = c.to_string();
                    let next = loop {
                        let next = yield_!(None);
                        if !next.is_ascii_digit() {
                            break next;
                        }
                        digits.push(next);
                    };
                    c = next;
                    yield_!(Some(Json::Number(digits.parse().map_err(|_| digits)?)));
                    continue;
                }
                start => {
                    let Some(word) = ["true", "false", "null"].into_iter().find(|word| word.starts_with(start)) else {
                        return Err(format!("{start:?} with {stack:?} open"));
                    };
                    for expected in word.chars().skip(1) {
                        let found = yield_!(None);
                        if found != expected {
                            return Err(format!("{found:?} in {word}"));
                        }
                    }
                    Json::Word(word)
                }
            };
            c = yield_!(Some(token));
            if stack.is_empty() {
                return Ok(());
            }
        }
    }
}

differential! {
    lz(&[b'a', b'b', 0x82, 0x01, b'c', 0x83, 0x02]);
    fn lz(input: &[u8]) -> impl Coroutine<Yield = u8, Return = Vec<u8>> {
        let mut out: Vec<u8> = vec![];
        let mut bytes = input.iter().copied();
        while let Some(byte) = bytes.next() {
            if byte < 0x80 {
                out.push(byte);
                yield_!(byte);
            } else if let Some(back) = bytes.next() {
                for _ in 0..byte & 0x7f {
                    let copied = out[out.len() - 1 - usize::from(back) % out.len()];
                    out.push(copied);
                    yield_!(copied);
                }
            }
        }
        out
    }
}

differential! {
    bits(), fed [0b1010_0001, 0xff];
    fn bits(#[resume] first: u8) -> impl Coroutine<u8, Yield = bool, Return = u32> {
        let mut ones = 0;
        let mut byte = first;
        for _ in 0..2 {
            let mut mask = 0x80u8;
            while mask != 1 {
                let bit = byte & mask != 0;
                ones += u32::from(bit);
                yield_!(bit);
                mask >>= 1;
            }
            byte = yield_!(byte & 1 == 1);
        }
        ones
    }
}

differential! {
    rpn("3 4 + 2 * 7 / 0 x");
    fn rpn(source: &str) -> impl Coroutine<Yield = Vec<i32>, Return = Result<i32, String>> {
        let mut stack: Vec<i32> = vec![];
        for word in source.split(' ') {
            let result = if let Ok(number) = word.parse() {
                number
            } else {
                let (Some(b), Some(a)) = (stack.pop(), stack.pop()) else {
                    return Err(format!("{word} needs two"));
                };
                match word {
                    "+" => a + b,
                    "*" => a * b,
                    "/" => a.checked_div(b).ok_or("division by zero")?,
                    _ => Err(format!("what is {word}?"))?,
                }
            };
            stack.push(result);
            yield_!(stack.clone());
        }
        stack.pop().ok_or_else(|| "empty".into())
    }
}

differential! {
    given { #[derive(Debug, Clone, Copy, PartialEq)] enum Op { Push(i64), Add, JumpIfZero(usize), Dup, Print, Read, Halt } }
    virtual_machine(&[Op::Read, Op::Dup, Op::Print, Op::Push(-1), Op::Add, Op::Dup, Op::JumpIfZero(9), Op::Push(0), Op::JumpIfZero(1), Op::Halt]), fed [0, 3];
    fn virtual_machine(program: &'static [Op], #[resume] _boot: i64) -> impl Coroutine<i64, Yield = Option<i64>, Return = Result<usize, &'static str>> {
        let mut stack = Vec::new();
        let mut steps = 0;
        let mut at = 0;
        while let Some(&op) = program.get(at) {
            steps += 1;
            at += 1;
            match op {
                Op::Push(n) => stack.push(n),
                Op::Read => {
                    let n = yield_!(None);
                    stack.push(n);
                }
                Op::Dup => stack.push(*stack.last().ok_or("nothing to copy")?),
                Op::Add => {
                    let sum = stack.pop().zip(stack.pop()).map(|(a, b)| a + b).ok_or("nothing to add")?;
                    stack.push(sum);
                }
                Op::Print => {
                    yield_!(stack.last().copied());
                }
                Op::JumpIfZero(to) if stack.pop() == Some(0) => at = to,
                Op::JumpIfZero(_) => {}
                Op::Halt => return Ok(steps),
            }
        }
        Err("ran off the end")
    }
}

differential! {
    delegated(2);
    fn delegated(n: u32) -> impl Coroutine<Yield = u32, Return = &'static str> {
        let _guard = enter("delegated");
        yield_all!(0..n);
        for i in 0..n {
            yield_all!([i * 10, i * 10 + 1]);
        }
        yield_all!((0..n).rev().map(|i| i + 100));
        "end"
    }
}
