// SPDX-License-Identifier: Apache-2.0
// The indexes of a merged segment: rows by id, by mirror number, and by the words of what they say.
#include <algorithm>
#include <tuple>

#include "store/segment_merge.h"
#include "store/word_lists.h"

namespace forewhen::store {

// Rows by id, and which of them have no event of their own.
Status SegmentMerge::put_keys() {
  auto inputs = readers<KeyValue>('i');
  SegmentOutput out = output('i');
  IdFilter filter(merged_.info.rows);
  std::vector<RowKey> keys;
  std::uint32_t values = 0;
  const auto put = [&]() -> Status {
    if (keys.empty()) return Done{};
    directory_.last_ids.push_back(keys.back().event.value);
    const std::string bytes = encode_keys(keys.data(), keys.data() + keys.size());
    keys.clear();
    return out.numbered(values++, bytes);
  };
  using Reader = SegmentReader<KeyValue>;
  const auto key_at = [](const Reader& reader) -> const RowKey& { return reader.value().keys[reader.at()]; };
  const Status walked = merge_inputs(
      inputs, [&](const Reader& a, const Reader& b) { return comes_first(key_at(a), key_at(b)); },
      [&](std::size_t i, const Reader& input) -> Status {
        RowKey& key = keys.emplace_back(key_at(input));
        if (key.row >= rows_[i].size()) return damaged_segment(from_[i]->info, 'i');
        key.row = rows_[i][key.row];
        filter.add(key.event.value);
        return keys.size() == kRowsPerIndex ? put() : Done{};
      });
  if (!walked) return walked;
  SegmentState& state = merged_.state;
  std::vector<std::pair<std::uint32_t, RowFate>> fates;
  for (std::size_t i = 0; i < from_.size(); ++i) {
    const SegmentState& own = *from_[i]->state;
    state.events += own.events, state.claims += own.claims;
    state.undated += own.undated, state.participations += own.participations;
    for (const SegmentState::Run& run : own.runs) {
      for (std::uint32_t row = run.first; row < std::min<std::size_t>(run.end, rows_[i].size()); ++row)
        fates.emplace_back(rows_[i][row], run.fate);
    }
  }
  std::sort(fates.begin(), fates.end());
  for (const auto& [row, fate] : fates) state.add_fate(row, fate);
  SegmentOutput filters = output('b');
  for (const Status& done : {put(), out.finish(), filters.under(filters.prefix(), filter.encode()), filters.finish()}) {
    if (!done) return done;
  }
  return Done{};
}

Status SegmentMerge::put_mirrors() {
  auto inputs = readers<MirrorValue>('x');
  SegmentOutput out = output('x');
  std::vector<MirrorKey> keys;
  std::uint32_t count = 0;
  const auto put = [&]() -> Status {
    if (keys.empty()) return Done{};
    const std::string bytes = encode_mirrors(keys.data(), keys.data() + keys.size());
    std::string key = out.prefix();
    append_be64(key, keys.back().mirror), append_be32(key, count);
    keys.clear();
    return out.under(key, bytes);
  };
  using Reader = SegmentReader<MirrorValue>;
  const auto order = [this](std::size_t i, const Reader& reader) {
    const MirrorKey& key = reader.value().keys[reader.at()];
    return std::tuple(key.mirror, key.event, key.row < rows_[i].size() ? rows_[i][key.row] : kNoNumber);
  };
  const auto index_of = [&](const Reader& reader) { return static_cast<std::size_t>(&reader - inputs.data()); };
  const Status walked = merge_inputs(
      inputs, [&](const Reader& a, const Reader& b) { return order(index_of(a), a) < order(index_of(b), b); },
      [&](std::size_t i, const Reader& input) -> Status {
        MirrorKey& key = keys.emplace_back(input.value().keys[input.at()]);
        if (key.row >= rows_[i].size()) return damaged_segment(from_[i]->info, 'x');
        key.row = rows_[i][key.row];
        ++count;
        return keys.size() == kRowsPerIndex ? put() : Done{};
      });
  if (!walked) return walked;
  if (Status done = put(); !done) return done;
  return out.finish();
}

// Words of what the rows say, with their rows.
Status SegmentMerge::put_stems() {
  auto inputs = readers<WordValue>('s');
  SegmentOutput out = output('s');
  std::vector<KvWrite> writes;
  WordListWriter lists(writes, out.prefix());
  const auto flush = [&]() -> Status {
    for (const KvWrite& write : writes) {
      if (Status done = out.under(write.key, *write.value); !done) return done;
    }
    writes.clear();
    return Done{};
  };
  std::string word;
  std::vector<std::uint64_t> numbers;
  const auto put = [&]() -> Status {
    if (numbers.empty()) return Done{};
    std::sort(numbers.begin(), numbers.end());
    lists.add(word, numbers);
    numbers.clear();
    return flush();
  };
  using Reader = SegmentReader<WordValue>;
  const auto part_at = [](const Reader& reader) -> const WordValue::Part& { return reader.value().parts[reader.at()]; };
  const Status walked = merge_inputs(
      inputs, [&](const Reader& a, const Reader& b) { return part_at(a).word < part_at(b).word; },
      [&](std::size_t i, const Reader& input) -> Status {
        const WordValue::Part& part = part_at(input);
        if (part.word != word) {
          if (Status done = put(); !done) return done;
          word = part.word;
        }
        for (const std::uint64_t number : part.numbers) {  // row * 2, and 1 for the lighter weight
          if (number / 2 >= rows_[i].size()) return damaged_segment(from_[i]->info, 's');
          numbers.push_back(std::uint64_t{rows_[i][number / 2]} * 2 + number % 2);
        }
        return Done{};
      });
  if (!walked) return walked;
  if (Status done = put(); !done) return done;
  lists.finish();
  if (Status done = flush(); !done) return done;
  return out.finish();
}

}  // namespace forewhen::store
