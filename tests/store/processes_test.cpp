// SPDX-License-Identifier: Apache-2.0
// Several processes at one store: a second writer, readers beside the writer, a writer that is killed.
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <thread>

#include "forewhen/store/graph_store.h"
#include "tests/store/child_process.h"
#include "tests/store/random_world.h"
#include "tests/store/store_folder.h"
#include "tests/trials.h"

namespace forewhen {
namespace {

constexpr std::uint64_t kSeed = 31;

std::unique_ptr<GraphStore> open_or_report(const StoreOptions& options) {
  auto store = GraphStore::open(getenv(kChildFolder), options);
  if (store) return *std::move(store);
  report_to_parent(to_string(store.error()));
  return nullptr;
}

// --- what the children do; skipped when there is no parent

class StoreChild : public testing::Test {
 protected:
  void SetUp() override {
    if (!getenv(kChildFolder)) GTEST_SKIP() << "runs in a process of its own only";
  }
};

// New documents, one after the other, each reported when apply() has returned.
TEST_F(StoreChild, DISABLED_WritesUntilKilled) {
  // Little room, so that files come and go all the time.
  const auto store = open_or_report({.access = StoreOptions::Access::write, .create = true, .write_buffer = 64 << 10});
  if (!store) return;
  const std::uint64_t before = store->counts()->documents;
  RandomWorld world = RandomWorld::growing(before, "after-" + std::to_string(before) + "-");
  while (true) {
    const GraphChange change = world.next();
    if (!store->apply(change)) return report_to_parent("failed");
    report_to_parent(change.document);
  }
}

TEST_F(StoreChild, DISABLED_HoldsTheStoreOpen) {
  const auto store = open_or_report({.access = StoreOptions::Access::write, .create = true});
  report_to_parent("open");
  while (true) pause();
}

TEST_F(StoreChild, DISABLED_OpensToWrite) {
  if (open_or_report({.access = StoreOptions::Access::write, .create = true})) report_to_parent("opened");
}

// --- the tests

TEST(Processes, ASecondWriterIsToldWhoTheFirstIs) {
  const StoreFolder folder;
  ChildProcess first("StoreChild.DISABLED_HoldsTheStoreOpen", folder.path());
  ASSERT_EQ(first.next_report(), "open");
  const auto second = GraphStore::open(folder.path(), {.access = StoreOptions::Access::write});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::locked);
  EXPECT_NE(second.error().what.find("process " + std::to_string(first.pid()) + " writes here since 2"),
            std::string::npos)
      << second.error().what;

  first.kill_now();
  EXPECT_TRUE(GraphStore::open(folder.path(), {.access = StoreOptions::Access::write}))
      << "the lock goes with the process, whatever it leaves behind";
}

TEST(Processes, ANoteOfAProcessThatHasEndedIsSaidToBe) {
  const StoreFolder folder;
  ChildProcess ended("StoreChild.DISABLED_OpensToWrite", folder.path());
  EXPECT_EQ(ended.next_report(), "opened");
  ended.wait();
  const auto first = folder.write();
  std::ofstream(folder.path() / "WRITER") << "pid " << ended.pid() << "\nsince 2021-03-04T05:06:07\nticks 1\n";
  ChildProcess second("StoreChild.DISABLED_OpensToWrite", folder.path());
  const std::string said = second.next_report();
  EXPECT_NE(said.find(std::to_string(ended.pid()) + ", which began at 2021-03-04T05:06:07, has ended"),
            std::string::npos)
      << said;
}

TEST(Processes, ASecondWriterInTheSameProcessIsRefusedToo) {
  const StoreFolder folder;
  const auto first = folder.write();
  const auto second = GraphStore::open(folder.path(), {.access = StoreOptions::Access::write});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::locked);
}

TEST(Processes, AReaderSeesASoundGraphAtAnyTimeWhileAnotherProcessWrites) {
  const StoreFolder folder;
  ChildProcess writer("StoreChild.DISABLED_WritesUntilKilled", folder.path());
  std::uint64_t stored = 0;
  for (int opening = 0; opening < 25; ++opening) {
    for (int i = 0; i < 20; ++i, ++stored) ASSERT_FALSE(writer.next_report().empty());
    const auto reader = folder.read();
    const auto report = check(*reader);
    ASSERT_TRUE(report) << to_string(report.error());
    ASSERT_TRUE(report->sound()) << report->problems.front();
    ASSERT_GE(report->counts.documents, stored) << "what was reported as stored is there";
  }
}

TEST(Processes, AFollowerCatchesUpAndAReaderStaysWhereItIs) {
  const StoreFolder folder;
  const auto writer = folder.write();
  RandomWorld world(4, 1000);
  ASSERT_TRUE(writer->apply(world.next()));
  const auto reader = folder.read();
  const auto follower = folder.read(StoreOptions::Access::follow);
  for (int step = 0; step < 50; ++step) {
    ASSERT_TRUE(writer->apply(world.next()));
    if (step % 10 != 0) continue;
    ASSERT_TRUE(follower->catch_up());
    EXPECT_EQ(*follower->document_ids(), *writer->document_ids());
    EXPECT_EQ(reader->document_ids()->size(), 1u);
    EXPECT_TRUE(check(*follower)->sound());
  }
}

TEST(Processes, AReaderDoesNotWrite) {
  const StoreFolder folder;
  { const auto made = folder.write(); }
  RandomWorld world(4);
  const Status refused = folder.read()->apply(world.next());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::usage);
}

TEST(Processes, AWriterKilledAtAnyMomentLosesNothingThatItReported) {
  const int kTrials = trials(16);
  const StoreFolder folder;
  std::mt19937 random(kSeed);
  std::set<std::string> stored;
  for (int trial = 0; trial < kTrials; ++trial) {
    ChildProcess writer("StoreChild.DISABLED_WritesUntilKilled", folder.path());
    // Some are killed while they open the store, the others after a number of documents.
    const std::size_t count = trial % 4 == 0 ? 0 : random() % 150;
    for (std::size_t i = 0; i < count; ++i) stored.insert(writer.next_report());
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
    writer.kill_now();

    const auto store = folder.write();
    const auto report = check(*store);
    ASSERT_TRUE(report) << to_string(report.error());
    ASSERT_TRUE(report->sound()) << report->problems.front();
    for (const std::string& document : stored) ASSERT_TRUE(*store->find_document(document)) << document;
  }
  std::cout << kTrials << " kills, " << stored.size() << " documents reported as stored, all there\n";
}

}  // namespace
}  // namespace forewhen
