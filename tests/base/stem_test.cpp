// SPDX-License-Identifier: Apache-2.0
#include "forewhen/base/stem.h"

#include <gtest/gtest.h>

#include <thread>

namespace forewhen {
namespace {

using Stems = std::vector<std::string>;

TEST(Stem, forms_of_one_word_meet) {
  for (const char* word : {"attack", "attacks", "attacked", "Attacking", "ATTACKS"}) EXPECT_EQ(stem(word), "attack");
  EXPECT_EQ(stem("protesters"), stem("protester"));
  EXPECT_NE(stem("general"), stem("generate"));
}

TEST(Stem, accents_do_not_matter) {
  EXPECT_EQ(stem("Erdoğan"), stem("Erdogan"));
  EXPECT_EQ(stem("ŁÓDŹ"), "lodz");
  EXPECT_EQ(stem("Straße"), stem("strasse"));
}

TEST(Stem, other_scripts_are_kept_as_they_are) {
  EXPECT_EQ(stem("Київ"), "Київ");
  EXPECT_EQ(content_stems("в Київ, 東京"), (Stems{"в", "Київ", "東京"}));
}

TEST(Stem, words_without_content_are_left_out) {
  EXPECT_EQ(content_stems("What happened before the drone attack on his residence?"),
            (Stems{"drone", "attack", "resid"}));
  EXPECT_EQ(content_stems(""), Stems{});
  EXPECT_EQ(content_stems("the of and — … !"), Stems{});
}

TEST(Stem, a_possessive_goes_and_hyphens_part) {
  EXPECT_EQ(content_stems("Veldania’s vice-premier"), (Stems{"veldania", "vice", "premier"}));
  EXPECT_EQ(content_stems("Veldania's"), content_stems("Veldania"));
  EXPECT_EQ(content_stems("'quoted'"), (Stems{"quot"}));
  EXPECT_EQ(content_stems("O'Hara"), (Stems{"o'hara"}));
}

TEST(Stem, numbers_are_words_and_repeats_are_kept) {
  EXPECT_EQ(content_stems("Flight 417 and flight 9"), (Stems{"flight", "417", "flight", "9"}));
}

TEST(Stem, threads_do_not_disturb_each_other) {
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([t, &wrong] {
      for (int i = 0; i < 2000; ++i)
        wrong[t] += stem(t % 2 ? "attacking" : "residences") != (t % 2 ? "attack" : "resid");
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

}  // namespace
}  // namespace forewhen
