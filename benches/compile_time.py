#!/usr/bin/env python3
"""Compile time of many coroutines: benches/compile_time.py [--counts 100 500] [--rounds 3] [--keep FOLDER]

Makes a crate of so many coroutines a contender, all with the same bodies, no two of which are alike, and compiles it in three
ways. Prints milliseconds a coroutine beyond those of plain functions that push to a vector where the others yield.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import harness

MODES = {"check": ["check"], "dev": ["build"], "release": ["build", "--release"]}

COUNTER = ("n: u64", """
for i in 0..n {
    YIELD(i * {a});
}""")
PAIRS = ("n: u64", """
for i in 0..n {
    for j in i..n {
        if (i * j) % {a} == 0 {
            YIELD(i ^ j);
        }
    }
}""")
STEPS = ("n: u64", """
for i in 0..n {
    YIELD(i);
    YIELD(i + {a});
    YIELD(i * {b});
}""")
LARGE = ("n: u64", """
let mut buckets: [u64; 32] = [{a}; 32];
for i in 0..n {
    let bucket = (i % 32) as usize;
    buckets[bucket] = buckets[bucket].wrapping_add(i);
    YIELD(buckets[bucket]);
}""")
TOKENS = ("text: &'a str", """
let mut characters: std::iter::Peekable<std::str::CharIndices<'a>> = text.char_indices().peekable();
while let Some((start, first)) = characters.next() {
    if first.is_alphabetic() {
        let mut end = start + first.len_utf8();
        while let Some((at, next)) = characters.next_if(|(_, next)| next.is_alphanumeric()) {
            end = at + next.len_utf8();
        }
        YIELD(text[start..end].len() as u64 + {a});
    } else if let Some(digit) = first.to_digit(10) {
        let mut number = u64::from(digit);
        while let Some(digit) = characters.peek().and_then(|(_, next)| next.to_digit(10)) {
            number = number * {b} + u64::from(digit);
            characters.next();
        }
        YIELD(number);
    } else if !first.is_whitespace() {
        YIELD(u64::from(first));
    }
}""")
FLAT = ("rows: Vec<Vec<u64>>", """
for row in rows {
    let row: Vec<u64> = row;
    for item in row {
        YIELD(item + {a});
    }
}""")
FLAT_BORROWED = ("rows: &'a [Vec<u64>]", """
for row in rows {
    let row: &'a [u64] = row;
    for item in row {
        if *item % {b} != 0 {
            YIELD(*item);
        }
    }
}""")
SOURCE = ("n: u64", """
let mut seed: u64 = {a};
let mut left: u64 = n;
while left > 0 {
    left -= 1;
    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add({b});
    if seed & 1 == 1 {
        YIELD(seed >> 32);
    } else {
        YIELD(seed);
    }
}""")
WRITTEN = [COUNTER, PAIRS, STEPS, LARGE, TOKENS, FLAT, FLAT_BORROWED, SOURCE]
ARGUMENTS = {"n: u64": "5", "text: &'a str": '"a 1 b2, 33"', "rows: Vec<Vec<u64>>": "vec![vec![1, 2], vec![3]]", "rows: &'a [Vec<u64>]": "&[vec![1, 2], vec![3]]"}


class Writer:
    """A random body over `n`: loops, branches, matches and yields, within what all contenders accept."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = 0
        self.yields = 0

    def body(self):
        while not self.yields:
            text = "\n" + "\n".join(self.block(["n"], [], 0, self.random.randint(3, 5)))
        return "n: u64", text

    def name(self):
        self.names += 1
        return f"v{self.names}"

    def value(self, names):
        a, b = self.random.choice(names), self.random.choice(names)
        number = self.random.randint(2, 9)
        return self.random.choice([f"{a}.wrapping_mul({number})", f"{a} ^ {b}", f"{a}.wrapping_add({b})", f"({a} >> 1) + {number}", f"{a} | {number}"])

    def block(self, names, mutable, depth, length):
        names, mutable, lines = list(names), list(mutable), []
        for _ in range(length):
            lines += self.statement(names, mutable, depth)
        return lines

    def inner(self, names, mutable, depth):
        return ["    " + line for line in self.block(names, mutable, depth + 1, self.random.randint(1, 3))]

    def statement(self, names, mutable, depth):
        kinds = ["let", "yield", "yield", "assign"] + ["for", "if", "if else", "while", "match"] * (depth < 2)
        kind = self.random.choice(kinds)
        if kind == "yield":
            self.yields += 1
            return [f"YIELD({self.value(names)});"]
        if kind == "assign" and mutable:
            return [f"{self.random.choice(mutable)} = {self.value(names)};"]
        if kind in ("let", "assign"):
            name, value = self.name(), self.value(names)
            names.append(name)
            mutable.append(name)
            return [f"let mut {name}: u64 = {value};"]
        return getattr(self, kind.replace(" ", "_") + "_statement")(names, mutable, depth)

    def for_statement(self, names, mutable, depth):
        name, end = self.name(), self.name()
        head = [f"let {end}: u64 = {self.random.choice(names)} & 3;", f"for {name} in 0..{end} {{"]
        return [*head, *self.inner([*names, name], mutable, depth), "}"]

    def while_statement(self, names, mutable, depth):
        name = self.name()
        head = [f"let mut {name}: u64 = {self.random.choice(names)} & 3;", f"while {name} > 0 {{", f"    {name} -= 1;"]
        return [*head, *self.inner([*names, name], mutable, depth), "}"]

    def if_statement(self, names, mutable, depth):
        return [f"if {self.random.choice(names)} & 1 == 0 {{", *self.inner(names, mutable, depth), "}"]

    def if_else_statement(self, names, mutable, depth):
        name = self.random.choice(names)
        return [f"if {name} % 3 == 1 {{", *self.inner(names, mutable, depth), "} else {", *self.inner(names, mutable, depth), "}"]

    def match_statement(self, names, mutable, depth):
        lines = [f"match {self.random.choice(names)} % 3 {{"]
        for pattern in ["0", "1", "_"]:
            lines += [f"    {pattern} => {{", *("    " + line for line in self.inner(names, mutable, depth)), "    }"]
        return [*lines, "}"]


