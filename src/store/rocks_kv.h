// SPDX-License-Identifier: Apache-2.0
// The ordered store on disk: one RocksDB, one column family a space. The only header besides rocks_errors.h that
// knows RocksDB.
#pragma once

#include <rocksdb/db.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "forewhen/store/graph_store.h"
#include "store/ordered_kv.h"

namespace forewhen::store {

class RocksKv final : public OrderedKv {
 public:
  // Errors as GraphStore::open has them. `now` goes into the writer's note.
  static Result<std::unique_ptr<OrderedKv>> open(const std::filesystem::path& folder, const StoreOptions& options,
                                                 Instant now);
  ~RocksKv() override;

  Status commit(const std::vector<KvWrite>& writes) override;
  Result<std::optional<std::string>> get(Space space, std::string_view key) const override;
  std::unique_ptr<KvCursor> cursor(Space space) const override;
  Status sync() override;
  Status catch_up() override;

 private:
  RocksKv(const std::filesystem::path& folder, const StoreOptions& options)
      : folder_(folder), options_(options), writes_(options.access == StoreOptions::Access::write) {}
  Status open_writer(Instant now);
  Status open_reader();
  Status open_reader_once();
  void close();

  std::filesystem::path folder_;
  std::filesystem::path private_folder_;  // of a reader; RocksDB wants one for its log
  StoreOptions options_;
  bool writes_;
  bool dirty_ = false;  // something was committed
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> families_;  // owned; in the order of Space
};

}  // namespace forewhen::store
