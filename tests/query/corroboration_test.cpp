// SPDX-License-Identifier: Apache-2.0
// Copies of one story count as one source, whatever the order of the texts.
#include "forewhen/query/corroboration.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "query/copies.h"

namespace forewhen {
namespace {

const std::string kWire =
    "A grenade was thrown at the offices of the harbour authority in Karsholm on Sunday afternoon, wounding two "
    "clerks. "
    "Police closed the coast road and searched the warehouses behind the ferry terminal. Nobody has claimed the "
    "attack. "
    "The authority had announced in February that it would hand the eastern quay to a private company. "
    "Union leaders said on Monday that none of their members had anything to do with the attack.";

// The same under another headline and with the agency's name at the end.
const std::string kRenamed =
    "TWO HURT IN HARBOUR BLAST\n\n" + kWire + "\n\nReporting by our partners; edited for length.";

// The first two sentences, one word changed.
const std::string kCut =
    "A grenade was hurled at the offices of the harbour authority in Karsholm on Sunday afternoon, wounding two "
    "clerks. "
    "Police closed the coast road and searched the warehouses behind the ferry terminal.";

// Taken over with a paragraph of one's own.
const std::string kExtended = kWire +
                              " Our reporter saw broken windows on three floors, and a porter who asked not to be "
                              "named said that the alarm had been out of order since Christmas.";

// The same event, seen by somebody else, with the one quotation in common.
const std::string kOwn =
    "Two employees of Karsholm's harbour authority are in hospital after an explosion shook its headquarters. "
    "Neighbours "
    "heard a single bang shortly after four. \"We will not be frightened out of our offices,\" its head, Tilda Brok, "
    "told "
    "this newspaper, adding that the plan for the quay stands. Detectives were seen carrying boxes out of a boathouse. "
    "Union leaders said on Monday that none of their members had anything to do with the attack.";

double alike(const std::string& a, const std::string& b) { return containment(shingles_of(a), shingles_of(b)); }

TEST(Copies, AWireStoryUnderAnotherHeadlineCutOrExtendedIsACopy) {
  EXPECT_GT(alike(kWire, kRenamed), 0.99);
  EXPECT_GT(alike(kWire, kCut), kCopied);
  EXPECT_LT(alike(kWire, kCut), 1.0);
  EXPECT_GT(alike(kRenamed, kCut), kCopied);
  EXPECT_GT(alike(kRenamed, kExtended), kCopied);
}

TEST(Copies, AnotherReportIsNoneThoughItSharesAQuotation) {
  EXPECT_GT(alike(kWire, kOwn), 0.0);
  EXPECT_LT(alike(kWire, kOwn), kCopied / 2);
}

TEST(Copies, CaseMarksAndQuotesDoNotCount) {
  EXPECT_EQ(shingles_of("It's \"over\", he said - now!"), shingles_of("It’s “over” HE SAID — now"));
  EXPECT_EQ(shingles_of("one two three").size(), 1u);
  EXPECT_EQ(shingles_of("one two three four five six").size(), 2u);
  EXPECT_TRUE(shingles_of(" .,! ").empty());
  EXPECT_EQ(alike("", ""), 0.0);
  EXPECT_EQ(alike("one two three", "one two four"), 0.0);
}

// Counting by looking at every pair of shingles.
double slow_containment(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::set<std::uint64_t> x(a.begin(), a.end()), y(b.begin(), b.end());
  if (x.empty() || y.empty()) return 0;
  const auto both = std::count_if(x.begin(), x.end(), [&](std::uint64_t h) { return y.contains(h); });
  return static_cast<double>(both) / static_cast<double>(std::min(x.size(), y.size()));
}

TEST(Copies, TheOrderOfTheTextsDoesNotMatter) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    const auto pick = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    // Pieces of four stories put together at random.
    std::vector<std::vector<std::uint64_t>> texts(9);
    for (auto& text : texts) {
      std::set<std::uint64_t> shingles;
      for (std::size_t pieces = 1 + pick(3); pieces > 0; --pieces) {
        const std::uint64_t story = 100 * pick(4), from = pick(60);
        for (std::uint64_t i = from; i < from + 5 + pick(20); ++i) shingles.insert(story + i);
      }
      text.assign(shingles.begin(), shingles.end());
    }
    for (const auto& a : texts)
      for (const auto& b : texts) EXPECT_EQ(containment(a, b), slow_containment(a, b));
    const auto parts = [](const std::vector<std::vector<std::uint64_t>>& in) {
      const std::vector<std::size_t> home = copy_groups(in);
      std::map<std::size_t, std::multiset<std::vector<std::uint64_t>>> groups;
      for (std::size_t i = 0; i < in.size(); ++i) groups[home[i]].insert(in[i]);
      std::multiset<std::multiset<std::vector<std::uint64_t>>> out;
      for (const auto& [first, members] : groups) out.insert(members);
      return out;
    };
    const auto expected = parts(texts);
    for (int round = 0; round < 5; ++round) {
      std::shuffle(texts.begin(), texts.end(), random);
      ASSERT_EQ(parts(texts), expected) << "seed " << seed;
    }
  }
}

TEST(Copies, CopiesOfCopiesHangTogether) {
  const std::vector<std::vector<std::uint64_t>> texts{{1, 2, 3, 4}, {3, 4, 5, 6}, {5, 6, 7, 8}, {90, 91}};
  EXPECT_EQ(copy_groups(texts), (std::vector<std::size_t>{0, 0, 0, 3}));
}

TEST(Corroboration, IsToldInWordsWhereSeveralTellIt) {
  EXPECT_EQ(to_string(Corroboration{3, 2}), "told by 3 documents, 2 independent");
  EXPECT_EQ(to_string(Corroboration{1, 1}), "");
}

}  // namespace
}  // namespace forewhen
