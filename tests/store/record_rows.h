// SPDX-License-Identifier: Apache-2.0
// Rows of data sets made for tests, and what a store says of them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "forewhen/store/graph_store.h"
#include "forewhen/store/record_import.h"

namespace forewhen {

inline constexpr std::int64_t kDay = 86400;

inline Record row(const std::string& id, std::int64_t day, const std::string& doer, const std::string& other,
                  std::uint64_t version = 0) {
  Record record;
  record.document.id = "set:" + id;
  record.document.text =
      id + "\t" + doer + "\tmeets\t" + other + "\t" + std::to_string(day) + "\t" + std::to_string(version);
  record.claim.sentence = record.claim.trigger = {0, static_cast<std::uint32_t>(record.document.text.size())};
  record.claim.phrase = record.claim.lemma = "meets";
  record.claim.type = PloverType::consult;
  ClaimTime time;
  time.when.bounds = within({Instant(seconds(day * kDay)), Instant(seconds((day + 1) * kDay))});
  time.when.grain = Grain::day;
  record.claim.time = time;
  for (const auto& [role, name] : {std::pair{Role::actor, doer}, {Role::recipient, other}}) {
    Participant p;
    p.role = role, p.name = p.text = name;
    record.claim.participants.push_back(p);
  }
  record.version = version;
  identify(record);
  return record;
}

inline Record deletion(const std::string& id, std::uint64_t version) {
  Record record;
  record.document.id = "set:" + id;
  record.version = version;
  record.kind = RowKind::deletion;
  identify(record);
  return record;
}

inline ImportInfo import_all(GraphStore& store, const std::vector<Record>& rows, std::size_t at_once = 1 << 18) {
  ImportInfo info;
  info.set = "set";
  ImportOptions options;
  options.rows_at_once = at_once;
  RecordImport import(store, info, options);
  for (const Record& record : rows) EXPECT_TRUE(import.add(record));
  const auto done = import.finish();
  EXPECT_TRUE(done);
  return *done;
}

inline std::vector<Event> events_of(const GraphStore& store, Axis axis = Axis::all, std::uint64_t key = 0,
                                    Instant before = kOpenFuture) {
  std::vector<Event> events;
  const auto cursor = store.rows(axis, key, before);
  while (true) {
    const auto next = cursor->next();
    if (!next) ADD_FAILURE() << next.error().what;
    if (!next || !*next) break;
    const auto event = store.find_event((*next)->event);
    EXPECT_TRUE(event && *event);
    events.push_back(**event);
  }
  return events;
}

inline void expect_sound(const GraphStore& store) {
  const auto report = check(store);
  ASSERT_TRUE(report) << report.error().what;
  for (const std::string& problem : report->problems) ADD_FAILURE() << problem;
}

}  // namespace forewhen
