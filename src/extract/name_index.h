// SPDX-License-Identifier: Apache-2.0
// Names of a table's rows, found in whatever case and accents they are written. Acronyms keep their capitals, so that
// "us" is no country: a name without small letters is found only so, with or without its full stops.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen {

class NameIndex {
 public:
  struct Entry {
    std::string folded;
    std::uint8_t kind = 0;    // the caller's; among equal names the smallest is found first
    std::uint32_t owner = 0;  // row of the table
    std::string_view written;
    bool acronym = false;
  };
  void add(std::string_view name, std::uint32_t owner, std::uint8_t kind);
  // To be called once, after the last add(). Returns a name that stands for one row twice, or "".
  std::string_view seal();
  // The first entry of that name of a kind from `least` to `most`; a leading "the" is passed over. nullptr: unknown.
  const Entry* find(std::string_view name, std::uint8_t least, std::uint8_t most) const;

 private:
  std::vector<Entry> entries_;
};

}  // namespace forewhen
