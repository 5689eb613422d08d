// SPDX-License-Identifier: Apache-2.0
#include "extract/titles.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace forewhen {
namespace {

std::string shipped_file(const std::string& name) {
  std::ifstream in(FOREWHEN_SOURCE_DIR "/src/extract/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const Titles& shipped() {
  static const Titles titles = [] {
    Result<Titles> read = Titles::load(shipped_file("titles.tsv"), "titles.tsv");
    if (!read) throw std::runtime_error(to_string(read.error()));
    return *std::move(read);
  }();
  return titles;
}

// "full (tokens)" of the title at the front.
std::string match(std::vector<std::string_view> tokens) {
  const Titles::Match found = shipped().match(tokens);
  if (!found) return "nothing";
  return std::string(found.title->full) + " (" + std::to_string(found.tokens) + ")";
}

TEST(Titles, the_longest_one_wins) {
  EXPECT_EQ(match({"brigadier", "general", "odo", "marsh"}), "brigadier general (2)");
  EXPECT_EQ(match({"deputy", "prime", "minister", "ada", "quill"}), "deputy prime minister (3)");
  EXPECT_EQ(match({"prime", "minister"}), "prime minister (2)");
  EXPECT_EQ(match({"prime", "quill"}), "nothing");
  EXPECT_EQ(match({"minister", "quill"}), "minister (1)");
  EXPECT_EQ(match({}), "nothing");
}

TEST(Titles, abbreviations_stand_for_the_full_words_with_or_without_stops) {
  EXPECT_EQ(match({"brig.", "gen.", "marsh"}), "brigadier general (2)");
  EXPECT_EQ(match({"lt", "col.", "marsh"}), "lieutenant colonel (2)");
  EXPECT_EQ(match({"pm", "quill"}), "prime minister (1)");
  EXPECT_EQ(match({"sen.", "quill"}), "senator (1)");
}

TEST(Titles, tell_kind_sector_and_gender) {
  EXPECT_EQ(shipped().find("mr.")->gender, Gender::male);
  EXPECT_EQ(shipped().find("mrs")->gender, Gender::female);
  EXPECT_EQ(shipped().find("mr")->kind, TitleKind::honorific);
  EXPECT_EQ(shipped().find("colonel")->kind, TitleKind::rank);
  EXPECT_EQ(shipped().find("colonel")->sector, "MIL");
  EXPECT_EQ(shipped().find("foreign minister")->kind, TitleKind::office);
  EXPECT_EQ(shipped().find("foreign minister")->sector, "GOV");
  EXPECT_EQ(shipped().find("ayatollah")->kind, TitleKind::religious);
}

TEST(Titles, what_an_abbreviation_stands_for_is_a_title_or_its_own_last_word) {
  EXPECT_GT(shipped().all().size(), 700U);
  for (const Title& title : shipped().all()) {
    const Titles::Match whole = shipped().match(std::vector<std::string_view>{title.full});
    EXPECT_FALSE(title.full.empty());
    if (title.full != title.words && whole) EXPECT_EQ(whole.title->full, title.full) << title.words;
  }
}

TEST(Titles, errors_name_the_line) {
  const auto error_of = [](std::string text) {
    const Result<Titles> read = Titles::load(std::move(text), "my.tsv");
    return read ? std::string("none") : to_string(read.error());
  };
  EXPECT_EQ(error_of("bey\thonorific\t-\tm\t-\n"), "none");
  EXPECT_EQ(error_of("bey\thonour\t-\tm\t-\n"), "my.tsv:1: \"honour\" is no kind of title");
  EXPECT_EQ(error_of("bey\thonorific\t-\tx\t-\n"), "my.tsv:1: gender \"x\" is unknown (use m, f or -)");
  EXPECT_EQ(error_of("b.\thonorific\t-\tm\tbey\n"), "my.tsv:1: \"b.\" is no title (write it without full stops)");
  EXPECT_EQ(error_of("bey\thonorific\t-\tm\t-\nbey\trank\t-\tm\t-\n"), "my.tsv: \"bey\" is given twice");
}

TEST(GivenNames, are_found_with_their_gender) {
  const Result<GivenNames> names = GivenNames::load(shipped_file("given_names.txt"), "given_names.txt");
  ASSERT_TRUE(names.ok()) << to_string(names.error());
  EXPECT_GT(names->size(), 2000U);
  EXPECT_EQ(names->gender_of("Ahmed"), Gender::male);
  EXPECT_EQ(names->gender_of("Fatima"), Gender::female);
  EXPECT_TRUE(names->contains("Mustafa"));
  EXPECT_FALSE(names->contains("mustafa"));
  EXPECT_FALSE(names->contains("Table"));
}

TEST(GivenNames, out_of_order_is_refused) {
  const Result<GivenNames> names = GivenNames::load("Odo\tm\nAda\tf\n", "my.txt");
  ASSERT_FALSE(names.ok());
  EXPECT_EQ(to_string(names.error()), "my.txt:2: \"Ada\" is out of order (sort bytewise)");
}

}  // namespace
}  // namespace forewhen
