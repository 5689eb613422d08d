// SPDX-License-Identifier: Apache-2.0
// check() is worth what it notices: every row of a sound store is taken away, altered and doubled in turn.
#include <gtest/gtest.h>

#include <map>

#include "forewhen/store/graph_store.h"
#include "store/body.h"
#include "store/describe.h"
#include "tests/store/random_world.h"

namespace forewhen {
namespace {

using store::KvWrite;
using store::Space;

class Damage : public testing::Test {
 protected:
  void SetUp() override {
    RandomWorld world(21, 5);
    for (int step = 0; step < 25; ++step) ASSERT_TRUE(store_->apply(world.next()));
    for (int space = 0; space < store::kSpaces; ++space) {
      const auto cursor = kv().cursor(static_cast<Space>(space));
      for (cursor->seek(""); cursor->valid(); cursor->next()) {
        rows_.push_back({static_cast<Space>(space), std::string(cursor->key()), std::string(cursor->value())});
      }
    }
    ASSERT_TRUE(problems().empty());
  }

  store::OrderedKv& kv() const { return StoreAccess::kv(*store_); }
  std::vector<std::string> problems() const {
    const auto report = check(*store_);
    return report ? report->problems : std::vector<std::string>{to_string(report.error())};
  }
  // What check() says while the row is replaced by these.
  std::vector<std::string> problems_with(const KvWrite& row, const std::vector<KvWrite>& instead) const {
    EXPECT_TRUE(kv().commit({{row.space, row.key, std::nullopt}}));
    EXPECT_TRUE(kv().commit(instead));
    const std::vector<std::string> found = problems();
    for (const KvWrite& write : instead) EXPECT_TRUE(kv().commit({{write.space, write.key, std::nullopt}}));
    EXPECT_TRUE(kv().commit({row}));
    return found;
  }
  // Letters of the tables that rows_ has; so that no kind of row is left untried.
  std::string tables() const {
    std::set<char> letters;
    for (const KvWrite& row : rows_) letters.insert(row.key[0]);
    return std::string(letters.begin(), letters.end());
  }
  static bool is_index(const KvWrite& row) { return row.space == Space::time || row.space == Space::index; }

  std::unique_ptr<GraphStore> store_ = GraphStore::in_memory({.now = [] { return Instant(seconds(1)); }});
  std::vector<KvWrite> rows_;
};

TEST_F(Damage, TheSampleHasRowsOfEveryTable) { EXPECT_EQ(tables(), "ACDNPSTabcelmnpstvwx"); }

TEST_F(Damage, AnyRowThatIsTakenAwayIsMissed) {
  for (const KvWrite& row : rows_) EXPECT_FALSE(problems_with(row, {}).empty()) << store::describe_row(row.key);
}

TEST_F(Damage, AnIndexRowThatIsTakenAwayIsNamed) {
  for (const KvWrite& row : rows_) {
    if (!is_index(row)) continue;
    const auto found = problems_with(row, {});
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front(), store::describe_row(row.key) + " is missing");
    for (std::size_t i = 1; i < found.size(); ++i) EXPECT_TRUE(found[i].starts_with("the counts say")) << found[i];
  }
}

TEST_F(Damage, AnyIndexRowWithAnotherValueIsNoticed) {
  for (const KvWrite& row : rows_) {
    if (!is_index(row) && row.space != Space::text && row.key[0] != 'l' && row.key != "mcounts") continue;
    for (std::size_t at = 0; at <= row.value->size(); ++at) {
      KvWrite altered = row;
      if (at < row.value->size())
        (*altered.value)[at] ^= 1;
      else
        *altered.value += 'x';
      EXPECT_FALSE(problems_with(row, {altered}).empty()) << store::describe_row(row.key) << " byte " << at;
    }
  }
}

TEST_F(Damage, ARecordThatDoesNotDecodeIsNoticed) {
  for (const KvWrite& row : rows_) {
    if (row.space != Space::records) continue;
    for (const std::string& value : {std::string(), *row.value + 'x', '\x7f' + row.value->substr(1)}) {
      EXPECT_FALSE(problems_with(row, {{row.space, row.key, value}}).empty()) << store::describe_row(row.key);
    }
  }
}

// What a flipped bit in a record changes is the file's checksum to notice; here, only that nothing breaks.
TEST_F(Damage, NoFlippedBitInARecordIsFatal) {
  for (const KvWrite& row : rows_) {
    if (row.space != Space::records) continue;
    for (std::size_t at = 0; at < row.value->size(); at += 3) {
      KvWrite altered = row;
      (*altered.value)[at] ^= 1 << (at % 8);
      (void)problems_with(row, {altered});
    }
  }
}

TEST_F(Damage, AnyRowUnderAnotherKeyIsNoticed) {
  for (const KvWrite& row : rows_) {
    if (row.key == "mcounts") continue;
    for (std::size_t at = 0; at < row.key.size(); ++at) {
      KvWrite moved = row;
      moved.key[at] ^= 1;
      EXPECT_FALSE(problems_with(row, {moved}).empty()) << store::describe_row(row.key) << " byte " << at;
    }
  }
}

TEST_F(Damage, ARowThatNobodyAsksForIsNoticed) {
  for (const KvWrite& row : rows_) {
    KvWrite twin = row;
    twin.key.back() ^= 1;
    EXPECT_FALSE(problems_with(row, {row, twin}).empty()) << store::describe_row(twin.key);
  }
  EXPECT_FALSE(problems_with(rows_[0], {rows_[0], {Space::index, "", "x"}}).empty());
  EXPECT_FALSE(problems_with(rows_[0], {rows_[0], {Space::time, "junk", "x"}}).empty());
}

TEST_F(Damage, AParticipantWhoIsNobodyIsNamed) {
  GraphChange change;
  PlacedEvent event;
  const auto rows = store_->rows(Axis::all, 0, kOpenFuture);
  event.event = *std::move(*store_->find_event((*rows->next())->event));
  event.event.participants.push_back({Role::actor, ActorKind::person, ActorId{99}, "Nobody", "nobody"});
  change.put_events.push_back(event);
  ASSERT_TRUE(store_->apply(change));
  const auto found = problems();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].find("actor a0000000000000063, which is missing"), std::string::npos) << found[0];
}

}  // namespace
}  // namespace forewhen
