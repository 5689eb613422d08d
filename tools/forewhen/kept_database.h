// SPDX-License-Identifier: Apache-2.0
// A database that stays open from question to question, for the commands that answer many of them (query, shell).
#pragma once

#include <memory>
#include <string>

#include "forewhen/store/graph_store.h"

namespace forewhen {

// While it lives, open_or_kept() of its folder gives its store. One at a time.
class KeptDatabase {
 public:
  // Errors as of GraphStore::open.
  static Result<std::unique_ptr<KeptDatabase>> open(const std::string& folder);
  ~KeptDatabase();
  KeptDatabase(const KeptDatabase&) = delete;
  KeptDatabase& operator=(const KeptDatabase&) = delete;

  const std::string& folder() const { return folder_; }
  const GraphStore& store() const { return *store_; }
  // Questions from here on see what writers have done by now. Opens the database anew where its files were exchanged.
  Status renew();

 private:
  friend Result<std::shared_ptr<GraphStore>> open_or_kept(const std::string& folder, std::size_t memory);
  explicit KeptDatabase(std::string folder) : folder_(std::move(folder)) {}

  std::string folder_;
  std::shared_ptr<GraphStore> store_;
};

// The kept store of this folder, else one opened to read with so many bytes of memory (StoreOptions). Errors as of
// GraphStore::open.
Result<std::shared_ptr<GraphStore>> open_or_kept(const std::string& folder, std::size_t memory);

}  // namespace forewhen
