// SPDX-License-Identifier: Apache-2.0
#include "store/word_lists.h"

#include <algorithm>

#include "store/body.h"
#include "store/bytes.h"
#include "store/keys.h"

namespace forewhen::store {
void WordListWriter::add(std::string_view word, std::span<const std::uint64_t> numbers) {
  while (!numbers.empty()) {
    const auto part = numbers.first(std::min(numbers.size(), kNumbersPerValue - count_));
    append_text(bytes_, word);
    append_varint(bytes_, part.size());
    append_varint(bytes_, part.front());
    std::uint64_t last = part.front();
    distances_.clear();
    for (const std::uint64_t number : part.subspan(1)) distances_.push_back(number - std::exchange(last, number));
    append_column(bytes_, distances_);
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

void put_words(std::vector<KvWrite>& writes, std::string prefix,
               std::vector<std::pair<std::string, std::uint64_t>> pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());  // a word may stand in several of its names
  WordListWriter lists(writes, std::move(prefix));
  std::vector<std::uint64_t> numbers;
  for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
    numbers.clear();
    for (; end < pairs.size() && pairs[end].first == pairs[begin].first; ++end) numbers.push_back(pairs[end].second);
    lists.add(pairs[begin].first, numbers);
  }
  lists.finish();
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
      if (!past)
        take_word_numbers(in, [&](std::uint64_t number) {
          if (here == word) numbers.push_back(number);
        });
    }
    sound = in.ok();
  }
  if (const Status status = rows->status(); !rows->valid() && !status) return status.error();
  return sound && std::is_sorted(numbers.begin(), numbers.end());
}

}  // namespace forewhen::store
