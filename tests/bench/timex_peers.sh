#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Megabytes of TEXT a second, on one core, in one run: ours, then chrono-node from npm: tests/bench/timex_peers.sh TEXT
# Needs a release build with Google Benchmark (libbenchmark-dev), node and npm.
set -euo pipefail
text=$(realpath "${1:?name a text file}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=build/peers-bench
mkdir -p "$folder"
npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --ignore-scripts chrono-node@2 >/dev/null
FOREWHEN_BENCH_TEXT="$text" build/release/bin/timex_bench --benchmark_filter=News --benchmark_min_time=1 2>/dev/null |
  grep News
cat >"$folder/chrono.mjs" <<'JS'
import * as chrono from 'chrono-node';
import fs from 'node:fs';

const text = fs.readFileSync(process.argv[2], 'utf8');
const day = new Date('2021-11-08');
const paragraphs = text.split('\n\n');  // of its own accord it reads short texts
const parse = () => paragraphs.reduce((found, paragraph) => found + chrono.parse(paragraph, day).length, 0);
let found = 0;
let seconds = Infinity;  // of the best of ten passes: compiled as it runs, it takes a few to be warm
for (let pass = 0; pass < 10; ++pass) {
  const from = performance.now();
  found = parse();
  seconds = Math.min(seconds, (performance.now() - from) / 1000);
}
console.log(`chrono-node ${(Buffer.byteLength(text) / 1e6 / seconds).toFixed(2)} MB/s, ${found} expressions`);
JS
node "$folder/chrono.mjs" "$text"
