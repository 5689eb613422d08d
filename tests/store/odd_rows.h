// SPDX-License-Identifier: Apache-2.0
// Rows with everything that a row may have, for tests of the values that segments are made of.
#pragma once

#include <random>

#include "tests/store/made_rows.h"

namespace forewhen {

class Dice {
 public:
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  std::uint64_t any() { return random_(); }
  Instant time() { return Instant(seconds(static_cast<std::int64_t>(below(4'000'000'000)) - 2'000'000'000)); }

 private:
  std::mt19937_64 random_{20211108};
};

// What may stand in a row and its cells.
inline Record odd_row(Dice& dice) {
  Record record = made_row(dice.below(1000));
  static const char* const kTexts[] = {"", "\t", "a\tb", "a,b,,\"c\"", ",", "no cells", "\t\t\t", "x\ty,z\t"};
  record.document.text = kTexts[dice.below(8)];
  if (dice.below(4) == 0) {
    for (std::uint64_t cells = dice.below(200); cells > 0; --cells) record.document.text += dice.below(3) ? ",7" : ",";
  }
  if (dice.below(3) == 0) record.document.text += std::string(1, '\0') + "\xff\xfe";
  Bounds& bounds = record.claim.time->when.bounds;
  for (Instant Bounds::*bound :
       {&Bounds::earliest_start, &Bounds::latest_start, &Bounds::earliest_end, &Bounds::latest_end})
    bounds.*bound = dice.below(4) ? dice.time() : dice.below(2) ? kOpenPast : kOpenFuture;
  if (dice.below(3) == 0) record.claim.time.reset();
  if (dice.below(3) == 0) record.claim.place = PlaceMention{};
  if (record.claim.place && dice.below(2)) record.claim.place->point = GeoPoint{12.5, -3.25};
  for (std::uint64_t n = dice.below(4) ? 0 : dice.below(20); n > 0; --n)
    record.claim.participants.push_back(record.claim.participants[dice.below(2)]);
  for (std::uint64_t n = dice.below(12); n > 0; --n)
    record.attributes.emplace_back("key" + std::to_string(n), std::to_string(dice.any()));
  record.version = dice.any() >> dice.below(64), record.mirror = dice.below(2) ? dice.any() : 0;
  record.kind = static_cast<RowKind>(dice.below(2) ? 0 : dice.below(4));
  if (record.kind == RowKind::document) {
    for (std::uint64_t n = dice.below(12); n > 0; --n) {
      PlaceMention& place = record.places.emplace_back();
      place.name = "Town " + std::to_string(dice.below(9)), place.country = dice.below(2) ? "NO" : "";
      if (dice.below(2)) place.point = GeoPoint{60.5, 5.25};
    }
    record.attributes.emplace_back("themes", "STRIKE TAX_FNCACT_MINISTER");
    if (dice.below(2)) record.document.published = CalendarTime{dice.time(), Grain::day};
  }
  return record;
}

}  // namespace forewhen
