// SPDX-License-Identifier: Apache-2.0
#include "forewhen/query/search.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/query/world.h"

namespace forewhen {
namespace {

using testing::World;

// By the definition, without any table: each slip on the first characters that differ.
std::size_t slips(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  std::size_t least = slips(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
  least = std::min({least, slips(a.substr(1), b) + 1, slips(a, b.substr(1)) + 1});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    least = std::min(least, slips(a.substr(2), b.substr(2)) + 1);
  return least;
}

TEST(Search, slips_are_those_of_the_definition) {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string text;
    for (std::size_t n = random() % 6; n > 0; --n) text += static_cast<char>('a' + random() % 3);
    return text;
  };
  for (int i = 0; i < 3000; ++i) {
    const std::string a = word(), b = word();
    const std::size_t expected = slips(a, b);
    for (std::size_t most = 0; most < 4; ++most) EXPECT_EQ(within_slips(a, b, most), expected <= most) << a << ' ' << b;
  }
  EXPECT_TRUE(within_slips("møre", "mare", 1));  // one character, two bytes
}

World harbour() {
  World w;
  w.add({.name = "grenade attack", .when = "2031-03-05", .actors = {"Lena Moravec"}});
  w.add({.name = "strike", .when = "2031-03-06", .actors = {"Dockers"}, .sentence = "A strike after the attack."});
  w.add({.name = "bombing", .when = "2031-03-07", .document = "d2", .sentence = "A bombing in Karsholm."});
  return w;
}

std::vector<std::string> found(const SearchAnswer& answer) {
  std::vector<std::string> names;
  for (const SearchHit& hit : answer.hits) names.push_back(hit.event.phrase);
  return names;
}

using Names = std::vector<std::string>;

TEST(Search, ranks_by_where_words_stand_and_how_rare_they_are) {
  const World w = harbour();
  EXPECT_EQ(found(*search_events(w, "attacks")), (Names{"grenade attack", "strike"}));
  EXPECT_EQ(found(*search_events(w, "attack strike")), (Names{"strike", "grenade attack"}));  // every word first
  const auto attack = search_events(w, "attack", {{}, 1});
  EXPECT_EQ(attack->hits.size(), 1u);
  EXPECT_EQ(attack->more, 1u);
  EXPECT_EQ(attack->hits[0].words[0].where, "what it is called");
}

TEST(Search, half_words_and_typos) {
  const World w = harbour();
  const auto half = search_events(w, "gren");
  EXPECT_EQ(found(*half), Names{"grenade attack"});
  EXPECT_EQ(half->hits[0].words[0].match, WordMatch::prefix);
  const auto typo = search_events(w, "Moravce");
  EXPECT_EQ(found(*typo), Names{"grenade attack"});
  EXPECT_EQ(typo->hits[0].words[0].match, WordMatch::typo);
  EXPECT_EQ(found(*search_events(w, "bomb*")), Names{"bombing"});
  EXPECT_TRUE(search_events(w, "zzzz")->hits.empty());
  EXPECT_FALSE(search_events(w, "the of").ok());
  EXPECT_FALSE(search_events(w, "").ok());
}

TEST(Search, a_source_that_cannot_be_read_is_an_error) {
  World w = harbour();
  w.fail = true;
  EXPECT_FALSE(search_events(w, "attack").ok());
}

}  // namespace
}  // namespace forewhen
