"""Builds the programs that are measured, and what they say as numbers."""

import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORKLOADS = "counter pairs steps total large tokens flat flat_borrowed tree spine pipeline".split()
VIAS = "inlined dyn black_box".split()
# A walk costs more the deeper the tree is, and one through the spine is quadratic.
SIZES = {"tree": (1 << 17) - 1, "spine": 2000}
TIMED_SIZES = {"tree": (1 << 20) - 1, "spine": 10_000}
# The first contender of the program of stable, and those that switch stacks.
FIRST = "hand"
STACKFUL = {"corosensei", "generator"}
MEASURED = "benches::command_line::counted"


def size(workload):
    return SIZES.get(workload, 50_000)


def output(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True, stdout=subprocess.PIPE, **options).stdout


def has_nightly():
    return subprocess.run(["cargo", "+nightly", "--version"], capture_output=True).returncode == 0


def target():
    metadata = output("cargo", "metadata", "--format-version=1", "--no-deps", cwd=HERE)
    return Path(json.loads(metadata)["target_directory"]) / "benches"


def build():
    """The programs: those of stable, and that of nightly where it is installed."""
    # What is inlined should not depend on how a crate is cut into pieces; the names of functions should say what they are of.
    settings = os.environ | {"CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "1", "RUSTFLAGS": "-Csymbol-mangling-version=v0"}
    cargo = ["build", "--quiet", "--release", "--target-dir"]
    output("cargo", *cargo, target(), "--package", "benches", "--bins", cwd=HERE, env=settings)
    programs = [target() / "release/measure"]
    if has_nightly():
        manifest = HERE / "nightly/Cargo.toml"
        output("cargo", "+nightly", *cargo, target() / "nightly", "--manifest-path", manifest, cwd=HERE, env=settings)
        programs.append(target() / "nightly/release/benches-nightly")
    else:
        print("no nightly compiler: its columns are left out", file=sys.stderr)
    return programs


def runs(programs, workload, size):
    """(contender, via) -> (digest, bytes, allocations); all digests are the same."""
    cells = {}
    for program in programs:
        for line in output(program, "run", workload, size).splitlines():
            contender, via, *numbers = line.split()
            cells[contender, via] = [int(number) for number in numbers]
    if len({digest for digest, *_ in cells.values()}) != 1:
        sys.exit(f"the contenders do not agree on {workload}: {cells}")
    return cells


def items(programs, workload, size):
    return int(output(programs[0], "items", workload, size))


def contenders(program):
    return output(program, "contenders").split()


def instructions(programs, workload, only=None):
    """(contender, via) -> instructions an item."""
    if not shutil.which("valgrind"):
        sys.exit("valgrind is needed to count instructions, and is not installed")
    count = items(programs, workload, size(workload))
    cells = {}
    for program in programs:
        names = [name for name in contenders(program) if only is None or name in only]
        found = counted(program, workload, [name for name in names if name not in STACKFUL])
        for name in set(names) & STACKFUL:
            found |= counted_apart(program, workload, name)
        cells |= {cell: total / count for cell, total in found.items()}
    return cells


def counted(program, workload, names):
    """(contender, via) -> instructions.

    Callgrind counts within one function and writes a file each time it is entered, and one at the end.
    """
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        lines, _ = callgrind(program, workload, names, out, f"--toggle-collect={MEASURED}", f"--dump-before={MEASURED}")
        files = [Path(f"{out}.{number + 2}") for number in range(len(lines) - 1)] + [out]
        totals = [int(re.search(r"^summary: (\d+)", file.read_text(), re.M).group(1)) for file in files]
    return dict(zip(lines, totals, strict=True))


def counted_apart(program, workload, name):
    """The same for one whose switches of stacks callgrind takes for returns: all of the program, less what is not measured."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        for via in VIAS:
            lines, least = callgrind(program, workload, [FIRST], out, via=via)
            rest = least - counted(program, workload, [FIRST])[FIRST, via]
            lines, total = callgrind(program, workload, [name], out, via=via)
            found |= {line: total - rest for line in lines}
    return found


def callgrind(program, workload, names, out, *options, via=None):
    """The cells that were run, and all instructions that were counted."""
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *options, program]
    command += ["run", workload, size(workload), ",".join(names), *filter(None, [via])]
    done = subprocess.run([str(word) for word in command], check=True, text=True, capture_output=True)
    counted = int(re.search(r"Collected : (\d+)", done.stderr).group(1))
    return [tuple(line.split()[:2]) for line in done.stdout.splitlines()], counted


def times(programs, workload):
    """(contender, via) -> nanoseconds an item: the least of some processes, as much depends on where things happen to lie."""
    cells = {}
    size, rounds = TIMED_SIZES.get(workload, 200_000), 1 if workload in TIMED_SIZES else 6
    for program in programs * 5:
        for line in output(program, "time", workload, size, rounds).splitlines():
            contender, via, picoseconds = line.split()
            cells[contender, via] = min(int(picoseconds) / 1000, cells.get((contender, via), math.inf))
    return cells
