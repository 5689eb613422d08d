#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Prints the commands of README's quick start, one a line: the lines that are neither blank nor comments of the first
# code block under the heading "Quick start". tools/quickstart-commands.sh README.md
set -euo pipefail

awk '
  /^```/ && in_code            { exit }
  /^```/ && !section           { other_code = !other_code; next }
  /^```/                       { in_code = 1; next }
  /^#+ / && !in_code && !other_code { section = tolower($0) ~ /^#+ quick start[[:space:]]*$/; next }
  in_code && !/^[[:space:]]*(#|$)/ { sub(/^\$ /, ""); sub(/[[:space:]]+$/, ""); print }
' "${1:?a Markdown file}"
