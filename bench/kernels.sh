#!/usr/bin/env bash
# The kernels, each beside plain code that does the same.
set -euo pipefail
cd "$(dirname "$0")/.."
ninja -C build/release kernels_bench >/dev/null
build/release/kernels_bench
