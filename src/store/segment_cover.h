// SPDX-License-Identifier: Apache-2.0
// Covering rows of a segment, many in one value: what lists of events ask for, so that listing reads nothing else. Laid
// out field by field, since one field of many rows packs better than many fields of one row. Actors and places stand by
// their numbers in the segment (segment_directory.h); the event's id stands apart, by row.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/model/event_source.h"

namespace forewhen::store {

inline constexpr std::uint32_t kNoNumber = ~std::uint32_t{0};

struct CoverRow {
  std::uint32_t row = 0;
  std::uint32_t place = kNoNumber;
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

std::string encode(const CoverChunk& chunk);
// false: damaged
bool decode(std::string_view bytes, CoverChunk& chunk);

}  // namespace forewhen::store
