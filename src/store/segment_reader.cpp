// SPDX-License-Identifier: Apache-2.0
#include "store/segment_reader.h"

#include "store/word_lists.h"

namespace forewhen::store {

Space space_of(char letter) {
  switch (letter) {
    case 'a':
    case 'p':
      return Space::records;
    case 'r':
      return Space::text;
    case 'f':
    case 'A':
    case 'P':
    case 'e':
      return Space::time;
    default:
      return Space::index;
  }
}

Error damaged_segment(const SegmentInfo& info, char letter) {
  return {ErrorKind::corrupt,
          "segment " + std::to_string(info.number) + ": a value under '" + letter + "' does not decode", "",
          "see forewhen check"};
}

bool NameValue::decode(std::string_view packed, const SegmentInfo&) {
  bytes = packed;
  pieces = ByteReader(packed).be32();
  for (std::size_t i = 0; i < pieces; ++i) {
    if (!unpack(bytes, i)) return false;
  }
  return true;
}

bool WordValue::decode(std::string_view bytes, const SegmentInfo&) {
  parts.clear();
  ByteReader in(bytes);
  std::size_t numbers = 0;  // of a value: a list of equal distances takes a few bytes, however long it says it is
  while (in.ok() && !in.at_end()) {
    Part& part = parts.emplace_back();
    part.word = in.text();
    take_word_numbers(in, [&](std::uint64_t number) { part.numbers.push_back(number); });
    numbers += part.numbers.size();
    if (numbers > kNumbersPerValue) return false;
  }
  return in.ok();
}

}  // namespace forewhen::store
