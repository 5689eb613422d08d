// SPDX-License-Identifier: Apache-2.0
// The stems that events of texts stand under: from each to the next past all its events.
#include "store/body.h"
#include "store/keys.h"

namespace forewhen {

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
  return found;
}

}  // namespace forewhen
