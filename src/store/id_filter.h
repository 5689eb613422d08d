// SPDX-License-Identifier: Apache-2.0
// Whether an id may be among many: a Bloom filter in blocks of one cache line (Putze, Sanders and Singler 2007), ten
// bits an id. Says yes to about one in a hundred that are not there, and never no to one that is. Ids are hashes, so
// their own bits choose the places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen::store {

class IdFilter {
 public:
  IdFilter() = default;  // nothing is there
  explicit IdFilter(std::size_t ids);
  void add(std::uint64_t id);  // REQUIRES: as many as were announced, at most

  bool may_have(std::uint64_t id) const;

  std::string encode() const;
  bool decode(std::string_view bytes);
  std::size_t size() const { return words_.size() * sizeof(std::uint64_t); }

 private:
  template <class Visit>
  void each_bit(std::uint64_t id, Visit visit) const;
  std::vector<std::uint64_t> words_;  // eight a block
};

}  // namespace forewhen::store
