// SPDX-License-Identifier: Apache-2.0
// What the parts of a segment say, part by part, as sums of hashes that do not depend on how rows, actors and places
// are numbered or cut into values: those of a segment are the sums of those of any segments that its rows are parted
// into.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "store/segment.h"

namespace forewhen::store {

struct SegmentSums {
  struct Part {
    std::uint64_t items = 0, hashes = 0;
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::map<char, Part> parts;                     // by letter: rows, covering rows, lists, keys, mirrors, stems
  std::uint64_t undated = 0, participations = 0;  // of all rows
  std::map<std::uint64_t, Actor> actors;          // folded, as each part of the segment has them
  std::map<std::uint64_t, Place> places;
  std::uint64_t values = 0;  // keys of the segment that were read

  void add(char letter, std::string_view item);
  void add(const SegmentSums& other);
};

// `base` is added to the numbers of rows. With `problem` the form is looked at too: order, what the directory and the
// filter say, and that each value is the one that would be written.
Result<SegmentSums> sums_of(const OrderedKv& kv, const SegmentInfo& info, std::uint32_t base,
                            const std::function<void(std::string)>* problem);

}  // namespace forewhen::store
