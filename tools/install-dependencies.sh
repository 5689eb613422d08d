#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what forewhen needs to be configured, built and tested on Debian 12: only what is missing, and says so.
# Needs to be root or to have sudo only when something is missing. `--list` prints the packages and does nothing; `--tests`
# before it adds those that only tests want.
set -euo pipefail

# Every package with the reason for it; cmake/dependencies.cmake looks for the libraries.
packages() {
  sed 's/ *#.*//' <<'LIST'
g++                        # the compiler: GCC 12, C++20
cmake                      # configures
ninja-build                # builds
ccache                     # makes the second build quick
pkg-config                 # finds xxHash
librocksdb-dev             # the store
libboost1.81-dev           # Boost.Graph
libhowardhinnant-date-dev  # calendar and time zones, which GCC 12 has not
tzdata                     # the zones that --time-zone knows by name
libicu-dev                 # characters, words and sentences
libsimdjson-dev            # JSON in
libarchive-dev             # data sets packed as gzip, zstd or zip
nlohmann-json3-dev         # JSON out
libcli11-dev               # the command line
libedit-dev                # lines of the shell: editing, history, completion
libfmt-dev                 # formatting, which GCC 12 has not
libsqlite3-dev             # export to SQLite, and what the store is measured against
libxxhash-dev              # ids from content
libstemmer-dev             # stems of English words
libgtest-dev               # tests
nodejs                     # builds the timeline page
npm                        # installs what that is made of
LIST
}

# What the tests want besides; without these they skip the part and say so.
test_packages() {
  sed 's/ *#.*//' <<'LIST'
clang                      # fuzz targets
libclang-rt-14-dev         # libFuzzer and the sanitizers
python3-jsonschema         # reads the schema of events as ours is compared with
libxml2-utils              # read what export writes, as the next do: XML
raptor2-utils              # Turtle and TriG
python3-rdflib             # the same
python3-networkx           # GraphML
python3-icalendar          # iCalendar
graphviz                   # DOT
sqlite3                    # SQLite
chromium                   # the timeline page
librsvg2-bin               # chart as PNG
LIST
}

all_packages() {
  packages
  test_packages
}

# npm comes with Node.js of other makers, whose packages Debian's would not go with.
is_installed() {
  [ "$1" != npm ] || ! command -v npm >/dev/null || return 0
  [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]
}

missing_packages() {
  local package
  for package in $("$@"); do
    is_installed "$package" || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "install-dependencies: run this as root, there is no sudo: $*" >&2
    exit 1
  fi
}

# Quiet unless it fails; then all of it is shown.
quietly() {
  local log
  log=$(mktemp)
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    rm -f "$log"
    echo "install-dependencies: failed: $*" >&2
    exit 1
  fi
  rm -f "$log"
}

wanted=packages
if [ "${1:-}" = --tests ]; then
  wanted=all_packages
  shift
fi
if [ "${1:-}" = --list ]; then
  "$wanted"
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "install-dependencies: no apt-get here; install what these Debian 12 packages hold:" $("$wanted") >&2
  exit 1
fi

missing=$(missing_packages "$wanted")
if [ -z "$missing" ]; then
  echo "install-dependencies: nothing is missing"
  exit 0
fi
echo "install-dependencies: installing" $missing
quietly as_root apt-get update
# shellcheck disable=SC2086 # one word a package
quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $missing
echo "install-dependencies: done"
