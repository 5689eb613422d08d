// SPDX-License-Identifier: Apache-2.0
// The stems that events stand under. Of texts: from each to the next past all its events. Of rows: the words of the
// segments' lists, past their numbers.
#include <algorithm>

#include "store/body.h"
#include "store/keys.h"
#include "store/records.h"
#include "store/segment_reader.h"
#include "store/word_lists.h"

namespace forewhen {
namespace {

Status add_stems_of_rows(const store::OrderedKv& kv, const store::SegmentInfo& segment, std::string_view prefix,
                         std::vector<std::string>& found) {
  const std::string list = store::segment_key(segment.number, 's');
  const auto rows = kv.cursor(store::Space::index);
  for (rows->seek(list + std::string(prefix)); rows->valid() && rows->key().starts_with(list); rows->next()) {
    store::ByteReader in(rows->value());
    while (in.ok() && !in.at_end()) {
      const std::string_view word = in.text();
      store::skip_word_numbers(in);
      if (!in.ok()) break;
      if (word.starts_with(prefix)) {
        if (found.empty() || found.back() != word) found.emplace_back(word);
      } else if (word > prefix) {
        return Done{};
      }
    }
    if (!in.ok()) return store::damaged_segment(segment, 's');
  }
  return rows->valid() ? Done{} : rows->status();
}

}  // namespace

Result<std::vector<std::string>> GraphStore::stems(std::string_view prefix) const {
  const std::string table = store::prefix_of(store::Table::stem);
  std::vector<std::string> found;
  const auto cursor = body_->kv->cursor(store::Space::index);
  cursor->seek(table + std::string(prefix));
  while (cursor->valid() && cursor->key().starts_with(table)) {
    const auto posting = store::read_posting(cursor->key());
    if (!posting) return store::damaged_key("stem", cursor->key());
    if (!posting->text.starts_with(prefix)) break;
    found.push_back(posting->text);
    cursor->seek(store::posting_prefix(store::Table::stem, posting->text) + std::string(9, '\xFF'));
  }
  if (!cursor->valid() && !cursor->status()) return cursor->status().error();
  const auto records = store::records_of(*this);
  if (!records) return records.error();
  for (const auto& [number, each] : records->catalog().segments) {
    if (Status added = add_stems_of_rows(*body_->kv, each->info, prefix, found); !added) return added.error();
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace forewhen
