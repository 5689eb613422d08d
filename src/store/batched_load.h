// SPDX-License-Identifier: Apache-2.0
// A bulk load as batches of ordinary writes: for stores without a way past their log, and for little.
#pragma once

#include "store/ordered_kv.h"

namespace forewhen::store {

class BatchedLoad final : public KvLoad {
 public:
  BatchedLoad(OrderedKv& kv, Space space) : kv_(kv), space_(space) {}
  Status add(std::string_view key, std::string_view value) override;
  Status finish() override;

 private:
  OrderedKv& kv_;
  Space space_;
  std::vector<KvWrite> writes_;
  std::size_t bytes_ = 0;
};

}  // namespace forewhen::store
