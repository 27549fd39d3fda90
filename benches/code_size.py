"""Machine code of a cell: its driver, and what that reaches of the functions that exist for this workload alone."""

import re

from harness import output

FUNCTION = re.compile(r"^([0-9a-f]+) <(.*)>:$")
TARGET = re.compile(r"\b(?:call|jmp|j[a-z]+)\s+([0-9a-f]+) <")
# Of the names of functions that are made for one use: of this crate, or of another one with types of this one.
OWN = re.compile(r"benches")
SHARED = re.compile(r"^(benches::(command_line|drive::(dynamic|opaque))|std::|alloc::|<alloc::)")


class Program:
    def __init__(self, path):
        self.sizes = {}
        for line in output("nm", "--print-size", "--defined-only", path).splitlines():
            words = line.split()
            if len(words) == 4 and words[2] in "tTwW":
                self.sizes[int(words[0], 16)] = int(words[1], 16)
        self.names, self.targets = {}, {}
        for line in output("objdump", "--disassemble", "--demangle", "--no-show-raw-insn", path).splitlines():
            if start := FUNCTION.match(line):
                address = int(start.group(1), 16)
                self.names.setdefault(address, start.group(2))
                targets = self.targets.setdefault(address, set())
            elif target := TARGET.search(line):
                targets.add(int(target.group(1), 16))
        self.drivers = {}
        for line in output("nm", "--demangle", "--defined-only", path).splitlines():
            if found := re.search(r"drive::inlined(?:_feed)?::<\w+::cells::(\w+)::(\w+)::Mark", line):
                self.drivers.setdefault(found.groups(), int(line.split()[0], 16))

    def bytes(self, module, workload):
        """Bytes of the inlined driver of a cell and of what it calls, or None if there is none."""
        if (root := self.drivers.get((module, workload))) is None:
            return None
        reached, ahead = {root}, [root]
        while ahead:
            for target in self.targets.get(ahead.pop(), ()):
                name = self.names.get(target, "")
                if target not in reached and OWN.search(name) and not SHARED.search(name):
                    reached.add(target)
                    ahead.append(target)
        return sum(self.sizes.get(address, 0) for address in reached)
