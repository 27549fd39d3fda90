"""Machine code of a cell: its driver, and what that reaches of the functions that exist for this workload alone."""

import re

from harness import STACKFUL, output

FUNCTION = re.compile(r"^([0-9a-f]+) <(.*)>:$")
TARGET = re.compile(r"\b(?:call|jmp|j[a-z]+)\s+([0-9a-f]+) <")
# Functions that exist for one use are of this crate, or of another one with types of this one.
OWN = "benches"
DRIVERS = re.compile(r"<?benches(?:_nightly)?::(?:command_line|drive|cells)\b")
OTHERS = re.compile(r"^benches(?:_nightly)?::cells\b|benches::(?:command_line|drive::Driver)\b|::(?:count|fold)\b")
VIRTUAL = re.compile(r"::next>?$|call_once::\{shim")
PARTS = {"total": "totals?", "tree": "(?:tree|walk)", "pipeline": "(?:source|squares|chunks|pipeline)"}


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
            if found := re.search(r"drive::Driver<\w+::cells::(\w+)::(\w+)::Mark>>::inlined", line):
                self.drivers.setdefault(found.groups(), int(line.split()[0], 16))

    def bytes(self, module, workload):
        """Bytes of the inlined driver of a cell and of what it runs, or None if there is none."""
        if (root := self.drivers.get((module, workload))) is None:
            return None
        reached = self.reachable({root} | self.called_by_pointer(module, workload))
        return sum(self.sizes.get(address, 0) for address in reached)

    def called_by_pointer(self, module, workload):
        """What is of the workload's own, where it is not called by name: on another stack, or in a box."""
        if module not in STACKFUL and workload != "tree":
            return set()
        own = re.compile(rf"\b{module}::(?:body::)?{PARTS.get(workload, workload)}\b")
        names = {address: name for address, name in self.names.items() if own.search(name) and not OTHERS.search(name)}
        return {address for address, name in names.items() if workload == "tree" or not VIRTUAL.search(name)}

    def reachable(self, reached):
        ahead = list(reached)
        while ahead:
            for target in self.targets.get(ahead.pop(), ()):
                name = self.names.get(target, "")
                if target not in reached and OWN in name and not DRIVERS.match(name):
                    reached.add(target)
                    ahead.append(target)
        return reached
