#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The second of the two commands of README: installs what is missing, builds everything and runs every test.
# tools/test.sh [PRESET] [ctest arguments...]; the preset is release unless one is named.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

preset=${1:-release}
[ $# -gt 0 ] && shift

./tools/install-dependencies.sh --tests
./tools/build.sh "$preset"
exec ctest --test-dir "build/$preset" --output-on-failure --parallel "$(nproc)" "$@" </dev/null
