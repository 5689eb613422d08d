// SPDX-License-Identifier: Apache-2.0
// A disk that fills up while documents come in: a clear error, and nothing that was stored is lost.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <fstream>

#include "forewhen/store/graph_store.h"
#include "tests/store/random_world.h"
#include "tests/store/store_folder.h"

namespace forewhen {
namespace {

class SmallDisk {
 public:
  SmallDisk() {
    std::filesystem::create_directory(folder_.path());
    mounted_ = mount("none", folder_.path().c_str(), "tmpfs", 0, "size=1m") == 0;
  }
  ~SmallDisk() {
    if (mounted_) umount2(folder_.path().c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  bool forbid_writing() { return mount("none", folder_.path().c_str(), "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0; }
  std::filesystem::path path() const { return folder_.path() / "db"; }
  std::filesystem::path ballast() const { return folder_.path() / "ballast"; }

 private:
  StoreFolder folder_;
  bool mounted_;
};

Result<std::unique_ptr<GraphStore>> open_to_write(const SmallDisk& disk) {
  return GraphStore::open(disk.path(), {.access = StoreOptions::Access::write, .create = true});
}

TEST(FullDisk, IsAClearErrorAndWhatWasStoredStays) {
  const SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "a small tmpfs cannot be mounted here";
  std::ofstream(disk.ballast()) << std::string(200'000, 'x');
  std::set<std::string> stored;
  Status outcome = Done{};
  {
    auto store = open_to_write(disk);
    ASSERT_TRUE(store) << to_string(store.error());
    RandomWorld world = RandomWorld::growing(9, "doc-");
    while (outcome.ok()) {
      const GraphChange change = world.next();
      outcome = (*store)->apply(change);
      if (outcome.ok()) stored.insert(change.document);
    }
    EXPECT_FALSE((*store)->apply(world.next())) << "a store whose log is torn takes nothing more";
  }
  EXPECT_EQ(outcome.error().kind, ErrorKind::io);
  EXPECT_NE(outcome.error().what.find("no space left"), std::string::npos) << to_string(outcome.error());
  EXPECT_EQ(outcome.error().where, disk.path().string());
  EXPECT_FALSE(outcome.error().mend.empty());
  ASSERT_GT(stored.size(), 10u);

  const auto reader = GraphStore::open(disk.path(), {});
  ASSERT_TRUE(reader) << "reading needs no room: " << to_string(reader.error());
  EXPECT_TRUE(check(**reader)->sound());
  const auto still_full = open_to_write(disk);
  if (!still_full) EXPECT_EQ(still_full.error().kind, ErrorKind::io);

  std::filesystem::remove(disk.ballast());
  const auto again = open_to_write(disk);
  ASSERT_TRUE(again) << to_string(again.error());
  const auto report = check(**again);
  ASSERT_TRUE(report) << to_string(report.error());
  EXPECT_TRUE(report->sound()) << report->problems.front();
  for (const std::string& document : stored) EXPECT_TRUE(*(*again)->find_document(document)) << document;
  std::cout << stored.size() << " documents stored before the disk was full, all there afterwards\n";
}

TEST(ReadOnlyDisk, IsReadAndNotWritten) {
  SmallDisk disk;
  if (!disk.mounted()) GTEST_SKIP() << "a small tmpfs cannot be mounted here";
  std::set<std::string> stored;
  {
    const auto store = open_to_write(disk);
    ASSERT_TRUE(store) << to_string(store.error());
    RandomWorld world = RandomWorld::growing(9, "doc-");
    for (int i = 0; i < 8; ++i) {
      const GraphChange change = world.next();
      ASSERT_TRUE((*store)->apply(change));
      stored.insert(change.document);
    }
  }
  ASSERT_TRUE(disk.forbid_writing());
  const auto reader = GraphStore::open(disk.path(), {});
  ASSERT_TRUE(reader) << to_string(reader.error());
  EXPECT_TRUE(check(**reader)->sound());
  for (const std::string& document : stored) EXPECT_TRUE(*(*reader)->find_document(document)) << document;
  const auto writer = open_to_write(disk);
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().kind, ErrorKind::io) << to_string(writer.error());
  EXPECT_FALSE(writer.error().mend.empty()) << to_string(writer.error());
}

}  // namespace
}  // namespace forewhen
