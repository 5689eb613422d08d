// SPDX-License-Identifier: Apache-2.0
#include "kept_database.h"

namespace forewhen {
namespace {

KeptDatabase* kept = nullptr;

Result<std::shared_ptr<GraphStore>> open_as(const std::string& folder, StoreOptions::Access access,
                                            std::size_t memory = StoreOptions().memory) {
  StoreOptions options;
  options.access = access;
  options.memory = memory;
  auto store = GraphStore::open(folder, options);
  if (!store) return store.error();
  return std::shared_ptr<GraphStore>(std::move(store).value());
}

}  // namespace

Result<std::unique_ptr<KeptDatabase>> KeptDatabase::open(const std::string& folder) {
  auto store = open_as(folder, StoreOptions::Access::follow);
  if (!store) return store.error();
  std::unique_ptr<KeptDatabase> database(new KeptDatabase(folder));
  database->store_ = std::move(store).value();
  kept = database.get();
  return database;
}

KeptDatabase::~KeptDatabase() { kept = nullptr; }

Status KeptDatabase::renew() {
  if (store_->catch_up()) return Done{};
  auto store = open_as(folder_, StoreOptions::Access::follow);
  if (!store) return store.error();
  store_ = std::move(store).value();
  return Done{};
}

Result<std::shared_ptr<GraphStore>> open_or_kept(const std::string& folder, std::size_t memory) {
  if (kept && kept->folder_ == folder) return kept->store_;
  return open_as(folder, StoreOptions::Access::read, memory);
}

}  // namespace forewhen
