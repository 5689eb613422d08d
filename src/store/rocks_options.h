// SPDX-License-Identifier: Apache-2.0
// How RocksDB is set for this store, with the reasons in rocks_options.cpp.
#pragma once

#include <rocksdb/db.h>

#include <string>
#include <vector>

namespace forewhen::store {

rocksdb::DBOptions database_options();
// "default", "text", "time", "index": in the order of Space. The first name is RocksDB's own and must be there.
std::vector<std::string> family_names();
std::vector<rocksdb::ColumnFamilyDescriptor> family_descriptors(std::size_t write_buffer);

}  // namespace forewhen::store
