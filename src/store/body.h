// SPDX-License-Identifier: Apache-2.0
// What a GraphStore is made of, for the files that implement it.
#pragma once

#include <memory>
#include <mutex>

#include "forewhen/store/graph_store.h"
#include "store/codec.h"
#include "store/keys.h"
#include "store/ordered_kv.h"
#include "store/segment.h"

namespace forewhen {

struct GraphStore::Body {
  std::unique_ptr<store::OrderedKv> kv;
  StoreOptions options;
  // The rows of data sets: read when first asked for, forgotten when they change.
  std::mutex mutex;
  std::shared_ptr<const store::Catalog> catalog;
  bool is_swept = false;  // of the keys of segments that nobody knows
};

struct StoreAccess {
  static store::OrderedKv& kv(const GraphStore& store) { return *store.body_->kv; }
  static Result<std::shared_ptr<const store::Catalog>> catalog(const GraphStore& store);
  // By who wrote what it says now.
  static void set_catalog(const GraphStore& store, store::Catalog catalog);
  static void forget_catalog(const GraphStore& store);
  // Events of texts may be there from now on.
  static void note_texts(const GraphStore& store) {
    const std::lock_guard lock(store.body_->mutex);
    if (store.body_->catalog && !store.body_->catalog->has_texts) store.body_->catalog.reset();
  }
  static bool& is_swept(const GraphStore& store) { return store.body_->is_swept; }
  static const StoreOptions& options(const GraphStore& store) { return store.body_->options; }
  static std::unique_ptr<GraphStore> over(std::unique_ptr<store::OrderedKv> kv, const StoreOptions& options) {
    auto body = std::make_unique<GraphStore::Body>();
    body->kv = std::move(kv);
    body->options = options;
    return std::unique_ptr<GraphStore>(new GraphStore(std::move(body)));
  }
};

namespace store {

// "event e0123: the record does not decode": names the thing in an error about its bytes.
Error about(Error error, std::string_view thing);

// The record under a key, if any.
template <class Record>
Result<std::optional<Record>> find_record(const OrderedKv& kv, std::string_view key, const std::string& thing) {
  const auto bytes = kv.get(Space::records, key);
  if (!bytes) return bytes.error();
  if (!*bytes) return std::optional<Record>();
  auto record = decode<Record>(**bytes);
  if (!record) return about(record.error(), thing);
  return std::optional<Record>(*std::move(record));
}

// Calls visit(key, value) for each row under the prefix; visit returns false to stop early.
template <class Visit>
Status walk(const OrderedKv& kv, Space space, std::string_view prefix, Visit visit) {
  const auto cursor = kv.cursor(space);
  for (cursor->seek(prefix); cursor->valid() && cursor->key().starts_with(prefix); cursor->next()) {
    if (!visit(cursor->key(), cursor->value())) return Done{};
  }
  return cursor->valid() ? Status(Done{}) : cursor->status();
}

Error damaged_key(std::string_view table, std::string_view key);

}  // namespace store
}  // namespace forewhen
