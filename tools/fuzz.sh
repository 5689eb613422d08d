#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the fuzz targets with clang, libFuzzer, Address- and UBSanitizer, and runs them: tools/fuzz.sh [SECONDS [TARGET...]]
# Each runs SECONDS (default 60) from a fixed seed, starting with the project's own examples. An input that fails stays
# in build/fuzz and is named. Exit code 77 where there is no clang with libFuzzer.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

duration=${1:-60}
[ $# -gt 0 ] && shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(find_timexes_fuzz codec_fuzz segments_fuzz conllu_fuzz dictionaries_fuzz
  events_fuzz rows_fuzz tables_fuzz)

if ! command -v clang++ >/dev/null ||
  ! echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' |
    clang++ -fsanitize=fuzzer,address,undefined -x c++ - -o /dev/null 2>/dev/null; then
  echo "fuzz: there is no clang++ with libFuzzer here; on Debian 12 install clang and libclang-rt-14-dev" >&2
  exit 77
fi

cmake --preset fuzz -Wno-dev >/dev/null
cmake --build --preset fuzz --target "${targets[@]}"

# Lines of the examples of time expressions, two bytes of options before each, one file a line.
write_seeds() {
  local number=0 line
  mkdir -p "$1"
  grep -hv '^#' tests/timex/corpus.txt tests/timex/negative.txt | while IFS= read -r line; do
    number=$((number + 1))
    printf '\001x%s' "$line" >"$1/line$number"
  done
}

# Every group of dictionaries of the coding cases, the four kinds parted by NUL, one file a group.
write_dictionary_seeds() {
  local groups kind number
  groups=$(grep -c '^dictionaries:' tests/coding/code.cases)
  for ((number = 1; number <= groups; ++number)); do
    for kind in actors agents verbs discards; do
      awk -v n="$number" -v kind="$kind" '
        /^dictionaries:/ { group++ }
        group == n && $1 == kind && $2 == "|" { sub(/^[a-z]+ *\| /, ""); print }' tests/coding/code.cases
      printf '\0'
    done >"$1/group$number"
  done
}

for target in "${targets[@]}"; do
  corpus=build/fuzz/corpus-$target
  rm -rf "$corpus"
  mkdir -p "$corpus"
  [ "$target" != find_timexes_fuzz ] || write_seeds "$corpus"
  [ "$target" != dictionaries_fuzz ] || write_dictionary_seeds "$corpus"
  [ "$target" != events_fuzz ] || cp tests/ingest/events/*.json "$corpus"
  options=()
  case $target in
    # Begin with sound bytes and need no seeds, but orders of some length.
    tables_fuzz) options=(-len_control=0) ;;
    # A run takes milliseconds, which looking for leaks after each and weighing what is rare would multiply.
    segments_fuzz) options=(-len_control=0 -entropic=0 -detect_leaks=0) ;;
  esac
  "build/fuzz/bin/$target" -max_total_time="$duration" -seed=20211108 -max_len=4096 -timeout=10 -rss_limit_mb=4096 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="build/fuzz/$target-" "${options[@]}" "$corpus"
done
