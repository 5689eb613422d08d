// SPDX-License-Identifier: Apache-2.0
// Damage of every kind of file, torn logs, and writers that are killed: an error, or the answers as they were; and what
// can be read comes back by repair. Says how many trials it made.
#include "forewhen/pipeline/repair.h"

#include <gtest/gtest.h>

#include <iostream>
#include <thread>

#include "forewhen/pipeline/verify.h"
#include "forewhen/store/copy.h"
#include "forewhen/store/storage.h"
#include "tests/pipeline/random_documents.h"
#include "tests/store/child_process.h"
#include "tests/store/damage.h"
#include "tests/store/store_folder.h"
#include "tests/trials.h"

namespace forewhen {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kSeed = 5;

using Documents = std::map<std::string, DocumentClaims>;

// All that a store says, or the first thing that it cannot say.
struct Said {
  Documents documents;
  std::vector<Event> events;
  friend bool operator==(const Said&, const Said&) = default;
};

Result<Said> all_said(const GraphStore& store) {
  Said said;
  const auto ids = store.document_ids();
  if (!ids) return ids.error();
  for (const std::string& id : *ids) {
    auto claims = store.document_claims(id);
    if (!claims) return claims.error();
    if (!*claims) return Error{ErrorKind::corrupt, id, "", ""};
    said.documents[id] = **std::move(claims);
  }
  const auto rows = store.rows(Axis::all, 0, kOpenFuture);
  while (true) {
    const auto row = rows->next();
    if (!row) return row.error();
    if (!*row) break;
    auto event = store.find_event((*row)->event);
    if (!event) return event.error();
    if (!*event) return Error{ErrorKind::corrupt, "an event is missing", "", ""};
    said.events.push_back(**std::move(event));
  }
  return said;
}

Result<Said> all_said(const fs::path& folder, StoreOptions::Access access) {
  StoreOptions options;
  options.access = access;
  const auto store = GraphStore::open(folder, options);
  if (!store) return store.error();
  return all_said(**store);
}

// A store as a writer that died would leave it: files, and the last changes in the log only.
struct LeftStore {
  StoreFolder folder;
  fs::path path;
  std::vector<std::string> order;  // of storing
  Said said;
};

std::unique_ptr<LeftStore> left_store(int documents) {
  auto left = std::make_unique<LeftStore>();
  Random random(kSeed);
  StoreOptions options;
  options.access = StoreOptions::Access::write;
  options.create = true;
  options.write_buffer = 64 << 10;
  const auto store = GraphStore::open(left->folder.path(), options);
  EXPECT_TRUE(store);
  for (int i = 0; i < documents; ++i) {
    left->order.push_back("doc-" + std::to_string(1000 + i));
    put(**store, random_document(random, left->order.back()));
    if (i == documents / 2) EXPECT_TRUE(compact(**store));
  }
  EXPECT_TRUE((*store)->sync());
  left->said = *all_said(**store);
  left->path = left->folder.path();
  left->path += "-left";
  copy_folder(left->folder.path(), left->path);
  return left;
}

// After a repair: sound, nothing invented, and nothing gone without a word.
void expect_repaired(const fs::path& folder, const RepairReport& report, const Said& before) {
  const auto store = GraphStore::open(folder, {});
  ASSERT_TRUE(store) << to_string(store.error());
  EXPECT_TRUE(check(**store)->sound());
  EXPECT_TRUE(verify_events(**store)->empty());
  const auto said = all_said(**store);
  ASSERT_TRUE(said) << to_string(said.error());
  for (const auto& [id, claims] : said->documents) {
    ASSERT_TRUE(before.documents.contains(id)) << id;
    EXPECT_EQ(claims, before.documents.at(id)) << id;
  }
  if (report.lost.empty()) EXPECT_EQ(*said, before);
  fs::remove_all(report.damaged);
}

TEST(Faults, AFlippedBitInAnyFileIsAnErrorOrChangesNothing) {
  const int kTrials = trials(15);  // for each kind of file
  const auto left = left_store(24);
  const fs::path victim = left->folder.path();
  Random random(kSeed);
  for (const auto& [kind, files] : files_by_kind(left->path)) {
    int noticed = 0, repaired = 0, refused = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
      copy_folder(left->path, victim);
      flip_bit(victim / files[pick(random, files.size())], random);
      bool any = false;
      for (const auto access : {StoreOptions::Access::read, StoreOptions::Access::write}) {
        const auto said = all_said(victim, access);
        any = any || !said;
        if (said)
          EXPECT_EQ(*said, left->said) << kind << ": a wrong answer, "
                                       << (access == StoreOptions::Access::read ? "reading" : "writing");
      }
      if (!any) continue;
      ++noticed;
      const auto report = repair(victim);
      if (!report) {
        ++refused;
        std::cout << "  " << to_string(report.error()) << '\n';
        continue;
      }
      ++repaired;
      expect_repaired(victim, *report, left->said);
    }
    std::cout << kind << ": " << kTrials << " flips, " << noticed << " noticed, " << repaired << " repaired, "
              << refused << " refused\n";
  }
}

