// SPDX-License-Identifier: Apache-2.0
// Words with ascending numbers under each, many in one value: a segment's index of stems and of names. Most words have
// a few numbers only, so a key for each would be most of the bytes.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "store/names.h"
#include "store/ordered_kv.h"
#include "store/packed_column.h"

namespace forewhen::store {

inline constexpr std::size_t kNumbersPerValue = 1024;

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
  std::vector<std::uint64_t> distances_;
};

// take(number) for those behind a word in a value.
template <class Take>
void take_word_numbers(ByteReader& in, Take take) {
  const std::uint64_t count = in.varint();
  if (count == 0 || count > kNumbersPerValue) in.fail();
  std::uint64_t number = in.varint();
  if (!in.ok()) return;
  take(number);
  take_column(in, count - 1, [&](std::size_t, std::uint64_t distance) { take(number += distance); });
}

inline void skip_word_numbers(ByteReader& in) {
  const std::uint64_t count = in.varint();
  if (count == 0 || count > kNumbersPerValue) in.fail();
  (void)in.varint();
  if (in.ok()) PackedColumn().read(in, in.rest(), count - 1);
}

// Numbers under `word`. false: damaged
Result<bool> read_word(const OrderedKv& kv, std::string_view prefix, std::string_view word,
                       std::vector<std::uint64_t>& numbers);

// (word, number) pairs, in any order and with repeats, as lists of words.
void put_words(std::vector<KvWrite>& writes, std::string prefix,
               std::vector<std::pair<std::string, std::uint64_t>> pairs);

// Those of the names of a thing, with its number.
template <class Named>
void note_words(std::vector<std::pair<std::string, std::uint64_t>>& pairs, const Named& thing, std::uint64_t number) {
  for (const std::string& name : names_of(thing)) {
    const std::string normalised = normalised_name(name);
    for (const std::string_view word : words_of(normalised)) pairs.emplace_back(word, number);
  }
}

}  // namespace forewhen::store
