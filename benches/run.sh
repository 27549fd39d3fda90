#!/usr/bin/env bash
# Prints the tables of README.md; `benches/run.sh --help` says how to choose some.
exec python3 "$(dirname "${BASH_SOURCE[0]}")/tables.py" "$@"
