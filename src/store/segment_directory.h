// SPDX-License-Identifier: Apache-2.0
// What is where in a segment, kept in memory while it is asked: numbers of actors and places, where their lists begin,
// and in which value an id would stand. So a list is opened without a search on disk, and one that holds nothing early
// enough is not read at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen::store {

// The lists of all actors (or places) of a segment, one after the other in the order of their numbers and cut into
// values of kRowsPerCover rows wherever that falls. A place has a list for each class of duration, so that who asks
// what was going on there at some time need go back far among the few long events only.
struct OwnerLists {
  std::uint32_t lists_each = 1;           // of an owner: list k of number n is list n * lists_each + k
  std::vector<std::uint64_t> ids;         // of number 0, 1, ...; ascending
  std::vector<std::uint32_t> begins;      // where each list begins, and one more: the end of all
  std::vector<std::uint32_t> last_rows;   // of each list; 0 where it is empty
  std::vector<std::uint32_t> first_rows;  // of each value

  std::optional<std::uint32_t> number_of(std::uint64_t id) const;
  std::size_t bytes() const {
    return ids.size() * sizeof ids[0] + (begins.size() + last_rows.size() + first_rows.size()) * sizeof begins[0];
  }

  friend bool operator==(const OwnerLists&, const OwnerLists&) = default;
};

struct SegmentDirectory {
  OwnerLists actors, places;
  std::vector<std::uint64_t> last_ids;  // of each value of the index by id

  std::size_t bytes() const { return actors.bytes() + places.bytes() + last_ids.size() * sizeof last_ids[0]; }

  friend bool operator==(const SegmentDirectory&, const SegmentDirectory&) = default;
};

std::string encode(const SegmentDirectory& directory);
// false: damaged
bool decode(std::string_view bytes, SegmentDirectory& directory);

}  // namespace forewhen::store