TEST(Faults, ATornLogGivesTheStoreOfAnEarlierMoment) {
  constexpr int kTrials = 30;
  const auto left = left_store(40);
  const fs::path victim = left->folder.path();
  Random random(kSeed);
  const auto logs = files_by_kind(left->path).at("log");
  int whole = 0, errors = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    copy_folder(left->path, victim);
    const fs::path log = victim / logs.back();
    fs::resize_file(log, pick(random, fs::file_size(log)));
    for (const auto access : {StoreOptions::Access::read, StoreOptions::Access::write}) {
      const auto said = all_said(victim, access);
      if (!said) {
        ++errors;
        continue;
      }
      ++whole;
      const std::size_t count = said->documents.size();
      ASSERT_LE(count, left->order.size());
      for (std::size_t i = 0; i < count; ++i) ASSERT_TRUE(said->documents.contains(left->order[i])) << left->order[i];
      EXPECT_TRUE(check(**GraphStore::open(victim, {}))->sound());
    }
  }
  std::cout << kTrials << " torn logs: " << whole << " times an earlier moment, " << errors << " errors\n";
}

// --- writers that are killed

class RepairChild : public testing::Test {
 protected:
  void SetUp() override {
    if (!getenv(kChildFolder)) GTEST_SKIP() << "runs in a process of its own only";
  }
};

TEST_F(RepairChild, DISABLED_BuildsAndCompacts) {
  StoreOptions options;
  options.access = StoreOptions::Access::write;
  options.create = true;
  options.write_buffer = 64 << 10;
  const auto store = GraphStore::open(getenv(kChildFolder), options);
  if (!store) return;
  Random random(static_cast<unsigned>((*store)->counts()->documents + 1));
  for (int i = 0;; ++i) {
    const std::string id = "doc-" + std::to_string(getpid()) + "-" + std::to_string(i);
    put(**store, random_document(random, id));
    report_to_parent(id);
    if (i % 4 != 3) continue;
    report_to_parent("compacts");
    if (!compact(**store)) return;
  }
}

TEST_F(RepairChild, DISABLED_Repairs) {
  while (true) {
    const auto report = repair(getenv(kChildFolder));
    if (!report) return report_to_parent(to_string(report.error()));
    report_to_parent("repaired");
    fs::remove_all(report->damaged);
  }
}

TEST(Faults, KilledWhileItBuildsAndCompactsItLosesNothing) {
  const int kTrials = trials(15);
  constexpr std::size_t kMost = 100;  // documents of a store; a larger one takes long to build and tells no more
  const StoreFolder folder;
  Random random(kSeed);
  std::set<std::string> stored;
  std::size_t all = 0;
  int within = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    ChildProcess writer("RepairChild.DISABLED_BuildsAndCompacts", folder.path());
    bool compacts = false;
    const auto note = [&](const std::string& report) {
      compacts = report == "compacts";
      if (!compacts) stored.insert(report), ++all;
    };
    for (std::size_t i = pick(random, 12); i > 0; --i) note(writer.next_report());
    std::this_thread::sleep_for(std::chrono::microseconds(pick(random, 40'000)));
    writer.kill_now();
    for (std::string report = writer.next_report(); !report.empty(); report = writer.next_report()) note(report);
    within += compacts;
    auto store = folder.write();
    const auto report = check(*store);
    ASSERT_TRUE(report) << to_string(report.error());
    ASSERT_TRUE(report->sound()) << report->problems.front();
    for (const std::string& document : stored) ASSERT_TRUE(*store->find_document(document)) << document;
    if (stored.size() < kMost && trial + 1 < kTrials) continue;
    EXPECT_TRUE(verify_events(*store)->empty());
    store.reset();
    fs::remove_all(folder.path());
    stored.clear();
  }
  std::cout << kTrials << " kills, " << within << " of them within a compaction; " << all
            << " documents reported as stored, all there\n";
}

TEST(Faults, KilledWhileItRepairsItLeavesAWholeStore) {
  const int kTrials = trials(25);
  const auto left = left_store(12);
  const fs::path victim = left->folder.path();
  copy_folder(left->path, victim);
  Random random(kSeed);
  int finished = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    ChildProcess mender("RepairChild.DISABLED_Repairs", victim);
    if (trial % 2) finished += mender.next_report() == "repaired";
    std::this_thread::sleep_for(std::chrono::microseconds(pick(random, 120'000)));
    mender.kill_now();
    const auto said = all_said(victim, StoreOptions::Access::write);
    ASSERT_TRUE(said) << to_string(said.error());
    ASSERT_EQ(*said, left->said);
  }
  const auto report = repair(victim);
  ASSERT_TRUE(report) << to_string(report.error());
  EXPECT_TRUE(report->lost.empty());
  expect_repaired(victim, *report, left->said);
  EXPECT_GT(finished, 0);
  std::cout << kTrials << " kills, " << finished
            << " after a repair that was done; the answers were the same each time\n";
}

TEST(Backup, IsTheStoreAndDoesNotWriteOverOne) {
  const auto left = left_store(12);
  fs::path copy = left->folder.path();
  copy += "-copy";
  const auto copied = copy_store(left->path, copy);
  ASSERT_TRUE(copied) << to_string(copied.error());
  EXPECT_EQ(*all_said(copy, StoreOptions::Access::read), left->said);
  EXPECT_TRUE(check(**GraphStore::open(copy, {}))->sound());
  const auto again = copy_store(left->path, copy);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::refused);
}

}  // namespace
}  // namespace forewhen
