// SPDX-License-Identifier: Apache-2.0
#include "extract/countries.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

namespace forewhen {
namespace {

std::string shipped_file(const std::string& name) {
  std::ifstream in(FOREWHEN_SOURCE_DIR "/src/extract/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class Table>
const Table& shipped(const std::string& file) {
  static const Table table = [&] {
    Result<Table> read = Table::load(shipped_file(file), file);
    if (!read) throw std::runtime_error(to_string(read.error()));
    return *std::move(read);
  }();
  return table;
}

const Countries& countries() { return shipped<Countries>("countries.tsv"); }
const Organisations& organisations() { return shipped<Organisations>("organisations.tsv"); }

std::string look_up(std::string_view name) {
  const CountryMatch match = countries().find(name);
  if (!match) return "nothing";
  constexpr std::string_view kWords[] = {"name", "adjective", "people", "capital", "seat"};
  return std::string(match.country->alpha2) + " " + std::string(kWords[static_cast<int>(match.word)]);
}

TEST(Countries, are_found_by_name_adjective_and_people) {
  EXPECT_EQ(look_up("Iraq"), "IQ name");
  EXPECT_EQ(look_up("Iraqi"), "IQ adjective");
  EXPECT_EQ(look_up("Iraqis"), "IQ people");
  EXPECT_EQ(look_up("the Netherlands"), "NL name");
  EXPECT_EQ(look_up("Dutch"), "NL adjective");
  EXPECT_EQ(look_up("Côte d'Ivoire"), "CI name");
  EXPECT_EQ(look_up("Cote d\u2019Ivoire"), "CI name");
  EXPECT_EQ(look_up("Soviet"), "SU adjective");
  EXPECT_EQ(look_up("Palestinians"), "PS people");
  EXPECT_EQ(look_up("Ruritania"), "nothing");
}

TEST(Countries, acronyms_are_found_in_capitals_only) {
  EXPECT_EQ(look_up("US"), "US name");
  EXPECT_EQ(look_up("U.S."), "US name");
  EXPECT_EQ(look_up("U.S"), "US name");
  EXPECT_EQ(look_up("us"), "nothing");
  EXPECT_EQ(look_up("Us"), "nothing");
  EXPECT_EQ(look_up("UAE"), "AE name");
  EXPECT_EQ(look_up("car"), "nothing");
}

TEST(Countries, a_seat_of_government_speaks_for_the_country_but_is_not_its_name) {
  EXPECT_EQ(look_up("Kremlin"), "nothing");
  EXPECT_EQ(countries().find_metonym("the Kremlin").country->alpha2, "RU");
  EXPECT_EQ(countries().find_metonym("Baghdad").word, CountryWord::capital);
  EXPECT_EQ(countries().find_metonym("White House").word, CountryWord::seat);
  EXPECT_FALSE(countries().find_metonym("Iraqi"));
}

TEST(Countries, every_member_of_the_united_nations_is_there_once) {
  std::set<std::string_view> codes;
  std::size_t now = 0;
  for (const Country& country : countries().all()) {
    EXPECT_TRUE(codes.insert(country.alpha2).second);
    EXPECT_TRUE(codes.insert(country.alpha3).second);
    now += !country.former;
    EXPECT_EQ(countries().find_code(country.alpha3), &country);
    EXPECT_TRUE(countries().find(country.name)) << country.name;
  }
  EXPECT_GE(now, 193U + 5U);
  for (std::string_view code : {"XK", "PS", "TW", "VA", "EH", "SU", "YU"})
    EXPECT_NE(countries().find_code(code), nullptr);
}

TEST(Countries, errors_name_the_line) {
  const auto error_of = [](std::string text) {
    const Result<Countries> read = Countries::load(std::move(text), "my.tsv");
    return read ? std::string("none") : to_string(read.error());
  };
  const std::string good = "RT\tRTA\tRuritania\t-\tRuritan\t-\t-\t-\t1.5\t2\t-\n";
  EXPECT_EQ(error_of(good), "none");
  EXPECT_EQ(error_of("# x\n" + good + good), "my.tsv:3: RT is out of order (sort by alpha-2)");
  EXPECT_EQ(error_of("rt\tRTA\tRuritania\t-\t-\t-\t-\t-\t1\t2\t-\n"), "my.tsv:1: \"rt RTA\" are no country codes");
  EXPECT_EQ(error_of("RT\tRTA\tRuritania\t-\t-\t-\t-\t-\t91\t2\t-\n"), "my.tsv:1: \"91 2\" is no point");
  EXPECT_EQ(error_of("RT\tRTA\tRuritania\tRurit|Rurit\t-\t-\t-\t-\t1\t2\t-\n"),
            "my.tsv: \"Rurit\" is given twice for one country");
}

TEST(Organisations, are_found_by_name_and_acronym) {
  EXPECT_EQ(organisations().find("IAEA")->name, "International Atomic Energy Agency");
  EXPECT_EQ(organisations().find("the United Nations")->sector, "IGO");
  EXPECT_EQ(organisations().find("U.N."), organisations().find("UN"));
  EXPECT_EQ(organisations().find("al-Qaida")->kind, OrganisationKind::armed_group);
  EXPECT_EQ(organisations().find("Reuters")->kind, OrganisationKind::media);
  EXPECT_EQ(organisations().find("un"), nullptr);
  EXPECT_EQ(organisations().find("ice"), nullptr);
  EXPECT_EQ(organisations().find("Board of Made-up Things"), nullptr);
}

TEST(Organisations, every_country_of_one_is_a_country) {
  EXPECT_GT(organisations().all().size(), 600U);
  for (const Organisation& one : organisations().all()) {
    if (!one.country.empty()) EXPECT_NE(countries().find_code(one.country), nullptr) << one.name;
  }
}

TEST(Organisations, errors_name_the_line) {
  const Result<Organisations> read = Organisations::load("\nTarn Valley Bank\t-\tbank\tBUS\t-\n", "my.tsv");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(to_string(read.error()), "my.tsv:2: \"bank\" is no kind of organisation");
}

}  // namespace
}  // namespace forewhen
