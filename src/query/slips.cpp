// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>

#include "forewhen/query/search.h"

namespace forewhen {
namespace {

// Characters, each by its bytes: equal ones have equal numbers.
std::vector<std::uint32_t> characters_of(std::string_view text) {
  std::vector<std::uint32_t> characters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80 && !characters.empty())
      characters.back() = characters.back() << 8 | byte;
    else
      characters.push_back(byte);
  }
  return characters;
}

}  // namespace

bool within_slips(std::string_view a, std::string_view b, std::size_t most) {
  const std::vector<std::uint32_t> x = characters_of(a), y = characters_of(b);
  if (x.size() > y.size() + most || y.size() > x.size() + most) return false;
  std::vector<std::size_t> before, last(y.size() + 1), row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most) return false;
    before = last;
    std::swap(last, row);
  }
  return last[y.size()] <= most;
}

}  // namespace forewhen
