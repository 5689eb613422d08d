// SPDX-License-Identifier: Apache-2.0
// What the tables of GDELT have in common: moments, places, kinds of sources.
#pragma once

#include <optional>
#include <string_view>

#include "dataset/codes.h"
#include "dataset/row.h"
#include "forewhen/model/claim.h"

namespace forewhen::dataset {

// YYYYMMDDHHMMSS, with the grain of a minute.
std::optional<CalendarTime> read_gdelt_moment(std::string_view text);

// "4", "Bergen, Vestland, Norway", "NO", ...: nothing where none is given. A Fault: no type, or no point on the globe.
struct GdeltPlace {
  std::string_view type, name, country, latitude, longitude;
};
std::optional<Fault> read_gdelt_place(const GdeltPlace& cells, const Codes& codes, std::optional<PlaceMention>& place);
// "web", "citation", ...; of "1" to "6".
std::string_view gdelt_source_kind(std::string_view number);

}  // namespace forewhen::dataset
