#!/usr/bin/env bash
# The whole follow-up of figures in Kolada's shape.
set -euo pipefail
ninja -C build/release follow_up_bench >/dev/null
build/release/follow_up_bench
