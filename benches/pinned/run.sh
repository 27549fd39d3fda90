#!/usr/bin/env bash
# Prints the tables of README.md. Valgrind is needed, to count instructions.
set -euo pipefail
cd "$(dirname "$0")"

small=10000
large=50000
export CARGO_PROFILE_RELEASE_CODEGEN_UNITS=1
cargo build --quiet --release --package benches-pinned
target=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
program=$target/release/measure-pinned
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

instructions() {
    valgrind --tool=callgrind --callgrind-out-file="$folder/out" "$program" "$@" 2>&1 | sed -n 's/.*Collected : //p'
}

# Of the small size and the large one, in `pairs` the items are three quarters of a triangle.
items() {
    case $1 in
        pairs) awk -v n="$2" 'BEGIN { s = int(sqrt(4 * n)); c = 0; for (i = 0; i < s; i++) for (j = i; j < s; j++) if (i * j % 2 == 0) c++; print c }' ;;
        *) echo "$2" ;;
    esac
}

# CONTENDER WORKLOAD DRIVER
cell() {
    local more per
    more=$(($(instructions "$@" $large) - $(instructions "$@" $small)))
    per=$(($(items "$2" $large) - $(items "$2" $small)))
    awk -v more="$more" -v per="$per" 'BEGIN { printf " %.1f |", more / per }'
}

# Of all contenders, in programs that differ in how the targets of jumps are aligned: that alone moves some by half.
time_all() {
    local bits row
    for bits in 0 4 5 6; do
        cargo rustc --quiet --release --package benches-pinned -- -C "llvm-args=-align-all-nofallthru-blocks=$bits"
        for row in "$@"; do
            "$program" time $row | sed "s/^/$row /"
        done
    done >"$folder/rates"
}

# Millions of items a second, the best found.
rate() {
    awk -v key="$2 $3 $1" '$1 " " $2 " " $3 == key && $4 > best { best = $4 } END { printf " %d |", best }' "$folder/rates"
}

bytes() {
    printf ' %s |' "$("$program" "$@" inlined $small | cut -d' ' -f2)"
}

# HEADING COLUMNS ROWS CELL [DRIVER]
table() {
    local column row
    printf '\n%s\n\n| |' "$1"
    printf ' %s |' $2
    printf '\n|---|'
    for column in $2; do printf -- '---|'; done
    printf '\n'
    for row in $3; do
        printf '| %s |' "$row"
        for column in $2; do "$4" "$column" "$row" ${5:-}; done
        printf '\n'
    done
}

streams="hand ours boxed unfold async_stream gen_sync gen_rc"
resumed="enum ours boxed gen_sync gen_rc"
rows="counter pairs owned awaits"
table "Instructions an item, inlined" "$streams" "$rows" cell inlined
table "Instructions an item, through \`Pin<&mut dyn Stream>\`" "$streams" "$rows" cell dyn
table "Bytes of the value" "$streams" "$rows" bytes
table "Resumed with a number, instructions a resumption, inlined" "$resumed" resumed cell inlined
table "Through \`Pin<&mut dyn Coroutine>\`" "$resumed" resumed cell dyn
table "Bytes of the value" "$resumed" resumed bytes
timed=()
for row in $rows resumed; do timed+=("$row inlined" "$row dyn"); done
time_all "${timed[@]}"
table "Millions of items a second, inlined" "$streams" "$rows" rate inlined
table "Millions of items a second, through \`Pin<&mut dyn Stream>\`" "$streams" "$rows" rate dyn
table "Millions of resumptions a second, inlined" "$resumed" resumed rate inlined
table "Through \`Pin<&mut dyn Coroutine>\`" "$resumed" resumed rate dyn
