// SPDX-License-Identifier: Apache-2.0
// Words with ascending numbers under each, many in one value: a segment's index of stems and of names. Most words have
// a few numbers only, so a key for each would be most of the bytes.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "store/ordered_kv.h"

namespace forewhen::store {

class WordListWriter {
 public:
  // Values go under `prefix`, the last word of the value (closed) and the last number under it.
  WordListWriter(std::vector<KvWrite>& writes, std::string prefix) : writes_(writes), prefix_(std::move(prefix)) {}
  // REQUIRES: words ascend; numbers ascend, at least one
  void add(std::string_view word, std::span<const std::uint64_t> numbers);
  void finish() { flush(); }

 private:
  void flush();
  std::vector<KvWrite>& writes_;
  std::string prefix_, bytes_, last_word_;
  std::uint64_t last_number_ = 0;
  std::size_t count_ = 0;
};

// Numbers under `word`. false: damaged
Result<bool> read_word(const OrderedKv& kv, std::string_view prefix, std::string_view word,
                       std::vector<std::uint64_t>& numbers);

}  // namespace forewhen::store
