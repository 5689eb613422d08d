// SPDX-License-Identifier: Apache-2.0
// Covering rows of a segment, many in one value: what lists of events ask for, so that listing reads nothing else. Laid
// out field by field, since one field of many rows packs better than many fields of one row. Actors and places stand by
// their numbers in the segment (segment_directory.h); the event's id stands apart, by row.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forewhen/model/event_source.h"
#include "store/packed_column.h"

namespace forewhen::store {

inline constexpr std::uint32_t kNoNumber = ~std::uint32_t{0};
inline constexpr std::size_t kRowsPerCover = 64;  // some 0.7 KiB

struct CoverRow {
  std::uint32_t row = 0;
  std::uint32_t place = kNoNumber;
  std::uint32_t owner = kNoNumber;  // the actor in whose list this stands, one of its actors
  Bounds bounds;
  std::uint32_t actors_begin = 0;  // in CoverChunk::actors; up to the next row's
  PloverType type = PloverType::none;
  Modality modality = Modality::actual;
  Polarity polarity = Polarity::positive;

  friend bool operator==(const CoverRow&, const CoverRow&) = default;
};

struct CoverChunk {
  std::vector<CoverRow> rows;
  std::vector<std::uint32_t> actors;  // numbers, ascending within a row

  std::span<const std::uint32_t> actors_of(std::size_t i) const {
    const std::size_t begin = rows[i].actors_begin;
    const std::size_t end = i + 1 < rows.size() ? rows[i + 1].actors_begin : actors.size();
    return std::span(actors).subspan(begin, end - begin);
  }
  void append(const CoverRow& row, std::span<const std::uint32_t> numbers);
  void clear() { rows.clear(), actors.clear(); }

  friend bool operator==(const CoverChunk&, const CoverChunk&) = default;
};

// `starts`: of the first of every kRowsPerCover rows of the segment (SegmentInfo); the start of a row is kept as its
// distance from there. decode() returns false when the bytes are damaged.
std::string encode(const CoverChunk& chunk, std::span<const Instant> starts);
bool decode(std::string_view bytes, std::span<const Instant> starts, CoverChunk& chunk);

// A value read where it lies: what is not asked for is not decoded, and it takes a third of the memory of a chunk.
class CoverView {
 public:
  // false: damaged
  bool read(std::string bytes);
  std::size_t size() const { return size_; }

  // REQUIRES: i < size(), and the starts that it was encoded with.
  std::uint32_t row_number(std::size_t i) const { return rows_[i]; }
  Instant start(std::span<const Instant> starts, std::size_t i) const;
  // false: damaged. actors_begin is not set.
  bool row(std::span<const Instant> starts, std::size_t i, CoverRow& row) const;
  // The greatest distance from an earliest to a latest start; nothing when one of them is open.
  std::optional<seconds> vagueness(std::span<const Instant> starts) const;
  std::size_t actor_count(std::size_t i) const {
    return others_before(i + 1) - others_before(i) + (owner(i) != kNoNumber);
  }
  // visit(number) for each, ascending.
  template <class Visit>
  void each_actor(std::size_t i, Visit visit) const {
    std::uint32_t own = owner(i);
    for (std::uint32_t k = others_before(i), end = others_before(i + 1); k < end; ++k) {
      const auto other = static_cast<std::uint32_t>(others_.at(bytes_, k));
      if (own < other) visit(std::exchange(own, kNoNumber));
      visit(other);
    }
    if (own != kNoNumber) visit(own);
  }

 private:
  std::uint32_t owner(std::size_t i) const { return owners_ ? owners_[i] : kNoNumber; }

  // How many other actors the rows before row i have together.
  std::uint32_t others_before(std::size_t i) const {
    return others_begin_ ? others_begin_[i] : static_cast<std::uint32_t>(i) * others_each_;
  }

  std::string bytes_;
  std::size_t size_ = 0;
  std::unique_ptr<std::uint32_t[]> rows_, owners_;  // owners: null when there are none
  std::unique_ptr<std::uint32_t[]> others_begin_;   // one more than rows; null when all have as many
  std::uint32_t others_each_ = 0;                   // then
  PackedColumn starts_, flags_, types_, standings_, bounds_[3], places_, others_;
};

}  // namespace forewhen::store
