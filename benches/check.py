#!/usr/bin/env python3
"""Ratios of instructions, ours over theirs, against the goals: benches/check.py [WORKLOAD]... [--all]

Prints the cells that miss their goal (with --all, each cell) and the geometric means.
"""

import argparse
import math

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


def report_sizes(sizes):
    print("\nbytes of the value, ours / coroutine, at most 1.00 each")
    for workload, cells in sizes.items():
        ours, theirs = (cells.get((name, "inlined"), (0, 0))[1] for name in ("ours", "coroutine"))
        if theirs:
            print(f"  {workload:14} {ours:5} / {theirs:5} = {ours / theirs:5.2f}{'  missed' if ours > theirs else ''}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help=" ".join(harness.WORKLOADS))
    parser.add_argument("--all", action="store_true", help="print cells that do not miss too")
    arguments = parser.parse_args()
    workloads = arguments.workloads or harness.WORKLOADS
    programs = harness.build()
    names = ["ours", *(contender for contender, *_ in GOALS)]
    cells = {workload: harness.instructions(programs, workload, names) for workload in workloads}
    for contender, limit, mean_limit in GOALS:
        report(cells, contender, limit, mean_limit, arguments.all)
    report_sizes({workload: harness.runs(programs, workload, harness.size(workload)) for workload in workloads})


if __name__ == "__main__":
    main()
