// SPDX-License-Identifier: Apache-2.0
#include "store/rocks_errors.h"

#include <string>

namespace forewhen::store {
namespace {

bool says(const rocksdb::Status& status, std::string_view words) {
  return status.ToString().find(words) != std::string::npos;
}

}  // namespace

bool is_lock_failure(const rocksdb::Status& status) {
  return status.IsIOError() && (says(status, "While lock file") || says(status, "lock hold by current process"));
}

bool is_vanished_file(const rocksdb::Status& status) {
  return status.IsPathNotFound() || says(status, "No such file or directory");
}

Error error_of(const rocksdb::Status& status, const std::filesystem::path& folder) {
  const std::string where = folder.string();
  if (status.IsNoSpace() || says(status, "No space left on device")) {
    return {ErrorKind::io, "no space left on the device", where,
            "make room and run it again; what was stored before is kept"};
  }
  if (says(status, "Read-only file system") || says(status, "Permission denied")) {
    return {ErrorKind::io, "this folder cannot be written: " + status.ToString(), where,
            "choose a folder that you may write to, or change its permissions"};
  }
  if (status.IsCorruption()) {
    return {ErrorKind::corrupt, "the stored bytes are damaged: " + status.ToString(), where,
            "forewhen repair --db DIR keeps what can be read; or restore a backup"};
  }
  return {ErrorKind::io, status.ToString(), where, ""};
}

}  // namespace forewhen::store
