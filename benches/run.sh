#!/usr/bin/env bash
# Prints the tables of README.md: benches/run.sh [WORKLOAD]...
set -euo pipefail
cd "$(dirname "$0")"

workloads=("$@")
[ $# -gt 0 ] || workloads=(counter pairs large flat steps total)
small=10000
large=50000

if ! command -v valgrind >/dev/null; then
    echo "valgrind is needed to count instructions, and is not installed" >&2
    exit 1
fi

target=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
# What is inlined should not depend on how a crate is cut into pieces.
export CARGO_PROFILE_RELEASE_CODEGEN_UNITS=1

cargo build --quiet --release --package benches --bin measure
columns=(hand ours by_value rows matched)
if cargo +nightly --version >/dev/null 2>&1; then
    cargo +nightly build --quiet --release --manifest-path nightly/Cargo.toml --target-dir "$target/nightly"
    columns+=(nightly ours+nightly)
else
    echo "no nightly compiler: its columns are left out" >&2
fi

# What is run for a column: the program, and the contender's name there.
program() {
    case $1 in
        nightly | ours+nightly) echo "$target/nightly/release/benches-nightly ${1%+nightly}" ;;
        *) echo "$target/release/measure $1" ;;
    esac
}

# Its digest and the bytes of the value, or a number of items.
measure() {
    local words
    read -ra words <<<"$(program "$1")"
    "${words[@]}" "${@:2}"
}

# Instructions from the start of the program to its end.
instructions() {
    local words
    read -ra words <<<"$(program "$1")"
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "${words[@]}" "${@:2}" 2>&1 |
        sed -n 's/.*Collected : //p'
}

# By how much the larger size costs more than the smaller one.
slope() {
    local at_large at_small
    at_large=$(instructions "$@" "$large")
    at_small=$(instructions "$@" "$small")
    echo $((at_large - at_small))
}

# Fails if a contender gives something else than the hand-written one.
check() {
    local workload=$1 driver=$2 column found expected
    expected=$(measure hand "$workload" "$driver" "$large" | cut -d' ' -f1)
    for column in "${columns[@]}"; do
        found=$(measure "$column" "$workload" "$driver" "$large" | cut -d' ' -f1)
        if [ "$found" != "$expected" ]; then
            echo "$column gives $found for $workload, $driver, and not $expected" >&2
            exit 1
        fi
    done
}

items() {
    echo $(($(measure items "$1" inlined "$large") - $(measure items "$1" inlined "$small")))
}

heading() {
    printf '\n%s\n\n| workload |' "$1"
    printf ' %s |' "${columns[@]}"
    printf '\n|---|'
    printf -- '---|%.0s' "${columns[@]}"
    printf '\n'
}

instructions_table() {
    local driver=$1 workload column count idle
    heading "Instructions an item, $driver"
    for workload in "${workloads[@]}"; do
        check "$workload" "$driver"
        count=$(items "$workload")
        idle=$(slope none "$workload" "$driver")
        printf '| %s |' "$workload"
        for column in "${columns[@]}"; do
            awk -v all="$(slope "$column" "$workload" "$driver")" -v idle="$idle" -v count="$count" \
                'BEGIN { printf " %.1f |", (all - idle) / count }'
        done
        printf '\n'
    done
}

bytes_table() {
    local workload column
    heading "Bytes of the value"
    for workload in "${workloads[@]}"; do
        printf '| %s |' "$workload"
        for column in "${columns[@]}"; do
            printf ' %s |' "$(measure "$column" "$workload" inlined "$small" | cut -d' ' -f2)"
        done
        printf '\n'
    done
}

bytes_table
instructions_table inlined
instructions_table dyn
