// SPDX-License-Identifier: Apache-2.0
// A store of each layout that there was, as rows in tests/store/golden: it still opens, holds and answers what it did.
// What is written today is the newest of them, byte for byte. When a layout changes, its file stays, the list below
// gets another one, and FOREWHEN_WRITE_GOLDEN=1 makes it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "forewhen/store/graph_store.h"
#include "forewhen/store/record_import.h"
#include "store/body.h"
#include "store/layout.h"
#include "tests/store/rows_text.h"
#include "tests/store/store_folder.h"
#include "tests/store/worked_example.h"

namespace forewhen {
namespace {

struct Golden {
  std::uint64_t layout;
  bool is_written_today;
};

// Without chance, so that the rows are the same with any library.
Record golden_row(std::uint32_t number) {
  static const char* const kNames[] = {"Tilda Brok", "Marsh Guard", "Orlan Vesh"};
  Record record;
  record.document.id = "golden:" + std::to_string(number);
  record.document.text = fmt::format("{}\t{}\tmeets, greets\t{}", number, kNames[number % 3], kNames[(number + 1) % 3]);
  record.document.title = number % 2 ? "A meeting at the dyke" : "";
  Claim& claim = record.claim;
  claim.sentence = claim.trigger = {0, static_cast<std::uint32_t>(record.document.text.size())};
  claim.phrase = claim.lemma = "meets";
  claim.type = PloverType::consult;
  const Instant day(seconds(1614902400 - std::int64_t{number / 3} * 86400));
  if (number != 7) {
    claim.time = ClaimTime{};
    claim.time->when.bounds = {day, day + seconds(86400), day, day + seconds(86400 * (1 + number % 4))};
    claim.time->when.grain = Grain::day;
  }
  for (const auto& [role, name] : {std::pair{Role::actor, number % 3}, {Role::recipient, (number + 1) % 3}}) {
    Participant& participant = claim.participants.emplace_back();
    participant.role = role;
    participant.name = participant.text = kNames[name];
    participant.country = name == 1 ? "NO" : "";
  }
  if (number % 4) claim.place = PlaceMention{{}, "Quarn", "", "NO", "city", GeoPoint{12.5, -3.25}};
  record.sectors = {"Military", ""};
  record.attributes = {{"deaths", std::to_string(number)}};
  record.mirror = number < 6 ? 100 + number / 2 : 0;
  record.version = number % 3;
  identify(record);
  return record;
}

void fill(GraphStore& store, std::uint64_t layout) {
  ASSERT_TRUE(store.apply(worked_example()));
  if (layout < store::kLayoutWithDecisions) return;
  GraphChange change;
  change.put_decisions = {{1,
                           DecisionKind::split,
                           {{0x11}, "a.txt", {7, 15}, "attacked"},
                           {{0x22}, "b.txt", {29, 37}, "bombing"},
                           Instant(seconds(1615100000)),
                           "the desk",
                           "two"}};
  ASSERT_TRUE(store.apply(change));
  if (layout < store::kLayoutWithDataSets) return;
  for (const std::uint32_t begin : {0u, 100u}) {
    ImportInfo info;
    info.format = "golden";
    info.files = {"rows.tsv"};
    RecordImport import(store, info);
    for (std::uint32_t i = begin; i < begin + 20; ++i) ASSERT_TRUE(import.add(golden_row(i)));
    ASSERT_TRUE(import.finish());
  }
}

std::function<Instant()> at_one_time() {
  return [] { return Instant(seconds(1615100000)); };
}

// All that lists and records say.
std::string answers(const GraphStore& store) {
  std::string told;
  const auto counts = store.counts();
  EXPECT_TRUE(counts);
  told += fmt::format("{} events, {} claims, {} actors, {} places\n", counts->events, counts->claims, counts->actors,
                      counts->places);
  const auto rows = store.rows(Axis::all, 0, kOpenFuture);
  for (auto row = rows->next(); row && *row; row = rows->next()) {
    const auto event = store.find_event((*row)->event);
    EXPECT_TRUE(event && *event);
    told +=
        fmt::format("{} {} {} {}", to_string((*row)->event), (*row)->bounds.earliest_start.time_since_epoch().count(),
                    (*event)->phrase, (*event)->mentions.size());
    for (const EventParticipant& participant : (*event)->participants) told += ' ' + participant.name;
    told += '\n';
  }
  return told;
}

class GoldenStore : public testing::TestWithParam<Golden> {};

TEST_P(GoldenStore, OpensAndSaysWhatItSaid) {
  const auto [layout, is_written_today] = GetParam();
  const std::string path = fmt::format("{}/tests/store/golden/layout-{}.rows", FOREWHEN_SOURCE_DIR, layout);
  const StoreFolder made;
  {
    const auto store = made.write(at_one_time());
    fill(*store, layout);
    if (std::getenv("FOREWHEN_WRITE_GOLDEN") && is_written_today)
      std::ofstream(path) << store::rows_text(store::rows_of(StoreAccess::kv(*store)));
  }
  std::ifstream file(path);
  ASSERT_TRUE(file) << path;
  const std::vector<store::KvWrite> rows = store::read_rows(file);
  ASSERT_GT(rows.size(), 20u);
  const StoreFolder old;
  { ASSERT_TRUE(StoreAccess::kv(*old.write(at_one_time())).commit(rows)); }
  {
    const auto store = old.read();
    EXPECT_EQ(store::rows_of(StoreAccess::kv(*store)), rows);
    EXPECT_EQ(answers(*store), answers(*made.read()));
    const auto report = check(*store);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->sound());
  }
  // It takes changes.
  const auto store = old.write(at_one_time());
  fill(*store, layout);
  EXPECT_TRUE(check(*store)->sound());
  if (is_written_today)
    EXPECT_EQ(store::rows_text(store::rows_of(StoreAccess::kv(*made.read()))), store::rows_text(rows));
}

INSTANTIATE_TEST_SUITE_P(Layouts, GoldenStore, testing::Values(Golden{1, true}, Golden{2, true}, Golden{5, true}),
                         [](const auto& info) { return std::to_string(info.param.layout); });

}  // namespace
}  // namespace forewhen
