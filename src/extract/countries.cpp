// SPDX-License-Identifier: Apache-2.0
#include "extract/countries.h"

#include <algorithm>
#include <charconv>

#include <fmt/core.h>

#include "extract/tsv.h"
#include "forewhen/base/data_path.h"

namespace forewhen {
namespace {

enum Column {
  kAlpha2,
  kAlpha3,
  kName,
  kNames,
  kAdjectives,
  kPeople,
  kCapital,
  kSeats,
  kLatitude,
  kLongitude,
  kFormer,
  kColumns
};

bool is_code(std::string_view code, std::size_t size) {
  return code.size() == size && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool read_degrees(std::string_view text, double most, double& degrees) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees);
  return error == std::errc{} && end == text.data() + text.size() && degrees >= -most && degrees <= most;
}

Result<Country> read_country(const TsvTable::Row& row, std::string_view where) {
  Country country;
  country.alpha2 = row[kAlpha2];
  country.alpha3 = row[kAlpha3];
  country.name = row[kName];
  country.names = row[kNames];
  country.adjectives = row[kAdjectives];
  country.people = row[kPeople];
  country.capital = row[kCapital];
  country.seats = row[kSeats];
  country.former = row[kFormer] == "former";
  if (!is_code(country.alpha2, 2) || !is_code(country.alpha3, 3))
    return table_error(where, row.line, fmt::format("\"{} {}\" are no country codes", row[kAlpha2], row[kAlpha3]));
  if (country.name.empty()) return table_error(where, row.line, "a country has no name");
  if (!read_degrees(row[kLatitude], 90, country.latitude) || !read_degrees(row[kLongitude], 180, country.longitude))
    return table_error(where, row.line, fmt::format("\"{} {}\" is no point", row[kLatitude], row[kLongitude]));
  if (!country.former && !row[kFormer].empty())
    return table_error(where, row.line, fmt::format("\"{}\" is neither \"former\" nor \"-\"", row[kFormer]));
  return country;
}

void add_names(NameIndex& index, const Country& country, std::uint32_t at) {
  const auto add = [&](std::string_view list, CountryWord word) {
    for_each_piece(list, [&](std::string_view name) { index.add(name, at, static_cast<std::uint8_t>(word)); });
  };
  add(country.name, CountryWord::name);
  add(country.names, CountryWord::name);
  add(country.adjectives, CountryWord::adjective);
  add(country.people, CountryWord::people);
  add(country.capital, CountryWord::capital);
  add(country.seats, CountryWord::seat);
}

}  // namespace

Result<Countries> Countries::load(std::string text, std::string_view where) {
  Countries table;
  auto kept = TsvTable::read(std::move(text), where, kColumns, kColumns, [&](const TsvTable::Row& row) -> Status {
    Result<Country> country = read_country(row, where);
    if (!country) return country.error();
    if (!table.countries_.empty() && country->alpha2 <= table.countries_.back().alpha2)
      return table_error(where, row.line, fmt::format("{} is out of order", country->alpha2), "sort by alpha-2");
    add_names(table.names_, *country, static_cast<std::uint32_t>(table.countries_.size()));
    table.countries_.push_back(*country);
    return Done{};
  });
  if (!kept) return kept.error();
  table.text_ = *kept;
  if (const std::string_view twice = table.names_.seal(); !twice.empty())
    return Error{ErrorKind::refused, fmt::format("\"{}\" is given twice for one country", twice), std::string(where),
                 ""};
  return table;
}

Result<Countries> Countries::load_default() {
  Result<std::string> text = read_data("extract/countries.tsv");
  if (!text) return text.error();
  return load(*std::move(text), "extract/countries.tsv");
}

CountryMatch Countries::find(std::string_view name) const {
  const auto* found =
      names_.find(name, static_cast<std::uint8_t>(CountryWord::name), static_cast<std::uint8_t>(CountryWord::people));
  if (found == nullptr) return {};
  return {&countries_[found->owner], static_cast<CountryWord>(found->kind)};
}

CountryMatch Countries::find_metonym(std::string_view name) const {
  const auto* found =
      names_.find(name, static_cast<std::uint8_t>(CountryWord::capital), static_cast<std::uint8_t>(CountryWord::seat));
  if (found == nullptr) return {};
  return {&countries_[found->owner], static_cast<CountryWord>(found->kind)};
}

const Country* Countries::find_code(std::string_view code) const {
  const auto found = std::find_if(countries_.begin(), countries_.end(), [code](const Country& country) {
    return country.alpha2 == code || country.alpha3 == code;
  });
  return found == countries_.end() ? nullptr : &*found;
}

}  // namespace forewhen
