// SPDX-License-Identifier: Apache-2.0
#include "extract/gazetteer.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

namespace forewhen {
namespace {

std::string shipped_file(const std::string& name) {
  std::ifstream in(FOREWHEN_SOURCE_DIR "/src/extract/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Gazetteer& shipped() {
  static const Gazetteer gazetteer = [] {
    Result<Gazetteer> read =
        Gazetteer::load({shipped_file("places.tsv"), shipped_file("regions.tsv"), shipped_file("place_names.tsv")});
    if (!read) throw std::runtime_error(to_string(read.error()));
    return *std::move(read);
  }();
  return gazetteer;
}

// "Name, Region, CC" of the first place of that name.
std::string first(std::string_view name) {
  const std::vector<GazetteerPlace> found = shipped().find(name);
  if (found.empty()) return "nothing";
  return std::string(found[0].name) + ", " + std::string(found[0].region) + ", " + std::string(found[0].country);
}

// The country of the place that is meant in a story of these countries; "*" when the story decided.
std::string meant(std::string_view name, std::vector<std::string_view> story) {
  const auto choice = shipped().resolve(name, story);
  if (!choice) return "nothing";
  return std::string(choice->best.country) + (choice->by_story ? "*" : "");
}

TEST(FoldName, takes_away_accents_case_and_apostrophes) {
  const std::array<std::pair<std::string_view, std::string_view>, 14> cases = {{
      {"Sana'a", "sanaa"},
      {"Sana\u2019a", "sanaa"},
      {"São Paulo", "sao paulo"},
      {"Al-Hudaydah", "al hudaydah"},
      {"KRAKÓW", "krakow"},
      {"Łódź", "lodz"},
      {"Ḩalab", "halab"},
      {"Đà Nẵng", "da nang"},
      {"Straße", "strasse"},
      {"Ærø", "aero"},
      {"Washington, D.C.", "washington dc"},
      {"St. Louis", "saint louis"},
      {"  Port   Sudan ", "port sudan"},
      {"", ""},
  }};
  for (const auto& [name, folded] : cases) EXPECT_EQ(fold_name(name), folded);
}

TEST(FoldName, is_the_same_the_second_time_for_every_name_that_is_shipped) {
  std::istringstream lines(shipped_file("place_names.tsv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const std::string key = line.substr(0, line.find('\t'));
    ASSERT_EQ(fold_name(key), key);
  }
}

TEST(Gazetteer, every_place_is_found_by_its_own_name) {
  std::istringstream lines(shipped_file("places.tsv"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    const std::string name = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const auto id = static_cast<std::uint32_t>(std::stoul(line));
    bool found = false;
    for (const GazetteerPlace& place : shipped().find(name)) found = found || place.geonames == id;
    ASSERT_TRUE(found) << line;
    ++count;
  }
  EXPECT_EQ(count, shipped().size());
  EXPECT_GT(count, 40'000U);
}

TEST(Gazetteer, every_id_of_a_name_leads_to_a_place_on_earth) {
  std::istringstream lines(shipped_file("place_names.tsv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const auto ids = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
    const std::string key = line.substr(0, line.find('\t'));
    const auto in_key = static_cast<std::size_t>(std::count(key.begin(), key.end(), ' '));
    const std::vector<GazetteerPlace> found = shipped().find(key);
    ASSERT_EQ(found.size(), ids - in_key) << line;
    for (const GazetteerPlace& place : found) {
      ASSERT_TRUE(std::abs(place.latitude) <= 90 && std::abs(place.longitude) <= 180) << line;
      ASSERT_EQ(place.country.size(), 2U) << line;
    }
  }
}

TEST(Gazetteer, the_biggest_of_a_name_comes_first) {
  EXPECT_EQ(first("Baghdad"), "Baghdad, Baghdad, IQ");
  EXPECT_EQ(first("paris").substr(0, 6), "Paris,");
  EXPECT_EQ(shipped().find("Paris")[0].kind, PlaceKind::capital);
  EXPECT_EQ(shipped().find("Washington")[0].kind, PlaceKind::capital);
  EXPECT_EQ(shipped().find("Mosul")[0].region, "Nineveh");
  EXPECT_NEAR(shipped().find("Mosul")[0].latitude, 36.3, 0.1);
  EXPECT_TRUE(shipped().find("Nowhereville").empty());
}

TEST(Gazetteer, knows_the_spellings_that_news_use) {
  const std::array<std::pair<std::string_view, std::string_view>, 13> cases = {{
      {"Kiev", "UA"},
      {"Kyiv", "UA"},
      {"Teheran", "IR"},
      {"Gaza City", "PS"},
      {"Sana'a", "YE"},
      {"Hodeida", "YE"},
      {"Deir al-Zor", "SY"},
      {"Kobani", "SY"},
      {"Fallujah", "IQ"},
      {"Bombay", "IN"},
      {"Rangoon", "MM"},
      {"Cologne", "DE"},
      {"Washington", "US"},
  }};
  for (const auto& [name, country] : cases) EXPECT_EQ(meant(name, {}), country) << name;
}

TEST(Gazetteer, regions_are_found_as_well) {
  const std::vector<GazetteerPlace> found = shipped().find("Nineveh");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].kind, PlaceKind::region);
  EXPECT_EQ(found[0].country, "IQ");
  EXPECT_EQ(first("Donbas"), "Donbas, Donbas, UA");
  EXPECT_EQ(first("New York").substr(0, 13), "New York City") << "the city before the state";
}

TEST(Gazetteer, the_countries_of_the_story_decide_between_namesakes) {
  EXPECT_EQ(meant("Tripoli", {}), "LY");
  EXPECT_EQ(meant("Tripoli", {"LB"}), "LB*");
  EXPECT_EQ(meant("Cordoba", {"ES", "AR"}).substr(0, 2), "ES");
  EXPECT_EQ(meant("Hyderabad", {"PK"}), "PK*");
  EXPECT_EQ(meant("Hyderabad", {"IN"}), "IN");
  EXPECT_EQ(meant("Hyderabad", {"FR"}), "IN");
}

TEST(Gazetteer, a_great_city_is_not_given_up_for_a_village_at_home) {
  EXPECT_EQ(meant("Paris", {"US", "FR"}), "FR");
  EXPECT_EQ(meant("Moscow", {"US"}), "RU");
}

TEST(Gazetteer, the_alternatives_are_kept) {
  const std::array<std::string_view, 1> story = {"PK"};
  const auto choice = shipped().resolve("Hyderabad", story);
  ASSERT_TRUE(choice);
  EXPECT_EQ(choice->others.size() + 1, shipped().find("Hyderabad").size());
  EXPECT_EQ(choice->others[0].country, "IN");
}

TEST(Gazetteer, a_name_is_found_however_it_is_written) {
  const auto first = [](std::string_view name, std::string_view country) {
    const auto found = shipped().find_in(name, country);
    return found.empty() ? std::string("none") : std::string(found.front().region);
  };
  const std::string hodeidah = first("Al Hudaydah", "YE");
  EXPECT_NE(hodeidah, "none");
  for (std::string_view name : {"Hodeida", "Hudaydah", "Al-Hudaydah", "al-Hodeidah"})
    EXPECT_EQ(first(name, "YE"), hodeidah) << name;
  EXPECT_EQ(first("Hadhramaut", "YE"), first("Hadramout", "YE"));
  EXPECT_EQ(first("Hiran", "SO"), "Hiiraan");
  // Of another country, or of nowhere.
  EXPECT_EQ(first("Mosul", "YE"), "none");
  EXPECT_EQ(first("Qumrath", "YE"), "none");
}

TEST(Gazetteer, names_that_sound_alike) {
  EXPECT_EQ(sound_of_name("al hudaydah"), sound_of_name("hodeidah"));
  EXPECT_EQ(sound_of_name("hadhramaut"), sound_of_name("hadramawt"));
  EXPECT_EQ(sound_of_name("khamis mushayt"), sound_of_name("khamis mushait"));
  EXPECT_NE(sound_of_name("marib"), sound_of_name("mukalla"));
  EXPECT_NE(sound_of_name("basra"), sound_of_name("bosra al sham"));
}

TEST(Gazetteer, the_sound_alone_decides_nothing_when_two_towns_share_it) {
  const Result<Gazetteer> read = Gazetteer::load(
      {"1\tHalidar\tcity\tOM\t01\t20.0\t57.0\t9\n"
       "2\tHaleedar\tcity\tOM\t02\t22.0\t57.0\t9\n"
       "3\tVelmurad\tcity\tOM\t01\t20.0\t57.0\t9\n",
       "OM.01\tHillside\t20.0\t57.0\t9\nOM.02\tShore\t22.0\t57.0\t9\n", "haleedar\t2\nhalidar\t1\nvelmurad\t3\n"});
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->find_in("Halidar", "OM").size(), 1U);  // as written
  EXPECT_TRUE(read->find_in("Halydar", "OM").empty());   // either
  EXPECT_EQ(read->find_in("Wel-Murad", "OM").size(), 0U);
  EXPECT_EQ(read->find_in("Vel-Murad", "OM").size(), 1U);
  EXPECT_TRUE(read->find_in("Velmurad", "YE").empty());
}

TEST(Gazetteer, the_search_agrees_with_reading_every_line) {
  std::string text;
  std::vector<std::string> keys;
  for (int i = 0; i < 200; i += 2)
    keys.push_back("town " + std::string(static_cast<std::size_t>(i % 7) + 1, 'a') + std::to_string(i));
  std::sort(keys.begin(), keys.end());
  for (const std::string& key : keys) text += key + "\tOM.01\n";
  const Result<Gazetteer> read = Gazetteer::load({"# none\n", "OM.01\tHillside\t20.0\t57.0\t9\n", "# head\n" + text});
  ASSERT_TRUE(read.ok());
  const std::set<std::string> known(keys.begin(), keys.end());
  for (int i = 0; i < 202; ++i) {
    for (std::size_t letters = 1; letters < 9; ++letters) {
      const std::string name = "town " + std::string(letters, 'a') + std::to_string(i);
      EXPECT_EQ(read->contains(name), known.contains(name)) << name;
    }
  }
}

TEST(Gazetteer, errors_name_the_line) {
  const auto error_of = [](Gazetteer::Texts texts) {
    const Result<Gazetteer> read = Gazetteer::load(std::move(texts));
    return read ? std::string("none") : to_string(read.error());
  };
  EXPECT_EQ(error_of({"# head\n7\tSandport\n", "", ""}), "places.tsv:2: a row has 8 columns");
  EXPECT_EQ(error_of({"", "OM.02\tA\t1\t1\t1\nOM.01\tB\t1\t1\t1\n", ""}),
            "regions.tsv:2: \"OM.01\" is out of order (sort bytewise)");
}

}  // namespace
}  // namespace forewhen
