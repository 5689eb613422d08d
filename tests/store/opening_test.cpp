// SPDX-License-Identifier: Apache-2.0
// What may lie where a store is looked for, and what is said about it.
#include <gtest/gtest.h>
#include <sys/mount.h>

#include <fstream>

#include "forewhen/store/graph_store.h"
#include "store/body.h"
#include "store/layout.h"
#include "store/rocks_kv.h"
#include "tests/store/child_process.h"
#include "tests/store/random_world.h"
#include "tests/store/store_folder.h"

namespace forewhen {
namespace {

using Access = StoreOptions::Access;

Error error_opening(const std::filesystem::path& path, const StoreOptions& options) {
  const auto store = GraphStore::open(path, options);
  if (store) return {ErrorKind::usage, "it opened", "", ""};
  EXPECT_EQ(store.error().where, path.string());
  EXPECT_FALSE(store.error().what.empty());
  EXPECT_FALSE(store.error().mend.empty()) << store.error().what;
  return store.error();
}

void put_row(const std::filesystem::path& path, const std::string& key, std::optional<std::string> value) {
  const auto kv = store::RocksKv::open(path, {.access = Access::write}, Instant{});
  ASSERT_TRUE(kv);
  ASSERT_TRUE((*kv)->commit({{store::Space::records, key, std::move(value)}}));
}

std::size_t bytes_in(const std::filesystem::path& path) {
  std::size_t bytes = 0;
  for (const auto& file : std::filesystem::directory_iterator(path)) bytes += file.file_size();
  return bytes;
}

TEST(Opening, WhereThereIsNothingNothingIsMade) {
  const StoreFolder folder;
  for (const Access access : {Access::read, Access::follow, Access::write}) {
    EXPECT_EQ(error_opening(folder.path(), {.access = access}).kind, ErrorKind::not_found);
    EXPECT_FALSE(std::filesystem::exists(folder.path()));
  }
}

TEST(Opening, AnEmptyFolderIsNoStoreButMayBecomeOne) {
  const StoreFolder folder;
  std::filesystem::create_directory(folder.path());
  EXPECT_EQ(error_opening(folder.path(), {}).kind, ErrorKind::not_found);
  EXPECT_EQ(error_opening(folder.path(), {.access = Access::write}).kind, ErrorKind::not_found);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  EXPECT_TRUE(check(*folder.write())->sound());
}

TEST(Opening, AFolderOfOtherFilesIsLeftAlone) {
  const StoreFolder folder;
  std::filesystem::create_directory(folder.path());
  std::ofstream(folder.path() / "thesis.txt") << "precious";
  const Error error = error_opening(folder.path(), {.access = Access::write, .create = true});
  EXPECT_EQ(error.kind, ErrorKind::refused);
  EXPECT_NE(error.what.find("thesis.txt"), std::string::npos);
  EXPECT_EQ(bytes_in(folder.path()), 8u);
}

TEST(Opening, AFileIsNotAStore) {
  const StoreFolder folder;
  std::ofstream(folder.path()) << "text";
  EXPECT_EQ(error_opening(folder.path(), {.access = Access::write, .create = true}).kind, ErrorKind::refused);
  EXPECT_EQ(error_opening(folder.path(), {}).kind, ErrorKind::refused);
}

TEST(Opening, AnotherProgramsRocksDbIsLeftAlone) {
  for (const bool has_rows : {false, true}) {
    const StoreFolder folder;
    std::filesystem::create_directory(folder.path());
    rocksdb::Options options;
    options.create_if_missing = true;
    rocksdb::DB* db = nullptr;
    ASSERT_TRUE(rocksdb::DB::Open(options, folder.path().string(), &db).ok());
    if (has_rows) {
      ASSERT_TRUE(db->Put(rocksdb::WriteOptions(), "key", "value").ok());
    } else {
      rocksdb::ColumnFamilyHandle* family = nullptr;
      ASSERT_TRUE(db->CreateColumnFamily(options, "theirs", &family).ok());
      ASSERT_TRUE(db->DestroyColumnFamilyHandle(family).ok());
    }
    delete db;
    EXPECT_EQ(error_opening(folder.path(), {.access = Access::write, .create = true}).kind, ErrorKind::refused);
    EXPECT_EQ(error_opening(folder.path(), {}).kind, ErrorKind::refused);
  }
}

TEST(Opening, AStoreWhoseMakingWasCutShortIsMadeAnew) {
  const StoreFolder folder;
  std::filesystem::create_directory(folder.path());
  rocksdb::Options options;
  options.create_if_missing = true;
  rocksdb::DB* db = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(options, folder.path().string(), &db).ok());  // no families of ours, no version yet
  delete db;
  EXPECT_EQ(error_opening(folder.path(), {}).kind, ErrorKind::not_found);
  EXPECT_EQ(error_opening(folder.path(), {.access = Access::write}).kind, ErrorKind::not_found);
  EXPECT_TRUE(check(*folder.write())->sound());
}

TEST(Opening, AnUnknownLayoutIsRefusedByTheNameOfItsProgram) {
  const StoreFolder folder;
  { const auto made = folder.write(); }
  put_row(folder.path(), store::layout_key(),
          store::encode(store::LayoutRecord{store::kLayoutWithDataSets + 1, "forewhen 9.8.7"}));
  for (const StoreOptions& options : {StoreOptions{}, StoreOptions{.access = Access::write, .create = true}}) {
    const Error error = error_opening(folder.path(), options);
    EXPECT_EQ(error.kind, ErrorKind::version);
    EXPECT_NE(error.what.find("forewhen 9.8.7"), std::string::npos) << error.what;
    EXPECT_NE(error.what.find(std::string(store::kProgram)), std::string::npos) << error.what;
  }
}

TEST(Opening, ALayoutWithOtherColumnFamiliesIsRefusedByTheNameOfItsProgram) {
  const StoreFolder folder;
  { const auto made = folder.write(); }
  put_row(folder.path(), store::layout_key(), store::encode(store::LayoutRecord{12, "forewhen 9.8.7"}));
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const char* name : {"default", "text", "time", "index"}) families.emplace_back(name, rocksdb::Options());
  rocksdb::DB* db = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open(rocksdb::Options(), folder.path().string(), families, &handles, &db).ok());
  ASSERT_TRUE(db->DropColumnFamily(handles[2]).ok());
  for (auto* handle : handles) ASSERT_TRUE(db->DestroyColumnFamilyHandle(handle).ok());
  delete db;
  for (const StoreOptions& options : {StoreOptions{}, StoreOptions{.access = Access::write, .create = true}}) {
    const Error error = error_opening(folder.path(), options);
    EXPECT_EQ(error.kind, ErrorKind::version);
    EXPECT_NE(error.what.find("forewhen 9.8.7"), std::string::npos) << error.what;
  }
}

