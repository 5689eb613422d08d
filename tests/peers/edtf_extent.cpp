// SPDX-License-Identifier: Apache-2.0
// Reads an EDTF text a line and writes "BEGIN END", whole seconds since 1970 UTC, half open, "-" where it is open; or
// "refused". For edtf.mjs, which compares it with other readers.
#include <cstdio>
#include <iostream>
#include <string>

#include "forewhen/time/edtf.h"

namespace {

std::string shown(forewhen::Instant t) {
  return forewhen::is_open(t) ? "-" : std::to_string(t.time_since_epoch().count());
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto edtf = forewhen::parse_edtf(line);
    if (!edtf) {
      std::puts("refused");
      continue;
    }
    const forewhen::Interval extent = forewhen::extent_of(*edtf);
    std::printf("%s %s\n", shown(extent.begin).c_str(), shown(extent.end).c_str());
  }
}
