// SPDX-License-Identifier: Apache-2.0
#include "store/segment_cache.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kMostBytes = std::size_t{40} << 20;  // of one generation

}  // namespace

std::shared_ptr<const CachedPiece> SegmentCache::find(const Key& key) {
  const std::lock_guard lock(mutex_);
  if (const auto at = young_.find(key); at != young_.end()) return at->second;
  const auto at = old_.find(key);
  if (at == old_.end()) return nullptr;
  auto piece = std::move(at->second);
  old_.erase(at);
  put(key, piece);
  return piece;
}

std::shared_ptr<const CachedPiece> SegmentCache::keep(const Key& key, CachedPiece piece) {
  auto kept = std::make_shared<const CachedPiece>(std::move(piece));
  const std::lock_guard lock(mutex_);
  put(key, kept);
  return kept;
}

void SegmentCache::put(const Key& key, std::shared_ptr<const CachedPiece> piece) {
  young_bytes_ += piece->size();
  young_.insert_or_assign(key, std::move(piece));
  if (young_bytes_ < kMostBytes) return;
  old_ = std::move(young_);
  young_ = {};
  young_bytes_ = 0;
}

}  // namespace forewhen::store
