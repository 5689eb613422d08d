// SPDX-License-Identifier: Apache-2.0
#include "store/batched_load.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kBatch = std::size_t{1} << 20;

}  // namespace

Status BatchedLoad::add(std::string_view key, std::string_view value) {
  bytes_ += key.size() + value.size();
  writes_.push_back({space_, std::string(key), std::string(value)});
  return bytes_ < kBatch ? Done{} : finish();
}

Status BatchedLoad::finish() {
  if (writes_.empty()) return Done{};
  const Status written = kv_.commit(writes_);
  writes_.clear();
  bytes_ = 0;
  return written;
}

std::unique_ptr<KvLoad> OrderedKv::begin_load(Space space) { return std::make_unique<BatchedLoad>(*this, space); }

}  // namespace forewhen::store
