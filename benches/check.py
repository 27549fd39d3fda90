#!/usr/bin/env python3
"""Ours over theirs, against the goals: benches/check.py [WORKLOAD]... [--all] [--compile COUNT]

Prints the ratios that miss their goal (with --all, each) and the geometric means.
"""

import argparse
import math
import tempfile
from pathlib import Path

import compile_time
import harness

# The contender, what no cell may exceed, what the geometric mean may not exceed.
GOALS = [("coroutine", 1.00, 0.90), ("gen", None, None), ("diapause", 1.00, None), ("hand", None, 1.05)]
# By hand, a walk keeps a stack; all others recurse.
RECURSIVE = ("tree", "spine")
# How much more than the goal may be rounding: what is outside of the loop.
SLACK = 0.001


def mean(ratios):
    return math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios)) if ratios else math.nan


def ratios(cells, contender, vias):
    """(workload, via) -> ours over theirs."""
    found = {}
    for workload, by_name in cells.items():
        for via in vias:
            if (contender, via) in by_name:
                found[workload, via] = by_name["ours", via] / by_name[contender, via]
    return found


def report(cells, contender, limit, mean_limit, everything):
    found = ratios(cells, contender, harness.VIAS)
    if not found:
        return
    print(f"\nours / {contender}" + (f", at most {limit:.2f} each" if limit else ""))
    for (workload, via), ratio in found.items():
        missed = limit is not None and ratio > limit + SLACK
        if everything or missed:
            ours, theirs = cells[workload]["ours", via], cells[workload][contender, via]
            print(f"  {workload:14} {via:10} {ours:9.1f} / {theirs:9.1f} = {ratio:5.2f}{'  missed' if missed else ''}")
    goal = f" (goal {mean_limit:.2f})" if mean_limit else ""
    for vias in [["inlined"], ["dyn"], ["black_box"], ["inlined", "dyn"]]:
        chosen = ratios(cells, contender, vias)
        flat = [ratio for (workload, _), ratio in chosen.items() if workload not in RECURSIVE]
        print(f"  mean, {'+'.join(vias):12} {mean(chosen.values()):5.2f}{goal}, without recursion {mean(flat):5.2f}")


def report_ratios(title, limit, pairs, everything):
    """Pairs are (heading, ours, theirs)."""
    print(f"\n{title}, at most {limit:.2f}")
    for heading, ours, theirs in pairs:
        missed = ours > theirs * limit
        if everything or missed:
            print(f"  {heading:25} {ours:9.5g} / {theirs:9.5g} = {ours / theirs:5.2f}{'  missed' if missed else ''}")


def sizes(programs, workloads):
    for workload in workloads:
        cells = harness.runs(programs, workload, harness.size(workload))
        if ("coroutine", "inlined") in cells:
            yield workload, cells["ours", "inlined"][1], cells["coroutine", "inlined"][1]
    by_maker = {}
    for program in programs:
        for line in harness.output(program, "sizes").splitlines():
            body, maker, size = line.split()
            by_maker.setdefault(maker, {})[body] = int(size)
    for body, theirs in by_maker.get("coroutine", {}).items():
        yield body, by_maker["ours"][body], theirs


def report_allocations(programs, workloads):
    counting = [programs[0].with_name("allocations")]
    for workload in (workload for workload in workloads if workload not in RECURSIVE):
        for (name, via), (_, _, count) in harness.runs(counting, workload, harness.size(workload)).items():
            if name == "ours" and count:
                print(f"  {workload:14} {via:10} asks for memory {count} times  missed")


def report_compile_time(count, everything):
    with tempfile.TemporaryDirectory() as folder:
        found = compile_time.measure(Path(folder), compile_time.CONTENDERS, count, list(compile_time.MODES), rounds=3)
    base = compile_time.CONTENDERS[0].name
    # User time, in milliseconds: it changes less with what else the machine does.
    costs = {(name, mode): 1000 * (user - found[base, mode][1]) / count for (name, mode), (_, user) in found.items()}
    for theirs, limit in [("diapause", 1.0), ("async-stream", 2.0)]:
        pairs = [(mode, costs["ours", mode], costs[theirs, mode]) for mode in compile_time.MODES]
        report_ratios(f"compile time of each of {count} coroutines, ours / {theirs}", limit, pairs, everything)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help=" ".join(harness.WORKLOADS))
    parser.add_argument("--all", action="store_true", help="print ratios that do not miss too")
    parser.add_argument("--compile", type=int, metavar="COUNT", help="compile so many coroutines as well (100: 3 minutes)")
    arguments = parser.parse_args()
    workloads = arguments.workloads or harness.WORKLOADS
    programs = harness.build()
    names = ["ours", *(contender for contender, *_ in GOALS)]
    cells = {workload: harness.instructions(programs, workload, names) for workload in workloads}
    for contender, limit, mean_limit in GOALS:
        report(cells, contender, limit, mean_limit, arguments.all)
    report_ratios("bytes of the value, ours / coroutine", 1.0, sizes(programs, workloads), arguments.all)
    report_allocations(programs, workloads)
    if arguments.compile:
        report_compile_time(arguments.compile, arguments.all)


if __name__ == "__main__":
    main()
