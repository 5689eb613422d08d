// SPDX-License-Identifier: Apache-2.0
// A disk that refuses to write, to sync or to rename from some moment on: the change is an error, and what was taken in
// before is there when the store is opened on a disk that works again.
#include <gtest/gtest.h>
#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <iostream>
#include <random>

#include "forewhen/store/record_import.h"
#include "store/rocks_options.h"
#include "tests/store/made_rows.h"
#include "tests/store/random_world.h"
#include "tests/store/store_folder.h"
#include "tests/trials.h"

namespace forewhen {
namespace {

enum class Deed { append, sync, rename };

// Lets so many deeds of one kind pass and fails all after.
struct Fault {
  Deed deed = Deed::append;
  std::atomic<long> left = 0;

  rocksdb::IOStatus done(Deed what) {
    if (what != deed || left.fetch_sub(1) > 0) return rocksdb::IOStatus::OK();
    return rocksdb::IOStatus::IOError("the test's disk fails");
  }
};

class FailingFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FailingFile(std::unique_ptr<rocksdb::FSWritableFile> file, Fault& fault)
      : FSWritableFileOwnerWrapper(std::move(file)), fault_(fault) {}
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* context) override {
    if (auto status = fault_.done(Deed::append); !status.ok()) return status;
    return FSWritableFileOwnerWrapper::Append(data, options, context);
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           const rocksdb::DataVerificationInfo& info, rocksdb::IODebugContext* context) override {
    if (auto status = fault_.done(Deed::append); !status.ok()) return status;
    return FSWritableFileOwnerWrapper::Append(data, options, info, context);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
    if (auto status = fault_.done(Deed::sync); !status.ok()) return status;
    return FSWritableFileOwnerWrapper::Sync(options, context);
  }
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* context) override {
    if (auto status = fault_.done(Deed::sync); !status.ok()) return status;
    return FSWritableFileOwnerWrapper::Fsync(options, context);
  }

 private:
  Fault& fault_;
};

class FailingDisk final : public rocksdb::FileSystemWrapper {
 public:
  explicit FailingDisk(Fault& fault) : FileSystemWrapper(rocksdb::FileSystem::Default()), fault_(fault) {}
  const char* Name() const override { return "FailingDisk"; }
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* file,
                                    rocksdb::IODebugContext* context) override {
    auto status = FileSystemWrapper::NewWritableFile(name, options, file, context);
    if (status.ok()) *file = std::make_unique<FailingFile>(std::move(*file), fault_);
    return status;
  }
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* context) override {
    if (auto status = fault_.done(Deed::rename); !status.ok()) return status;
    return FileSystemWrapper::RenameFile(from, to, options, context);
  }

 private:
  Fault& fault_;
};

TEST(FailingDisk, IsAnErrorAndWhatWasTakenInStays) {
  const int kTrials = trials(45);
  std::mt19937 random(20211108);
  std::size_t documents = 0, rows = 0, errors = 0;
  for (int trial = 0; trial < kTrials; ++trial) {
    const StoreFolder folder;
    Fault fault;
    fault.deed = static_cast<Deed>(trial % 3);
    // A store appends often, syncs and renames seldom.
    fault.left = static_cast<long>(random() % (fault.deed == Deed::append ? 400 : 12));
    const auto disk = rocksdb::NewCompositeEnv(std::make_shared<FailingDisk>(fault));
    std::vector<std::string> taken;
    std::uint64_t imported = 0;
    {
      const store::DiskForTests forced(disk.get());
      auto opened = GraphStore::open(folder.path(),
                                     {.access = StoreOptions::Access::write, .create = true, .write_buffer = 64 << 10});
      bool good = opened.ok();
      RandomWorld world = RandomWorld::growing(static_cast<std::uint64_t>(trial), "doc-");
      for (int i = 0; good && i < 60; ++i) {
        const GraphChange change = world.next();
        good = (*opened)->apply(change).ok();
        if (good) taken.push_back(change.document);
        if (good && i % 6 == 5) good = (*opened)->sync().ok();
        if (!good || i % 5 != 0) continue;
        RecordImport import(**opened, {});
        for (std::uint64_t row = imported; row < imported + 200; ++row) good = good && import.add(made_row(row)).ok();
        good = good && import.finish().ok();
        if (good) imported += 200;
      }
      errors += !good;
    }
    auto store = GraphStore::open(folder.path(), {.access = StoreOptions::Access::write, .create = true});
    ASSERT_TRUE(store) << to_string(store.error());
    const auto report = check(**store);
    ASSERT_TRUE(report) << to_string(report.error());
    ASSERT_TRUE(report->sound()) << report->problems.front();
    for (const std::string& document : taken) ASSERT_TRUE(*(*store)->find_document(document)) << document;
    for (std::uint64_t row = 0; row < imported; row += 50)
      ASSERT_TRUE(*(*store)->find_document("made:" + std::to_string(row))) << row;
    documents += taken.size(), rows += imported;
  }
  EXPECT_GT(errors, 0u);
  std::cout << kTrials << " failing disks, " << errors << " errors; " << documents << " documents and " << rows
            << " rows taken in, all there\n";
}

}  // namespace
}  // namespace forewhen