def bodies(count):
    """So many parameters and bodies: every fourth is one of the workloads, with other numbers in it."""
    for number in range(count):
        if number % 4 == 0:
            parameter, text = WRITTEN[number // 4 % len(WRITTEN)]
            yield parameter, text.replace("{a}", str(number + 2)).replace("{b}", str(number % 7 + 3))
        else:
            yield Writer(number).body()


def indented(text, by):
    return text.replace("\n", "\n" + " " * by)


def replaced(text, before, after):
    """`YIELD(..)`, which ends its line, in another spelling."""
    return "\n".join(
        line.replace("YIELD(", before).removesuffix(");") + after if "YIELD(" in line else line for line in text.split("\n")
    )


class Contender:
    def __init__(self, name, dependencies, prelude, head, tail, yields, consume):
        self.name, self.dependencies, self.prelude = name, dependencies, prelude
        self.head, self.tail, self.yields, self.consume = head, tail, yields, consume

    def library(self, count):
        parts = ["#![allow(unused)]", self.prelude]
        for number, (parameter, text) in enumerate(bodies(count)):
            generics = "<'a>" if "'a" in parameter else ""
            head = self.head.format(number=number, generics=generics, parameter=parameter)
            parts.append(head + indented(replaced(text, *self.yields), 4) + "\n" + self.tail)
            argument = parameter.split(":")[0]
            consume = self.consume.format(call=f"c{number}", argument=argument)
            parts.append(f"pub fn d{number}{generics}({parameter}) -> u64 {{ {consume} }}")
        calls = (f"d{number}({ARGUMENTS[parameter]})" for number, (parameter, _) in enumerate(bodies(count)))
        sums = "".join(f"\n    sum = sum.wrapping_mul(31).wrapping_add({call});" for call in calls)
        parts.append(f"pub fn all() -> u64 {{\n    let mut sum = 0_u64;{sums}\n    sum\n}}")
        return "\n".join(parts)

    def write(self, folder, count):
        (folder / "src").mkdir(parents=True, exist_ok=True)
        manifest = f'[package]\nname = "many"\nversion = "0.1.0"\nedition = "2024"\n[workspace]\n[dependencies]\n{self.dependencies}\n'
        (folder / "Cargo.toml").write_text(manifest)
        (folder / "src/lib.rs").write_text(self.library(count))
        (folder / "src/main.rs").write_text('fn main() { println!("{}", many::all()); }\n')


DRAIN = """
fn drain(stream: impl futures_core::Stream<Item = u64>) -> u64 {
    let mut stream = std::pin::pin!(stream);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let mut sum = 0_u64;
    while let std::task::Poll::Ready(Some(item)) = stream.as_mut().poll_next(&mut context) {
        sum = sum.wrapping_add(item);
    }
    sum
}"""
SUM = "fold(0_u64, |sum, item| sum.wrapping_add(item))"
CONTENDERS = [
    Contender(
        "plain functions", "", "", "pub fn c{number}{generics}({parameter}, items: &mut Vec<u64>) {{", "}",
        ("items.push(", ");"), "let mut items = Vec::new(); {call}({argument}, &mut items); items.into_iter()." + SUM,
    ),
    Contender(
        "ours", f'coro = {{ path = "{harness.HERE.parent}" }}', "",
        "#[coro::coroutine]\npub fn c{number}{generics}({parameter}) -> impl Iterator<Item = u64> {{", "}",
        ("yield_!(", ");"), "{call}({argument})." + SUM,
    ),
    Contender(
        "diapause", 'diapause = "=0.2.0"', "",
        "#[diapause::coroutine(yield = u64)]\npub fn c{number}{generics}({parameter}) {{", "}",
        ("yield_!(", ");"), "{call}({argument}).into_iter()." + SUM,
    ),
    Contender(
        "async-stream", 'async-stream = "0.3"\nfutures-core = "0.3"', DRAIN,
        "pub fn c{number}{generics}({parameter}) -> impl futures_core::Stream<Item = u64> {{ async_stream::stream! {{", "} }",
        ("yield (", ");"), "drain({call}({argument}))",
    ),
]


def compiled(folder, mode, target):
    """Wall and user seconds of compiling the library alone."""
    os.utime(folder / "src/lib.rs")
    settings = os.environ | {"CARGO_INCREMENTAL": "0", "CARGO_TARGET_DIR": str(target)}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(["cargo", *MODES[mode], "--quiet", "--lib"], cwd=folder, check=True, env=settings)
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before.ru_utime


def sum_of(folder, target):
    settings = os.environ | {"CARGO_TARGET_DIR": str(target)}
    return harness.output("cargo", "run", "--quiet", cwd=folder, env=settings)


def measure(folder, contenders, count, modes, rounds):
    """(contender, mode) -> medians of wall and user seconds; the contenders take turns."""
    target = harness.target() / "compile_time"
    crates = {contender.name: folder / f"{contender.name.replace(' ', '_')}_{count}" for contender in contenders}
    for contender in contenders:
        contender.write(crates[contender.name], count)
    sums = {name: sum_of(crate, target) for name, crate in crates.items()}
    if len(set(sums.values())) != 1:
        sys.exit(f"the contenders do not agree: {sums}")
    found = {}
    for mode in modes:
        for crate in crates.values():
            compiled(crate, mode, target)
        samples = [[compiled(crate, mode, target) for crate in crates.values()] for _ in range(rounds)]
        for name, taken in zip(crates, zip(*samples)):
            found[name, mode] = [statistics.median(values) for values in zip(*taken)]
    return found


def table(found, contenders, count, modes):
    print(f"\n## {count} coroutines: milliseconds that each costs more than a plain function, user (wall)\n")
    print("| contender |", " | ".join(modes), "|\n|---|" + "---|" * len(modes))
    base = contenders[0].name
    for contender in contenders[1:]:
        cells = []
        for mode in modes:
            wall, user = (1000 * (cost - least) / count for cost, least in zip(found[contender.name, mode], found[base, mode]))
            cells.append(f"{user:.1f} ({wall:.1f})")
        print(f"| {contender.name} |", " | ".join(cells), "|")
    cells = (f"{found[base, mode][1]:.1f} s ({found[base, mode][0]:.1f} s)" for mode in modes)
    print(f"| all {base} |", " | ".join(cells), "|", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 500])
    parser.add_argument("--modes", nargs="+", choices=MODES, default=list(MODES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--contenders", nargs="+", default=[contender.name for contender in CONTENDERS])
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the crates in this folder")
    arguments = parser.parse_args()
    contenders = [contender for contender in CONTENDERS if contender.name in (CONTENDERS[0].name, *arguments.contenders)]
    with tempfile.TemporaryDirectory() as scratch:
        for count in arguments.counts:
            found = measure(arguments.keep or Path(scratch), contenders, count, arguments.modes, arguments.rounds)
            table(found, contenders, count, arguments.modes)


if __name__ == "__main__":
    main()
