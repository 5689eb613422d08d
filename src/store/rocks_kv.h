// SPDX-License-Identifier: Apache-2.0
// The ordered store on disk: one RocksDB, one column family a space. Of all headers only those named rocks_... know
// RocksDB.
#pragma once

#include <rocksdb/db.h>
#include <atomic>

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "forewhen/store/graph_store.h"
#include "store/ordered_kv.h"

namespace forewhen::store {

// ThreadSanitizer does not see how RocksDB, built without it, hands what one thread wrote to another that reads it in
// place. In its builds a lock says so around writing and around the moment a reader looks at; else this is nothing.
#if defined(__SANITIZE_THREAD__)
using Publication = std::mutex;
#else
struct Publication {
  void lock() {}
  void unlock() {}
};
#endif

// The open database; cursors hold it too, so that none outlives it.
struct RocksDatabase {
  std::filesystem::path folder;
  mutable Publication publication;
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> families;  // owned; in the order of Space

  ~RocksDatabase();
};

class RocksKv final : public OrderedKv {
 public:
  // Errors as GraphStore::open has them. `now` goes into the writer's note.
  static Result<std::unique_ptr<OrderedKv>> open(const std::filesystem::path& folder, const StoreOptions& options,
                                                 Instant now);
  // For writing, whatever folder it is: a log that cannot be read to its end is read as far as it goes.
  static Result<std::unique_ptr<OrderedKv>> open_tolerant(const std::filesystem::path& folder,
                                                          const StoreOptions& options, Instant now);
  ~RocksKv() override;

  Status commit(const std::vector<KvWrite>& writes) override;
  Status load(const std::vector<KvWrite>& sorted) override;
  std::unique_ptr<KvLoad> begin_load(Space space) override;
  Result<std::optional<std::string>> get(Space space, std::string_view key) const override;
  std::unique_ptr<KvCursor> cursor(Space space) const override;
  Status sync() override;
  Status compact() override;
  std::vector<DiskUse> disk_use() const override;
  // io: the writer was faster than we could follow, many times in a row.
  Status catch_up() override;
  std::unique_ptr<OrderedKv> view() const override;

 private:
  static Result<std::unique_ptr<OrderedKv>> open_to_read(const std::filesystem::path& folder,
                                                         const StoreOptions& options);
  RocksKv(std::shared_ptr<RocksDatabase> base, bool writes) : base_(std::move(base)), writes_(writes) {}

  std::shared_ptr<RocksDatabase> base_;
  bool writes_;
  std::atomic<bool> dirty_ = false;  // something was committed
};

}  // namespace forewhen::store
