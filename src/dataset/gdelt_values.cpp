// SPDX-License-Identifier: Apache-2.0
#include "dataset/gdelt_values.h"

#include <fmt/format.h>

#include "dataset/values.h"

namespace forewhen::dataset {

std::optional<CalendarTime> read_gdelt_moment(std::string_view text) {
  if (text.size() != 14 || !is_digits(text)) return std::nullopt;
  const auto day = parse_day(text.substr(0, 8));
  const auto hour = parse_integer(text.substr(8, 2)), minute = parse_integer(text.substr(10, 2)),
             second = parse_integer(text.substr(12, 2));
  if (!day || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return CalendarTime{days(*day, *day + 1).begin + seconds(*hour * 3600 + *minute * 60), Grain::minute};
}

std::optional<Fault> read_gdelt_place(const GdeltPlace& cells, const Codes& codes, std::optional<PlaceMention>& place) {
  place.reset();
  if (cells.type.empty() || cells.type == "0") return std::nullopt;
  if (cells.type.size() != 1 || cells.type[0] < '1' || cells.type[0] > '5')
    return Fault{"number", fmt::format("type of place '{}' is none", cells.type.substr(0, 20))};
  PlaceMention mention;
  if (auto wrong = read_point(cells.latitude, cells.longitude, mention.point)) return wrong;
  const auto parts = split(cells.name, ',');
  mention.name = trimmed(parts[0]);
  if (mention.name.empty()) return std::nullopt;
  if (parts.size() > 1) mention.within = trimmed(parts[1]);
  mention.country = codes.country_of_fips(cells.country);
  const char type = cells.type[0];
  mention.precision = type == '1' ? "country" : type == '2' || type == '5' ? "region" : "city";
  place = std::move(mention);
  return std::nullopt;
}

std::string_view gdelt_source_kind(std::string_view number) {
  static constexpr std::string_view kKinds[] = {"web", "citation", "core", "dtic", "jstor", "non-textual"};
  const bool known = number.size() == 1 && number[0] >= '1' && number[0] <= '6';
  return known ? kKinds[number[0] - '1'] : std::string_view();
}

}  // namespace forewhen::dataset
