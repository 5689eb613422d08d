#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, configures and builds one preset: tools/build.sh [PRESET] [TARGET...]
# Without arguments all of `release`, to build/release. Other scripts call this one; it has no other way to build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

preset=${1:-release}
[ $# -gt 0 ] && shift

./tools/install-dependencies.sh
echo "build: preset $preset"
cmake --preset "$preset" -Wno-dev >/dev/null
if [ $# -gt 0 ]; then
  cmake --build --preset "$preset" --target "$@"
else
  cmake --build --preset "$preset"
fi
