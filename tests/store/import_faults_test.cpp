// SPDX-License-Identifier: Apache-2.0
// A writer of data sets that dies at any moment of an import, a fold or an undo: what it reported is there, all indexes
// are sound, and the next writer goes on.
#include <gtest/gtest.h>

#include <iostream>
#include <random>
#include <thread>

#include "forewhen/store/record_import.h"
#include "forewhen/store/storage.h"
#include "tests/store/child_process.h"
#include "tests/store/made_rows.h"
#include "tests/store/store_folder.h"
#include "tests/trials.h"

namespace forewhen {
namespace {

class ImportChild : public testing::Test {
 protected:
  void SetUp() override {
    if (!getenv(kChildFolder)) GTEST_SKIP() << "runs in a process of its own only";
  }
};

// Small imports that are folded, now and then one that is large enough to be loaded as files, and one that is undone.
TEST_F(ImportChild, DISABLED_ImportsUntilKilled) {
  StoreOptions options;
  options.access = StoreOptions::Access::write;
  options.create = true;
  options.write_buffer = 64 << 10;
  const auto store = GraphStore::open(getenv(kChildFolder), options);
  if (!store) return report_to_parent("failed: " + to_string(store.error()));
  std::uint64_t next = (*store)->counts()->events;
  std::mt19937 random(static_cast<unsigned>(next + 1));
  while (true) {
    const bool large = random() % 40 == 0;
    const bool undone = !large && random() % 10 == 0;
    RecordImport import(**store, {});
    const std::uint64_t first = undone ? 1'000'000'000 : next, count = large ? 30'000 : 1 + random() % 100;
    for (std::uint64_t i = first; i < first + count; ++i) {
      if (!import.add(made_row(i))) return report_to_parent("failed");
    }
    const auto done = import.finish();
    if (!done) return report_to_parent("failed: " + to_string(done.error()));
    if (undone) {
      if (!undo_import(**store, done->number)) return report_to_parent("failed");
    } else {
      next += count;
      report_to_parent(std::to_string(next));
    }
    if (random() % 30 == 0 && !compact(**store)) return report_to_parent("failed");
  }
}

bool import_rows(GraphStore& store, std::uint64_t first, std::uint64_t count) {
  RecordImport import(store, {});
  for (std::uint64_t i = first; i < first + count; ++i) {
    if (!import.add(made_row(i))) return false;
  }
  return import.finish().ok();
}

// Imports of so many rows that they are loaded as files, each said to begin.
TEST_F(ImportChild, DISABLED_LoadsUntilKilled) {
  const auto store = GraphStore::open(getenv(kChildFolder), {.access = StoreOptions::Access::write, .create = true});
  if (!store) return report_to_parent("failed: " + to_string(store.error()));
  for (std::uint64_t next = (*store)->counts()->events;; next += 30'000) {
    report_to_parent("begins");
    if (!import_rows(**store, next, 30'000)) return report_to_parent("failed");
    report_to_parent(std::to_string(next + 30'000));
  }
}

// All is folded into one segment after every two small imports, each fold said to begin.
TEST_F(ImportChild, DISABLED_FoldsUntilKilled) {
  const auto store = GraphStore::open(getenv(kChildFolder), {.access = StoreOptions::Access::write, .create = true});
  if (!store) return report_to_parent("failed: " + to_string(store.error()));
  for (std::uint64_t next = (*store)->counts()->events;; next += 600) {
    if (!import_rows(**store, next, 300) || !import_rows(**store, next + 300, 300)) return report_to_parent("failed");
    report_to_parent(std::to_string(next + 600));
    report_to_parent("begins");
    if (!compact(**store)) return report_to_parent("failed");
    report_to_parent("done");
  }
}

// Kills the child within `reach` of a moment at which it begins what it is for: all rows that it reported are there,
// and it goes on from them. `most`: rows of a store before a new one takes its place.
void kill_within(const std::string& child, std::chrono::microseconds reach, std::uint64_t most) {
  const int kTrials = trials(12);
  const StoreFolder folder;
  std::mt19937 random(20211109);
  std::uint64_t reported = 0, all = 0;
  int within = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    ChildProcess writer("ImportChild." + child, folder.path());
    bool begun = false;
    const auto note = [&](const std::string& report) {
      ASSERT_FALSE(report.starts_with("failed")) << report;
      begun = report == "begins";
      if (!begun && report != "done") reported = std::stoull(report);
    };
    for (std::size_t left = 1 + random() % 2; left > 0; left -= begun) {
      const std::string report = writer.next_report();
      ASSERT_FALSE(report.empty());
      note(report);
    }
    std::this_thread::sleep_for(reach * (random() % 1000) / 1000);
    writer.kill_now();
    for (std::string report = writer.next_report(); !report.empty(); report = writer.next_report()) note(report);
    within += begun;

    auto store = folder.write();
    const auto checked = check(*store);
    ASSERT_TRUE(checked) << to_string(checked.error());
    ASSERT_TRUE(checked->sound()) << checked->problems.front();
    const std::uint64_t kept = store->counts()->events;
    ASSERT_GE(kept, reported);
    for (const std::uint64_t row : {std::uint64_t{0}, kept / 2, kept - 1}) {
      if (row < kept) ASSERT_TRUE(*store->find_document("made:" + std::to_string(row))) << row;
    }
    all += kept;
    if (kept <= most) continue;
    store.reset();
    std::filesystem::remove_all(folder.path());
    reported = 0;
  }
  EXPECT_GT(within, 0);
  std::cout << kTrials << " kills, " << within << " before it was done; " << all << " rows looked at, all there\n";
}

TEST(ImportFaults, KilledWhileItLoadsItLosesNothing) {
  kill_within("DISABLED_LoadsUntilKilled", std::chrono::milliseconds(500), 60'000);
}

TEST(ImportFaults, KilledWhileItFoldsItLosesNothing) {
  kill_within("DISABLED_FoldsUntilKilled", std::chrono::milliseconds(60), 6'000);
}

TEST(ImportFaults, KilledAtAnyMomentItLosesNothingThatItReported) {
  const int kTrials = trials(16);
  const StoreFolder folder;
  std::mt19937 random(20211108);
  std::uint64_t reported = 0, kept = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    {
      ChildProcess writer("ImportChild.DISABLED_ImportsUntilKilled", folder.path());
      for (std::size_t i = trial % 4 == 0 ? 0 : random() % 25; i > 0; --i) {
        const std::string report = writer.next_report();
        ASSERT_FALSE(report.starts_with("failed")) << report;
        reported = std::stoull(report);
      }
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
      writer.kill_now();
    }
    const auto store = folder.write();
    for (const auto& file : std::filesystem::directory_iterator(folder.path()))
      EXPECT_FALSE(file.path().filename().string().starts_with("load-")) << "left behind: " << file.path();
    const auto report = check(*store);
    ASSERT_TRUE(report) << to_string(report.error());
    ASSERT_TRUE(report->sound()) << report->problems.front();
    // Imports are whole or not there, so what is there is the first so many rows, besides an import to be undone.
    const auto known = imports(*store);
    ASSERT_TRUE(known);
    for (const ImportInfo& info : *known) {
      if (info.rows > 0 && *store->find_document("made:1000000000")) {
        ASSERT_TRUE(undo_import(*store, known->back().number));
        break;
      }
    }
    kept = store->counts()->events;
    ASSERT_GE(kept, reported);
    for (const std::uint64_t row : {std::uint64_t{0}, reported / 2, reported - 1, kept - 1}) {
      if (row < kept) ASSERT_TRUE(*store->find_document("made:" + std::to_string(row))) << row;
    }
    if (kept > 150'000) std::filesystem::remove_all(folder.path()), reported = 0;
  }
  std::cout << kTrials << " kills, " << kept << " rows in the last store, all that were reported are there\n";
}

}  // namespace
}  // namespace forewhen
