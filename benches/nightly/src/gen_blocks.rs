//! `gen` blocks.

use benches::{Node, Token};

pub fn counter(n: u64) -> impl Iterator<Item = u64> {
    gen move {
        for i in 0..n {
            yield i;
        }
    }
}

pub fn pairs(n: u64) -> impl Iterator<Item = u64> {
    gen move {
        for i in 0..n {
            for j in i..n {
                if (i * j) & 1 == 0 {
                    yield i ^ j;
                }
            }
        }
    }
}

pub fn steps(n: u64) -> impl Iterator<Item = u64> {
    gen move {
        for i in 0..n {
            yield i;
            yield i + 1;
            yield i * 2;
        }
    }
}

pub fn large(n: u64) -> impl Iterator<Item = u64> {
    gen move {
        let mut buckets = [1_u64; 32];
        for i in 0..n {
            let bucket = (i % 32) as usize;
            buckets[bucket] = buckets[bucket].wrapping_add(i);
            yield buckets[bucket];
        }
    }
}

pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    gen move {
        let mut characters = text.char_indices().peekable();
        while let Some((start, first)) = characters.next() {
            if first.is_alphabetic() {
                let mut end = start + first.len_utf8();
                while let Some((at, next)) = characters.next_if(|(_, next)| next.is_alphanumeric()) {
                    end = at + next.len_utf8();
                }
                yield Token::Word(&text[start..end]);
            } else if let Some(digit) = first.to_digit(10) {
                let mut number = u64::from(digit);
                while let Some(digit) = characters.peek().and_then(|(_, next)| next.to_digit(10)) {
                    number = number * 10 + u64::from(digit);
                    characters.next();
                }
                yield Token::Number(number);
            } else if !first.is_whitespace() {
                yield Token::Punctuation(first);
            }
        }
    }
}

pub fn flat(rows: Vec<Vec<u64>>) -> impl Iterator<Item = u64> {
    gen move {
        for row in rows {
            for item in row {
                yield item;
            }
        }
    }
}

pub fn flat_borrowed(rows: &[Vec<u64>]) -> impl Iterator<Item = u64> {
    gen move {
        for row in rows {
            for item in row {
                yield *item;
            }
        }
    }
}

pub fn tree(node: &Node) -> Box<dyn Iterator<Item = u64> + '_> {
    Box::new(gen move {
        if let Some(left) = &node.left {
            for item in tree(left) {
                yield item;
            }
        }
        yield node.value;
        if let Some(right) = &node.right {
            for item in tree(right) {
                yield item;
            }
        }
    })
}

pub use tree as spine;

pub fn pipeline(n: u64) -> impl Iterator<Item = [u64; 4]> {
    chunks(squares(source(n)))
}

fn source(n: u64) -> impl Iterator<Item = u64> {
    gen move {
        let mut seed = 1_u64;
        for _ in 0..n {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            yield seed >> 32;
        }
    }
}

fn squares(items: impl Iterator<Item = u64>) -> impl Iterator<Item = u64> {
    gen move {
        for item in items {
            if item & 1 == 1 {
                yield item.wrapping_mul(item);
            }
        }
    }
}

fn chunks(items: impl Iterator<Item = u64>) -> impl Iterator<Item = [u64; 4]> {
    gen move {
        let mut chunk = [0; 4];
        let mut length = 0;
        for item in items {
            chunk[length] = item;
            length += 1;
            if length == 4 {
                yield chunk;
                length = 0;
            }
        }
    }
}
