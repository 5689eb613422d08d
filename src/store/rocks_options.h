// SPDX-License-Identifier: Apache-2.0
// How RocksDB is set for this store, with the reasons in rocks_options.cpp.
#pragma once

#include <rocksdb/db.h>

#include <string>
#include <vector>

#include "forewhen/store/graph_store.h"

namespace forewhen::store {

rocksdb::DBOptions database_options();
// "default", "text", "time", "index": in the order of Space. The first name is RocksDB's own and must be there.
std::vector<std::string> family_names();
std::vector<rocksdb::ColumnFamilyDescriptor> family_descriptors(const StoreOptions& store);

// Stores that are opened while this lives use that disk; for tests of disks that fail. Not for several threads.
class DiskForTests {
 public:
  explicit DiskForTests(rocksdb::Env* disk);
  ~DiskForTests();
  DiskForTests(const DiskForTests&) = delete;
  DiskForTests& operator=(const DiskForTests&) = delete;
};

}  // namespace forewhen::store
