// SPDX-License-Identifier: Apache-2.0
#include "store/word_lists.h"

#include <algorithm>

#include "store/body.h"
#include "store/bytes.h"
#include "store/keys.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kNumbersPerValue = 1024;

}  // namespace

void WordListWriter::add(std::string_view word, std::span<const std::uint64_t> numbers) {
  while (!numbers.empty()) {
    const auto part = numbers.first(std::min(numbers.size(), kNumbersPerValue - count_));
    append_text(bytes_, word);
    append_varint(bytes_, part.size());
    std::uint64_t last = 0;
    for (const std::uint64_t number : part) append_varint(bytes_, number - std::exchange(last, number));
    count_ += part.size();
    last_word_ = word;
    last_number_ = last;
    numbers = numbers.subspan(part.size());
    if (count_ == kNumbersPerValue) flush();
  }
}

void WordListWriter::flush() {
  if (count_ == 0) return;
  std::string key = prefix_;
  append_closed(key, last_word_);
  append_be64(key, last_number_);
  writes_.push_back({Space::index, std::move(key), std::exchange(bytes_, {})});
  count_ = 0;
}

Result<bool> read_word(const OrderedKv& kv, std::string_view prefix, std::string_view word,
                       std::vector<std::uint64_t>& numbers) {
  std::string target(prefix);
  append_closed(target, word);
  bool sound = true, past = false;
  const auto rows = kv.cursor(Space::index);
  for (rows->seek(target); sound && !past && rows->valid() && rows->key().starts_with(prefix); rows->next()) {
    ByteReader in(rows->value());
    while (in.ok() && !in.at_end() && !past) {
      const std::string_view here = in.text();
      past = here > word;
      std::uint64_t number = 0;
      for (std::uint64_t left = in.varint(); left > 0 && in.ok() && !past; --left) {
        number += in.varint();
        if (here == word) numbers.push_back(number);
      }
    }
    sound = in.ok();
  }
  if (const Status status = rows->status(); !rows->valid() && !status) return status.error();
  return sound && std::is_sorted(numbers.begin(), numbers.end());
}

}  // namespace forewhen::store
