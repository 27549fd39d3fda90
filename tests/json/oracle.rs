//! What `serde_json` says of a text.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::report::Counts;

pub enum Verdict {
    Valid(Counts),
    /// Valid, but with a number too large to be read.
    Uncounted,
    Invalid,
}

pub fn verdict(text: &[u8]) -> Verdict {
    let mut counts = Counts::default();
    let mut deserializer = serde_json::Deserializer::from_slice(text);
    let read = Tally(&mut counts).deserialize(&mut deserializer);
    match read.and_then(|()| deserializer.end()) {
        Ok(()) => Verdict::Valid(counts),
        // The grammar sets numbers no bounds. What is ignored is not read.
        Err(error) if error.to_string().starts_with("number out of range") => match serde_json::from_slice::<IgnoredAny>(text) {
            Ok(_) => Verdict::Uncounted,
            Err(_) => Verdict::Invalid,
        },
        Err(_) => Verdict::Invalid,
    }
}

/// Reads any value, strings as text, and counts what is in it.
struct Tally<'c>(&'c mut Counts);

impl<'de> DeserializeSeed<'de> for Tally<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tally<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.0.nulls += 1;
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        let count = if value { &mut self.0.trues } else { &mut self.0.falses };
        *count += 1;
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        self.0.numbers += 1;
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        self.0.numbers += 1;
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        self.0.numbers += 1;
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        self.0.strings += 1;
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        self.0.arrays += 1;
        while elements.next_element_seed(Tally(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        self.0.objects += 1;
        while members.next_key::<String>()?.is_some() {
            self.0.keys += 1;
            members.next_value_seed(Tally(self.0))?;
        }
        Ok(())
    }
}
