// SPDX-License-Identifier: Apache-2.0
// Past states of rows of data sets: the graph as of a date is that of a store into which only what was reported, or
// imported, by then ever came.
#include <algorithm>
#include <memory>
#include <random>

#include "forewhen/pipeline/as_of.h"
#include "tests/store/record_rows.h"

namespace forewhen {
namespace {

constexpr std::int64_t kFirstImport = 1000;  // days

std::unique_ptr<GraphStore> import_by_day(const std::vector<std::vector<Record>>& imports_made) {
  const auto now = std::make_shared<Instant>();
  StoreOptions options;
  options.now = [now] { return *now; };
  auto store = GraphStore::in_memory(options);
  for (std::size_t i = 0; i < imports_made.size(); ++i) {
    *now = Instant(seconds((kFirstImport + static_cast<std::int64_t>(i)) * kDay));
    import_all(*store, imports_made[i], 7);
  }
  return store;
}

// Rows of few ids, that are reported on days 0 to 9, some of them mirrors, reports and deletions.
std::vector<std::vector<Record>> random_imports(std::mt19937& random) {
  const auto draw = [&](unsigned below) { return random() % below; };
  std::vector<std::vector<Record>> made(3);
  std::uint64_t version = 0;
  for (std::vector<Record>& rows : made) {
    for (int i = 0; i < 15; ++i) {
      const std::string id = std::to_string(draw(12));
      Record record = draw(9) == 0 ? deletion(id, ++version) : row(id, draw(5), draw(2) ? "A" : "C", "B", ++version);
      if (record.kind == RowKind::event) {
        if (draw(2)) std::swap(record.claim.participants[0], record.claim.participants[1]);
        record.claim.participants[0].role = Role::actor, record.claim.participants[1].role = Role::recipient;
        record.mirror = draw(3);
        record.sectors = {std::to_string(version)};
      }
      if (draw(6) == 0 && record.kind == RowKind::event) {
        record.document.id += "@a";
        record.kind = RowKind::report;
        record.mirror = record_event("set:" + id).value;
        identify(record);
      }
      record.document.published = CalendarTime{Instant(seconds(draw(10) * kDay)), Grain::day};
      rows.push_back(std::move(record));
    }
  }
  return made;
}

void expect_same(const GraphStore& past, const GraphStore& wanted) {
  EXPECT_EQ(events_of(past), events_of(wanted));
  EXPECT_EQ(past.counts()->claims, wanted.counts()->claims);
  EXPECT_EQ(past.counts()->actors, wanted.counts()->actors);
  for (const char* name : {"A", "B"}) EXPECT_EQ(*past.find_actor(actor_id(name)), *wanted.find_actor(actor_id(name)));
  expect_sound(past);
}

TEST(AsOfRows, ByTheDayOfTheReportOnlyWhatWasReportedByThenIsThere) {
  std::mt19937 random(20211111);
  for (int world = 0; world < 30; ++world) {
    const auto made = random_imports(random);
    const auto store = import_by_day(made);
    const Instant end(seconds(static_cast<std::int64_t>(1 + random() % 10) * kDay));
    auto early = made;
    std::uint64_t in = 0, all = 0;
    for (std::vector<Record>& rows : early) {
      all += rows.size();
      std::erase_if(rows, [&](const Record& record) { return record.document.published->extent().end > end; });
      in += rows.size();
    }
    const auto past = graph_as_of(*store, {.reported_before = end, .recorded_before = {}});
    ASSERT_TRUE(past) << past.error().what;
    expect_same(*past->store, *import_by_day(early));
    if (HasFailure()) FAIL() << "world " << world;
    EXPECT_LE(past->documents, in);  // a row that is known already was not kept twice
    EXPECT_LE(past->documents + past->later, all);
  }
}

TEST(AsOfRows, ByTheDayOfTheImportWhatCameLaterIsNotThere) {
  std::mt19937 random(7);
  for (int world = 0; world < 20; ++world) {
    auto made = random_imports(random);
    const auto store = import_by_day(made);
    for (std::int64_t day = 0; day <= 3; ++day) {
      const auto past = graph_as_of(
          *store, {.reported_before = {}, .recorded_before = Instant(seconds((kFirstImport + day) * kDay))});
      ASSERT_TRUE(past) << past.error().what;
      expect_same(*past->store, *import_by_day({made.begin(), made.begin() + static_cast<std::ptrdiff_t>(day)}));
    }
    if (HasFailure()) FAIL() << "world " << world;
  }
}

TEST(AsOfRows, WhatIsTooMuchForTheMemoryIsRefusedWithHowMuchItTakes) {
  const auto store = import_by_day({{row("1", 1, "A", "B")}});
  const auto past = graph_as_of(*store, {.reported_before = Instant(seconds(kDay)), .recorded_before = {}}, 10);
  ASSERT_FALSE(past);
  EXPECT_EQ(past.error().kind, ErrorKind::refused);
  EXPECT_NE(past.error().mend.find("--memory 1"), std::string::npos);
  // Nothing differs: nothing is worked out.
  EXPECT_TRUE(
      graph_as_of(*store, {.reported_before = {}, .recorded_before = Instant(seconds(kFirstImport * 2 * kDay))}, 10));
}

}  // namespace
}  // namespace forewhen
