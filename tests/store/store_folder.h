// SPDX-License-Identifier: Apache-2.0
// A folder for a store that goes with the test.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "forewhen/store/graph_store.h"

namespace forewhen {

class StoreFolder {
 public:
  StoreFolder() {
    std::string pattern = testing::TempDir() + "/forewhen-store-XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  ~StoreFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  StoreFolder(const StoreFolder&) = delete;
  StoreFolder& operator=(const StoreFolder&) = delete;

  std::filesystem::path path() const { return path_ / "db"; }

  // A test cannot go on without these.
  std::unique_ptr<GraphStore> write(std::function<Instant()> now = {}) const {
    return opened({.access = StoreOptions::Access::write, .create = true, .now = std::move(now)});
  }
  std::unique_ptr<GraphStore> read(StoreOptions::Access access = StoreOptions::Access::read) const {
    return opened({.access = access});
  }

 private:
  std::unique_ptr<GraphStore> opened(const StoreOptions& options) const {
    auto store = GraphStore::open(path(), options);
    if (!store) throw std::runtime_error(to_string(store.error()));
    return *std::move(store);
  }

  std::filesystem::path path_;
};

}  // namespace forewhen
