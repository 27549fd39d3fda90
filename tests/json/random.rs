//! Random texts, the same ones in every run.

pub struct Random {
    state: u64,
}

impl Random {
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    pub fn below(&mut self, bound: usize) -> usize {
        // Constants of Knuth's MMIX; the low bits are the weak ones.
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005);
        self.state = self.state.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or_default() % bound
    }

    /// A valid text.
    pub fn text(&mut self) -> Vec<u8> {
        let mut text = String::new();
        self.value(&mut text, 5);
        self.blanks(&mut text);
        text.into_bytes()
    }

    fn value(&mut self, text: &mut String, depth: usize) {
        self.blanks(text);
        match self.below(if depth == 0 { 5 } else { 9 }) {
            0 => text.push_str(self.one_of(&["true", "false", "null"])),
            1 | 2 => self.number(text),
            3 | 4 => self.string(text),
            5 | 6 => self.array(text, depth - 1),
            _ => self.object(text, depth - 1),
        }
        self.blanks(text);
    }

    fn array(&mut self, text: &mut String, depth: usize) {
        text.push('[');
        self.blanks(text);
        for index in 0..self.below(5) {
            if index > 0 {
                text.push(',');
            }
            self.value(text, depth);
        }
        text.push(']');
    }

    fn object(&mut self, text: &mut String, depth: usize) {
        text.push('{');
        self.blanks(text);
        for index in 0..self.below(5) {
            if index > 0 {
                text.push(',');
                self.blanks(text);
            }
            self.string(text);
            self.blanks(text);
            text.push(':');
            self.value(text, depth);
        }
        text.push('}');
    }

    fn number(&mut self, text: &mut String) {
        text.push_str(self.one_of(&["", "", "-"]));
        text.push_str(self.one_of(&["0", "7", "10", "305", "9007199254740993"]));
        text.push_str(self.one_of(&["", "", ".0", ".5", ".000123"]));
        text.push_str(self.one_of(&["", "", "e0", "E-7", "e+20"]));
    }

    fn string(&mut self, text: &mut String) {
        text.push('"');
        for _ in 0..self.below(12) {
            text.push_str(self.one_of(&[
                "a",
                "word",
                " ",
                "'",
                "/",
                "\\\\",
                "\\\"",
                "\\n",
                "\\/",
                "\\u0000",
                "\\uD83D\\uDD27",
                "ß",
                "€",
                "🔧",
                "\u{7f}",
            ]));
        }
        text.push('"');
    }

    fn blanks(&mut self, text: &mut String) {
        text.push_str(self.one_of(&["", "", "", " ", "\n", "\r\n\t"]));
    }

    fn one_of<'s>(&mut self, choices: &[&'s str]) -> &'s str {
        choices[self.below(choices.len())]
    }
}
