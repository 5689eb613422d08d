#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every format that export writes is read by a program of others, and what that finds is compared: run_export.sh PROGRAM
# FOLDER. A reader that is not there is told and passed over; exit code 77 when none is.
set -euo pipefail
program=$1 folder=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/export

rm -rf "$folder/db" "$folder/out"
mkdir -p "$folder/out"
"$program" build --input-format events "$here/events.jsonl" --db "$folder/db" >/dev/null
for format in csv tsv json jsonl svg timelinejs vis-timeline ics geojson graphml gexf gexf-1.2 dot turtle trig jsonld mermaid \
  markwhen cytoscape kepler sqlite ftm timesketch neo4j; do
  "$program" export --db "$folder/db" --format "$format" -o "$folder/out/$format" 2>"$folder/out/$format.losses"
done

status=77
note() {  # the exit code of a reader: 0 agrees, 77 not there, else wrong
  [ "$1" = 77 ] && return
  [ "$1" = 0 ] || exit "$1"
  status=0
}
code=0
/usr/bin/python3 "$here/readers.py" "$folder/out" || code=$?
note $code
if command -v node >/dev/null && command -v npm >/dev/null; then
  cp "$here/package.json" "$here"/*.mjs "$folder/"
  if npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --ignore-scripts >"$folder/npm.log" 2>&1; then
    code=0
    (cd "$folder" && node readers.mjs out) || code=$?
    note $code
    code=0
    (cd "$folder" && node pages.mjs out) || code=$?
    note $code
  else
    tail -n 3 "$folder/npm.log"
    echo "export: the readers of npm could not be installed: passed over"
  fi
else
  echo "export: there is no node with npm here: passed over"
fi
exit $status
