// SPDX-License-Identifier: Apache-2.0
// What RocksDB's statuses mean to the user of the store.
#pragma once

#include <rocksdb/status.h>

#include <filesystem>

#include "forewhen/base/result.h"

namespace forewhen::store {

// REQUIRES: !status.ok()
Error error_of(const rocksdb::Status& status, const std::filesystem::path& folder);
bool is_lock_failure(const rocksdb::Status& status);
// A file that the writer deleted while we were opening it.
bool is_vanished_file(const rocksdb::Status& status);

}  // namespace forewhen::store
