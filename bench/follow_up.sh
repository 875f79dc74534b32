#!/usr/bin/env bash
# The whole follow-up of a city and of a country, beside the same job on other engines; bench/side_by_side.mjs tells what
# can be chosen.
set -euo pipefail
cd "$(dirname "$0")/.."
bin/setup bench
if ! cmp -s bench/peers/package-lock.json bench/peers/node_modules/.lock; then
    echo "Fetching DuckDB and Polars"
    # By the lock file; `npm ci` would ask it for the binaries of other processors too.
    npm install --no-save --prefix bench/peers --loglevel=error
    cp bench/peers/package-lock.json bench/peers/node_modules/.lock
fi
bin/build release follow_up_bench workload_files plain_bench
node bench/side_by_side.mjs build/release
