#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The timeline page of export --format html in Chromium, with Playwright and axe: run_page.sh PROGRAM FOLDER. Exit code
# 77 where there is no page, no Node.js, no Chromium, or the two packages cannot be installed.
set -euo pipefail
program=$1 folder=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

passed_over() {
  echo "page: $1: passed over"
  exit 77
}
command -v node >/dev/null && command -v npm >/dev/null || passed_over "there is no node with npm here"
mkdir -p "$folder/out"
rm -rf "$folder"/out/* "$folder/db"
"$program" build --input-format events "$here/export/events.jsonl" --db "$folder/db" >/dev/null
"$program" export --db "$folder/db" --format html -o "$folder/out/page.html" 2>"$folder/losses" ||
  { grep -q "no timeline page" "$folder/losses" && passed_over "this build has no timeline page"; cat "$folder/losses"; exit 1; }
"$program" export --db "$folder/db" --format json -o "$folder/out/json" 2>/dev/null
cp "$here"/page/* "$folder/"
npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --ignore-scripts >"$folder/npm.log" 2>&1 ||
  { tail -n 3 "$folder/npm.log"; passed_over "its packages could not be installed"; }
cd "$folder"
node answers.mjs "$program" out
node speed.mjs "$program" out
node use.mjs "$program" out
