// SPDX-License-Identifier: Apache-2.0
#include "store/names.h"

#include <gtest/gtest.h>

namespace forewhen::store {
namespace {

TEST(Names, AreFoundByWholeWords) {
  struct Case {
    const char* name;
    const char* wanted;
    NameMatch match;
  };
  const Case cases[] = {
      {"Orlan Vesh", "orlan vesh", NameMatch::exact},
      {"Orlan Vesh", "VESH", NameMatch::words},
      {"Orlan Vesh", "ves", NameMatch::none},
      {"Orlan Vesh", "vesh orlan", NameMatch::none},
      {"Hamid al-Dorri", "dorri", NameMatch::words},
      {"Hamid al-Dorri", "al-dorri", NameMatch::words},
      {"Norland\u2019s president", "norland", NameMatch::words},
      {"Norland\u2019s president", "Norland's", NameMatch::words},
      {"the Marsh Guard", "Marsh Guard", NameMatch::exact},
      {"Marsh Guard", "the Marsh Guard", NameMatch::exact},
      {"The A Team", "the a team", NameMatch::exact},
      {"The A Team", "a team", NameMatch::exact},
      {"4th Brigade", "4th", NameMatch::words},
      {"14th Brigade", "4th", NameMatch::none},
      {"Pe\u00f1a", "pe", NameMatch::none},  // what is not ASCII belongs to the word
      {"Orlan Vesh", "", NameMatch::none},
      {"Orlan-Vesh", "-", NameMatch::none},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(match_names({one.name}, one.wanted), one.match) << one.name << " / " << one.wanted;
  }
}

TEST(Names, AnyOfTheNamesMayMatchAndTheBestCounts) {
  EXPECT_EQ(match_names({"Tilda Brok", "Brok", "Minister Brok"}, "brok"), NameMatch::exact);
}

}  // namespace
}  // namespace forewhen::store
