// SPDX-License-Identifier: Apache-2.0
// Segments merged from others against one that is built from all their rows, and the sums by which check() compares.
#include "store/merge_segments.h"

#include <gtest/gtest.h>

#include <map>

#include "store/memory_kv.h"
#include "store/segment_builder.h"
#include "store/segment_sums.h"
#include "tests/store/odd_rows.h"

namespace forewhen::store {
namespace {

using Bytes = std::map<std::pair<Space, std::string>, std::string>;

Bytes bytes_of(const OrderedKv& kv, std::uint32_t segment) {
  Bytes all;
  for (int i = 0; i < kSpaces; ++i) {
    const auto rows = kv.cursor(static_cast<Space>(i));
    for (rows->seek(segment_prefix(segment)); rows->valid() && rows->key().starts_with(segment_prefix(segment));
         rows->next())
      all[{static_cast<Space>(i), std::string(rows->key())}] = rows->value();
  }
  return all;
}

// Rows that share actors, places, days, mirrors and ids.
std::vector<Record> related_rows(Dice& dice) {
  std::vector<Record> rows;
  for (std::uint64_t n = 1 + dice.below(dice.below(3) ? 50 : 900); n > 0; --n) {
    Record row = odd_row(dice);
    row.document.title = dice.below(2) ? "A note of " + std::to_string(dice.below(9)) : "";
    if (row.claim.place) row.claim.place->name = "Place " + std::to_string(dice.below(7));
    row.mirror = dice.below(2) ? 0 : 1 + dice.below(20);
    row.version = dice.below(3);
    row.sectors = {"Sector " + std::to_string(dice.below(3))};
    identify(row);
    rows.push_back(std::move(row));
  }
  return rows;
}

TEST(MergedSegments, AreTheOnesThatTheirRowsMake) {
  Dice dice;
  for (int world = 0; world < 60; ++world) {
    const std::vector<Record> rows = related_rows(dice);
    const std::uint64_t parts = 1 + dice.below(5);
    std::vector<SegmentBuilder> builders(parts);
    SegmentBuilder all;
    std::set<std::string> seen;
    for (const Record& row : rows) {
      const auto import = static_cast<std::uint32_t>(1 + dice.below(3));
      std::string body = std::to_string(import) + ':';
      append_record_body(body, row);
      if (!seen.insert(body).second) continue;  // twice is no new row
      builders[dice.below(parts)].add(row, import);
      all.add(row, import);
    }
    MemoryKv kv, whole;
    SegmentEntries entries;
    for (std::uint32_t i = 0; i < parts; ++i) {
      if (builders[i].rows() == 0) continue;
      auto layout = builders[i].finish(i + 1);
      ASSERT_TRUE(kv.load(layout.writes));
      auto state = std::make_shared<SegmentState>();
      state->events = layout.info.rows;
      state->add_fate(static_cast<std::uint32_t>(dice.below(layout.info.rows)), RowFate::overtaken);
      entries.push_back(std::make_shared<Catalog::Entry>(Catalog::Entry{layout.info, state}));
    }
    auto layout = all.finish(9);
    ASSERT_TRUE(whole.load(layout.writes));
    const auto merged = merge_segments(kv, entries, 9);
    ASSERT_TRUE(merged) << to_string(merged.error());
    EXPECT_EQ(merged->info, layout.info);
    EXPECT_EQ(merged->state.rows_of(RowFate::overtaken), entries.size());
    EXPECT_EQ(merged->state.events, layout.info.rows);
    const Bytes ours = bytes_of(kv, 9), wanted = bytes_of(whole, 9);
    ASSERT_EQ(ours.size(), wanted.size());
    for (const auto& [key, value] : wanted) {
      ASSERT_TRUE(ours.contains(key)) << "no value under '" << key.second[5] << "'";
      ASSERT_EQ(ours.at(key), value) << "under '" << key.second[5] << "'";
    }
  }
}

// Directories that are sound each by itself, of which one counts the lists of a place in another way.
TEST(MergedSegments, AreNotMadeOfDirectoriesThatDisagree) {
  MemoryKv kv;
  SegmentEntries entries;
  for (std::uint32_t number : {1u, 2u}) {
    SegmentBuilder builder;
    for (std::uint64_t i = 0; i < 200; ++i) {
      Record row = made_row(i * 2 + number);
      row.claim.place = PlaceMention{};
      row.claim.place->name = "Place " + std::to_string(i);
      builder.add(row, 1);
    }
    auto layout = builder.finish(number);
    if (number == 1) {
      for (KvWrite& write : layout.writes) {
        SegmentDirectory directory;
        if (write.key != segment_key(1, 'd') || !decode(*write.value, directory)) continue;
        OwnerLists& places = directory.places;
        places.lists_each = 1;
        places.last_rows.resize(places.ids.size());
        std::vector<std::uint32_t> begins;
        for (std::size_t i = 0; i < places.begins.size(); i += kPlaceLists) begins.push_back(places.begins[i]);
        places.begins = begins;
        write.value = encode(directory);
      }
    }
    ASSERT_TRUE(kv.load(layout.writes));
    entries.push_back(std::make_shared<Catalog::Entry>(Catalog::Entry{layout.info, std::make_shared<SegmentState>()}));
  }
  const auto merged = merge_segments(kv, entries, 9);
  ASSERT_FALSE(merged);
  EXPECT_EQ(merged.error().kind, ErrorKind::corrupt);
}

TEST(SegmentSums, NoticeEveryValueThatIsNotAsItWasWritten) {
  Dice dice;
  SegmentBuilder builder;
  for (int i = 0; i < 400; ++i) {
    Record row = odd_row(dice);
    row.document.id = "odd:" + std::to_string(i);
    if (row.claim.place) row.claim.place->name = "Place " + std::to_string(i % 7);
    identify(row);
    builder.add(row, 1 + i % 2);
  }
  const auto layout = builder.finish(3);
  const auto told_of = [&](const std::vector<KvWrite>& changes) {
    MemoryKv kv;
    EXPECT_TRUE(kv.load(layout.writes));
    EXPECT_TRUE(kv.commit(changes));
    std::vector<std::string> told;
    const std::function<void(std::string)> problem = [&](std::string what) { told.push_back(std::move(what)); };
    const auto sums = sums_of(kv, layout.info, 0, &problem);
    if (!sums) told.push_back(sums.error().what);
    if (sums && sums->values != layout.writes.size()) told.push_back("another number of values");
    return told;
  };
  ASSERT_EQ(told_of({}), std::vector<std::string>());
  MemoryKv kv;
  ASSERT_TRUE(kv.load(layout.writes));
  const auto sound = sums_of(kv, layout.info, 0, nullptr);
  ASSERT_TRUE(sound);
  std::map<char, int> tried;
  for (const KvWrite& write : layout.writes) {
    const char letter = write.key[5];
    if (++tried[letter] > 4) continue;
    EXPECT_NE(told_of({{write.space, write.key, std::nullopt}}), std::vector<std::string>()) << letter;
    for (int change = 0; change < 20; ++change) {
      std::string value = *write.value;
      value[dice.below(value.size())] ^= static_cast<char>(1 << dice.below(8));
      MemoryKv altered;
      ASSERT_TRUE(altered.load(layout.writes));
      ASSERT_TRUE(altered.commit({{write.space, write.key, value}}));
      std::vector<std::string> told = told_of({{write.space, write.key, value}});
      const auto sums = sums_of(altered, layout.info, 0, nullptr);
      const bool other =
          !sums || sums->parts != sound->parts || sums->actors != sound->actors || sums->places != sound->places;
      EXPECT_TRUE(other || !told.empty()) << "a bit under '" << letter << "'";
    }
  }
  EXPECT_GE(tried.size(), 14u);  // every kind of value was there
}

}  // namespace
}  // namespace forewhen::store