TEST(Opening, AVersionRecordThatIsGoneOrBrokenIsSaidToBe) {
  const StoreFolder folder;
  {
    RandomWorld world(2);
    EXPECT_TRUE(folder.write()->apply(world.next()));
  }
  put_row(folder.path(), store::layout_key(), "\x01");
  EXPECT_EQ(error_opening(folder.path(), {}).kind, ErrorKind::corrupt);
  put_row(folder.path(), store::layout_key(), std::nullopt);
  EXPECT_EQ(error_opening(folder.path(), {.access = Access::write, .create = true}).kind, ErrorKind::corrupt);
}

TEST(Opening, TheProgramsVersionIsThatOfTheProject) {
  std::ifstream file(FOREWHEN_SOURCE_DIR "/CMakeLists.txt");
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const std::string version(store::kProgram.substr(store::kProgram.find(' ') + 1));
  EXPECT_NE(text.find("project(forewhen VERSION " + version + " "), std::string::npos) << version;
}

TEST(Opening, AStoreWithOneDocumentIsSmall) {
  const StoreFolder folder;
  {
    RandomWorld world(3);
    EXPECT_TRUE(folder.write()->apply(world.next()));
  }
  EXPECT_LT(bytes_in(folder.path()), 100'000u);
}

TEST(Opening, AReaderLeavesNothingBehind) {
  const StoreFolder folder;
  { const auto made = folder.write(); }
  const std::size_t before = bytes_in(folder.path());
  EXPECT_TRUE(check(*folder.read())->sound());
  EXPECT_EQ(bytes_in(folder.path()), before);
  const std::string own = "forewhen-reader-" + std::to_string(getpid());
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::temp_directory_path())) {
    EXPECT_FALSE(file.path().filename().string().starts_with(own)) << file.path();
  }
}

TEST(Opening, ACorruptValueIsAnErrorThatNamesTheThing) {
  const StoreFolder folder;
  const ActorId id = actor_id("Tilda Brok");
  {
    GraphChange change;
    change.put_actors.push_back({id, "Tilda Brok", ActorKind::person, "", {}});
    EXPECT_TRUE(folder.write()->apply(change));
  }
  put_row(folder.path(), store::id_key(store::Table::actor, id.value), "\x01garbage");
  const auto reader = folder.read();
  const auto actor = reader->find_actor(id);
  ASSERT_FALSE(actor);
  EXPECT_EQ(actor.error().kind, ErrorKind::corrupt);
  EXPECT_NE(actor.error().what.find(to_string(id)), std::string::npos);
  EXPECT_FALSE(reader->actors_named("tilda"));
  EXPECT_FALSE(check(*reader)->sound());
}

// --- folders that the system keeps from us

class OpeningChild : public testing::Test {
 protected:
  void SetUp() override {
    if (!getenv(kChildFolder)) GTEST_SKIP() << "runs in a process of its own only";
  }
};

TEST_F(OpeningChild, DISABLED_TriesEverything) {
  for (const bool writes : {false, true}) {
    const auto access = writes ? Access::write : Access::read;
    const auto store = GraphStore::open(getenv(kChildFolder), {.access = access, .create = writes});
    report_to_parent(store ? "opened" : to_string(store.error()));
  }
}

constexpr unsigned kNobody = 65534;

TEST(Opening, AFolderThatMayOnlyBeReadCanBeReadButNotWritten) {
  if (geteuid() != 0) GTEST_SKIP() << "needs root, to become somebody else";
  const StoreFolder folder;
  { const auto made = folder.write(); }
  std::filesystem::permissions(folder.path().parent_path(), std::filesystem::perms(0755));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  ChildProcess somebody("OpeningChild.DISABLED_TriesEverything", folder.path(), kNobody);
  EXPECT_EQ(somebody.next_report(), "opened");
  const std::string refused = somebody.next_report();
  EXPECT_NE(refused.find("cannot be written"), std::string::npos) << refused;
  EXPECT_TRUE(check(*folder.read())->sound());
}

TEST(Opening, AFolderThatMayNotBeMadeIsSaidToBe) {
  if (geteuid() != 0) GTEST_SKIP() << "needs root, to become somebody else";
  const StoreFolder folder;
  std::filesystem::permissions(folder.path().parent_path(), std::filesystem::perms(0755));
  ChildProcess somebody("OpeningChild.DISABLED_TriesEverything", folder.path(), kNobody);
  EXPECT_NE(somebody.next_report().find("no such folder"), std::string::npos);
  const std::string refused = somebody.next_report();
  EXPECT_NE(refused.find("Permission denied"), std::string::npos) << refused;
}

}  // namespace
}  // namespace forewhen
