#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Rows a second of `forewhen import`, with all its indexes, beside SQLite's .import followed by the indexes that the same
# questions need, in one run: tests/bench/import_peers.sh FOREWHEN TABLE.tsv [GDELT.csv] (with a header; columns event_id,
# date, source, cameo, relation, target; the second of GDELT 2.0, which forewhen alone reads). made_rows.awk makes such
# tables. DuckDB too, where DUCKDB_FOLDER is a folder with its npm package @duckdb/node-api. ROUNDS says how often.
set -euo pipefail
forewhen=$1 table=$2 gdelt=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rows=$(($(wc -l <"$table") - 1))

rate() {  # NAME SECONDS BYTES
  awk -v name="$1" -v seconds="$2" -v bytes="$3" -v rows="$rows" \
    'BEGIN { printf "%-28s %8.2f s %10.0f rows/s %8.1f MB\n", name, seconds, rows / seconds, bytes / 1e6 }'
}
seconds_of() {
  local begin end
  begin=$(date +%s.%N)
  "$@" >"$work/log" 2>&1
  end=$(date +%s.%N)
  awk -v a="$begin" -v b="$end" 'BEGIN { print b - a }'
}

for ((round = 1; round <= ${ROUNDS:-3}; ++round)); do
  rm -rf "$work/db" "$work/sqlite"
  taken=$(seconds_of "$forewhen" import --db "$work/db" "$table")
  rate "forewhen import" "$taken" "$(du -sb "$work/db" | cut -f1)"
  taken=$(seconds_of sqlite3 "$work/sqlite" "pragma journal_mode = off;" "pragma synchronous = off;" ".mode tabs" \
    ".import $table event" "create unique index by_id on event(event_id);" "create index by_date on event(date);" \
    "create index by_source on event(source, date);" "create index by_target on event(target, date);" \
    "create virtual table words using fts5(source, relation, target, content='event');" \
    "insert into words(words) values('rebuild');")
  rate "SQLite, indexes and words" "$taken" "$(du -sb "$work/sqlite" | cut -f1)"
  # NODE_PATH does not hold for modules: the script is read where the package lies.
  if [ -n "${DUCKDB_FOLDER:-}" ]; then
    rm -f "$work/duckdb"
    cp "$(dirname "$0")/import_duckdb.mjs" "$DUCKDB_FOLDER/"
    taken=$(seconds_of node "$DUCKDB_FOLDER/import_duckdb.mjs" "$table" "$work/duckdb")
    rate "DuckDB, indexes" "$taken" "$(du -sb "$work/duckdb" | cut -f1)"
  fi
  if [ -n "$gdelt" ]; then
    rm -rf "$work/db"
    taken=$(seconds_of "$forewhen" import --db "$work/db" "$gdelt")
    rows=$(wc -l <"$gdelt") rate "forewhen import, GDELT" "$taken" "$(du -sb "$work/db" | cut -f1)"
  fi
  echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
done
