// SPDX-License-Identifier: Apache-2.0
// Whether an id may be among many: a Bloom filter in blocks of one cache line (Putze, Sanders and Singler 2007), sixteen
// bits an id. Says yes to about one in a thousand that are not there (ten bits: one in a hundred; an import asks for each
// row in each segment, so these were a quarter of its work at ten million rows), and never no to one that is. Ids are
// hashes, so their own bits choose the places.
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
  // An empty one as large as these bytes: filters of other programs may have other numbers of bits an id.
  static IdFilter as_large_as(std::string_view bytes);
  void add(std::uint64_t id);  // REQUIRES: as many as were announced, at most

  bool may_have(std::uint64_t id) const;

  std::string encode() const;
  bool decode(std::string_view bytes);
  std::size_t size() const { return words_.size() * sizeof(std::uint64_t); }

 private:
  template <class Visit>  // of a filter that is not empty
  void each_bit(std::uint64_t id, Visit visit) const;
  std::vector<std::uint64_t> words_;  // eight a block
};

}  // namespace forewhen::store
