#!/usr/bin/env python3
"""Prints the tables of README.md: benches/run.sh [--tables TABLE ..] [--workloads WORKLOAD ..] [--all]"""

import argparse
import subprocess
import sys

import compile_time
import harness
from code_size import Program

COLUMNS = (
    "hand adapters ours coroutine gen diapause genawaiter_stack genawaiter_rc next_gen async_stream corosensei generator".split()
)
# Modules of the nightly program whose columns have another name.
MODULES = {"coroutine": "closures", "gen": "gen_blocks"}


def columns(programs, everything):
    known = [name for program in programs for name in harness.contenders(program)]
    return [name for name in COLUMNS if name in known] + [name for name in known if everything and name not in COLUMNS]


def table(title, names, rows):
    """Rows are (heading, {name: text})."""
    print(f"\n## {title}\n\n| workload |", " | ".join(names), "|\n|---" + "|---" * len(names) + "|")
    for heading, cells in rows:
        print(f"| {heading} |", " | ".join(cells.get(name, "") for name in names), "|", flush=True)


def instructions(programs, workloads, names):
    found = {workload: harness.instructions(programs, workload, names) for workload in workloads}
    for via in harness.VIAS:
        rows = ((workload, {name: f"{cell:.1f}" for (name, how), cell in found[workload].items() if how == via}) for workload in workloads)
        table(f"Instructions an item, {via}", names, rows)


def times(programs, workloads, names):
    found = {workload: harness.times(programs, workload) for workload in workloads}
    for via in harness.VIAS:
        rows = []
        for workload in workloads:
            cells = {name: cell for (name, how), cell in found[workload].items() if how == via}
            # Each is compared with ours in the same program: the two run one after the other.
            base = {name: cells["ours+nightly" if name in MODULES else "ours"] for name in cells}
            texts = {name: f"{cell / base[name]:.2f}" for name, cell in cells.items()}
            rows.append((workload, texts | {"ours": f"{cells['ours']:.2f} ns"}))
        table(f"Time an item, {via}: ours in nanoseconds, the others over ours", names, rows)


def runs(title, programs, workloads, names, number, via):
    rows = []
    for workload in workloads:
        found = harness.runs(programs, workload, harness.size(workload))
        rows.append((workload, {name: str(cell[number]) for (name, how), cell in found.items() if how == via}))
    table(title, names, rows)


def bytes_of_values(programs, workloads, names):
    runs("Bytes of the value", programs, workloads, names, 1, "inlined")


def allocations(programs, workloads, names):
    counting = [program.with_name("allocations") for program in programs[:1]]
    sizes = ", ".join(f"{workload}: {harness.size(workload)}" for workload in workloads)
    runs(f"Allocations in a run of so many items ({sizes})", counting, workloads, [name for name in names if name not in MODULES], 2, "inlined")


def code(programs, workloads, names):
    read = [Program(program) for program in programs]
    rows = []
    # The spine is walked by the code of the tree.
    for workload in (workload for workload in workloads if workload != "spine"):
        cells = {}
        for name in names:
            sizes = [program.bytes(MODULES.get(name, name), workload) for program in read]
            cells[name] = next((str(size) for size in sizes if size is not None), "")
        rows.append((workload, cells))
    table("Bytes of machine code, inlined", names, rows)


def sizes(programs, workloads, names):
    """Values that the compiler is known to make too large."""
    by_body, makers = {}, []
    for program in programs:
        for line in harness.output(program, "sizes").splitlines():
            body, maker, size = line.split()
            by_body.setdefault(body, {})[maker] = size
            makers += [maker] if maker not in makers else []
    table("Bytes of values that are known to be wasteful", makers, by_body.items())


def compiling(programs, workloads, names):
    subprocess.run([sys.executable, compile_time.__file__], check=True)


TABLES = {
    "instructions": instructions,
    "time": times,
    "bytes": bytes_of_values,
    "sizes": sizes,
    "allocations": allocations,
    "code": code,
    "compile": compiling,
}


def main():
    parser = argparse.ArgumentParser(prog="benches/run.sh", description="Prints the tables of README.md.")
    parser.add_argument("--tables", nargs="+", choices=TABLES, default=list(TABLES))
    parser.add_argument("--workloads", nargs="+", choices=harness.WORKLOADS, default=harness.WORKLOADS)
    parser.add_argument("--all", action="store_true", help="more columns: candidate shapes, and ours as compiled by nightly")
    arguments = parser.parse_args()
    programs = harness.build()
    names = columns(programs, arguments.all)
    for name in arguments.tables:
        TABLES[name](programs, arguments.workloads, names)


if __name__ == "__main__":
    main()
