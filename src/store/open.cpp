// SPDX-License-Identifier: Apache-2.0
// Opening a store on disk: the folder, the database, the version, in this order.
#include <chrono>

#include "store/body.h"
#include "store/open_layout.h"
#include "store/rocks_kv.h"

namespace forewhen {

Result<std::unique_ptr<GraphStore>> GraphStore::open(const std::filesystem::path& folder, const StoreOptions& options) {
  const Instant now = std::chrono::floor<seconds>(std::chrono::system_clock::now());
  const bool writes = options.access == StoreOptions::Access::write;
  auto kv = store::RocksKv::open(folder, options, now);
  if (!kv) return kv.error();
  const Status known = store::settle_layout(**kv, options.create && writes, folder);
  if (!known) return known.error();
  return StoreAccess::over(*std::move(kv), options);
}

}  // namespace forewhen
