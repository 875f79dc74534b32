#!/usr/bin/env bash
# Kolada's own files: how long the import of its 2.2 million values takes beside sqlite3's, and how long the follow-up takes
# once they are loaded. Reads ../shared/data/kolada (or $RODTRAD_SHARED_DIR).
set -euo pipefail
cd "$(dirname "$0")/.."
kolada=${RODTRAD_SHARED_DIR:-../shared}/data/kolada
rounds=${ROUNDS:-5}
if [[ ! -d $kolada ]]; then echo "SKIPPED: $kolada is not there"; exit 0; fi
ninja -C build/release rodtrad kolada_bench >/dev/null

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
xz -dc "$kolada/values_core_1994-2022.csv.xz" >"$work/values.csv"

# seconds and peak memory of a command, in one line
measured() { /usr/bin/time -f '%e %M' -o "$work/time" "$@" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }; cat "$work/time"; }

# The same key as ours, the value as a number, each commit on disk.
sqlite_import() {
    rm -f "$work"/sqlite.db*
    measured sqlite3 "$work/sqlite.db" 'pragma journal_mode = wal' 'pragma synchronous = full' \
        'create table observation (kpi text, geo text, year integer, gender text, value real, primary key (kpi, geo, year, gender)) without rowid' \
        ".import --csv --skip 1 $work/values.csv observation"
}
rodtrad_import() {
    rm -rf "$work/data"
    build/release/rodtrad --data "$work/data" import "$kolada"/municipality_2026-03-23_v3.json "$kolada"/kpi_2026-03-23_v3.json.gz \
        "$kolada"/municipality_groups_2026-03-23_v3.json.gz >/dev/null 2>&1
    measured build/release/rodtrad --data "$work/data" import "$work/values.csv"
}

for ((round = 1; round <= rounds; ++round)); do
    sqlite=$(sqlite_import)
    ours=$(rodtrad_import)
    echo "$sqlite $ours"
done | tee "$work/rounds" | awk '{ printf "  round %d: sqlite3 .import %.2f s, rodtrad import %.2f s, ratio %.2f, peak %d MiB\n", NR, $1, $3, $3 / $1, $4 / 1024; fflush() }'
awk '{ print $3 / $1 }' "$work/rounds" | sort -n | awk '{ r[NR] = $1 } END { printf "import / sqlite3 .import: median %.2f (%.2f–%.2f)\n", r[int((NR + 1) / 2)], r[1], r[NR] }'
build/release/kolada_bench "$work/data"
