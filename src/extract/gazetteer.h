// SPDX-License-Identifier: Apache-2.0
// Populated places and first-order regions of the world, by name. Countries are in countries.h.
// Data, written by tools/gazetteer from GeoNames (CC BY 4.0): data/places.tsv (a place a line, by GeoNames id),
// data/regions.tsv (by country and code), data/place_names.tsv (folded name -> ids, most people first). Each file is
// sorted by its first column and searched as it lies in memory: loading allocates nothing per row.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen {

// Lower-case ASCII for comparison: accents, apostrophes and full stops go, hyphens and commas become spaces, St. is
// Saint ("Sana'a" -> "sanaa", "São Paulo" -> "sao paulo", "Al-Hudaydah" -> "al hudaydah"). Letters of other scripts
// stay as they are.
std::string fold_name(std::string_view name);

// What stays of a folded name when long and short vowels, doubled letters, silent h and the article are no matter:
// "al hudaydah" and "hodeidah" -> "hudida".
std::string sound_of_name(std::string_view folded);

enum class PlaceKind : std::uint8_t { city, seat, capital, region };  // seat: of a first-order region

struct GazetteerPlace {
  std::uint32_t geonames = 0;  // 0 for a region that has no id here
  std::string_view name;       // usual English spelling, UTF-8
  PlaceKind kind = PlaceKind::city;
  std::string_view country;            // ISO 3166-1 alpha-2
  std::string_view region;             // name of the first-order region; "" when unknown
  double latitude = 0, longitude = 0;  // of a region: of its people's middle
  std::uint32_t population = 0;        // of a region: of its places that are listed
};

struct PlaceChoice {
  GazetteerPlace best;
  std::vector<GazetteerPlace> others;  // the candidates that were passed over, best first
  bool by_story = false;               // true when the story's countries decided and not population
};

class Gazetteer {
 public:
  struct Texts {
    std::string places, regions, names;
  };
  // Refused when a row has too few columns or is out of order; errors name "places.tsv:LINE".
  static Result<Gazetteer> load(Texts texts);
  static Result<Gazetteer> load_default();

  // Every place of that name, in any case or accents, most people first (capital before equals). Empty when unknown.
  std::vector<GazetteerPlace> find(std::string_view name) const;
  bool contains(std::string_view name) const;

  // The place meant in a story that speaks of these countries (alpha-2, most spoken of first; may be empty).
  // A namesake in a story country wins over a bigger one elsewhere, unless that one is beyond compare: a capital with
  // twenty times as many people (and half a million), another with a hundred times as many (and a million). "Paris" in
  // a story from Texas and France is Paris; "Tripoli" in one from Lebanon is not Libya's.
  std::optional<PlaceChoice> resolve(std::string_view name, std::span<const std::string_view> story_countries) const;

  // The places of that name in one country (alpha-2), however its letters were brought into ours: the name itself, else
  // with or without an Arabic article, else the one name that sounds alike ("Hadhramaut" for Hadramawt). Best first.
  std::vector<GazetteerPlace> find_in(std::string_view name, std::string_view country) const;

  std::size_t size() const;  // places

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace forewhen
