#!/usr/bin/env bash
# The pages of a large organisation's plan (2,000 units, 10,000 people, 5,000 goals, 60,000 check-ins): how long the server
# works on each, and beside nginx, which sends a file of the same size and makes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
ninja -C build/release rodtrad plan_workload >/dev/null
node bench/plan_pages.mjs
