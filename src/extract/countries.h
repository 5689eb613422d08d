// SPDX-License-Identifier: Apache-2.0
// Countries with their names, demonyms and capitals, and the well-known organisations of world news: international
// bodies, armed groups, media, companies, institutions. Data: data/countries.tsv, data/organisations.tsv.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/name_index.h"
#include "forewhen/base/result.h"

namespace forewhen {

struct Country {
  std::string_view alpha2;             // "IQ"; a former country has its ISO 3166-3 code ("SU")
  std::string_view alpha3;             // "IRQ"
  std::string_view name;               // "Iraq"
  std::string_view names;              // other names, parted by "|"
  std::string_view adjectives;         // "Iraqi"
  std::string_view people;             // "Iraqi|Iraqis"
  std::string_view capital;            // "Baghdad"; also said for the government
  std::string_view seats;              // other words for the government: "Kremlin", "White House"
  double latitude = 0, longitude = 0;  // centroid
  bool former = false;
};

// How a word speaks of a country.
enum class CountryWord : std::uint8_t { name, adjective, people, capital, seat };

struct CountryMatch {
  const Country* country = nullptr;  // nullptr: no match
  CountryWord word = CountryWord::name;
  explicit operator bool() const { return country != nullptr; }
};

class Countries {
 public:
  static Result<Countries> load(std::string text, std::string_view where);
  static Result<Countries> load_default();

  // Names, adjectives, people: "the United States", "U.S.", "Iraqi", "Spaniards" (case and accents do not count, but
  // "us" and other short acronyms must be in capitals; a leading "the" is passed over). Name before adjective.
  CountryMatch find(std::string_view name) const;
  // Capitals and seats of government as words for it: "Baghdad", "the Kremlin".
  CountryMatch find_metonym(std::string_view name) const;
  const Country* find_code(std::string_view alpha2_or_alpha3) const;
  std::span<const Country> all() const { return countries_; }  // as in the file, by alpha-2

 private:
  std::shared_ptr<const std::string> text_;
  std::vector<Country> countries_;
  NameIndex names_;
};

enum class OrganisationKind : std::uint8_t { international, government, armed_group, party, media, company, civil };

struct Organisation {
  std::string_view name;   // "International Atomic Energy Agency"
  std::string_view names;  // other names and acronyms, parted by "|": "IAEA|UN nuclear watchdog"
  OrganisationKind kind = OrganisationKind::civil;
  std::string_view sector;   // CAMEO/PLOVER: "IGO", "REB", "MED", ...
  std::string_view country;  // alpha-2; "" when of none
};

class Organisations {
 public:
  static Result<Organisations> load(std::string text, std::string_view where);
  static Result<Organisations> load_default();
  // By name or acronym; acronyms of capitals alone must be written so. nullptr when unknown.
  const Organisation* find(std::string_view name) const;
  std::span<const Organisation> all() const { return organisations_; }

 private:
  std::shared_ptr<const std::string> text_;
  std::vector<Organisation> organisations_;
  NameIndex names_;
};

}  // namespace forewhen
