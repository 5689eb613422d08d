#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The first of the two commands of README: installs what is missing, builds the program, reads the example article into
# a graph and asks what preceded its central event. The graph stays in build/quickstart for questions of your own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

article=examples/harbour.txt
published=2023-03-14
actor="Otieno"
central_event="grenade attack"

program=build/release/bin/forewhen
graph=build/quickstart

if [ ! -f "$article" ]; then
  echo "quickstart: $article is not there" >&2
  exit 1
fi

show() {
  printf '\n$ forewhen'
  printf ' %q' "$@"
  printf '\n'
  "$program" "$@"
}

./tools/build.sh release forewhen
rm -rf "$graph"
show build --db "$graph" --published "$published" "$article"
show timeline "$actor" --db "$graph"
show before "$central_event" --db "$graph" --explain
