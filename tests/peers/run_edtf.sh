#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the other readers of EDTF and compares: run_edtf.sh PROGRAM FOLDER. Exit code 77 where they cannot be had.
set -euo pipefail
program=$1 folder=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "edtf: there is no node with npm here"
  exit 77
fi
mkdir -p "$folder"
cp "$here/package.json" "$folder/"
if ! npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --ignore-scripts >"$folder/npm.log" 2>&1; then
  tail -n 3 "$folder/npm.log"
  echo "edtf: the other readers could not be installed"
  exit 77
fi
node "$here/edtf.mjs" "$program" "$folder"
