// SPDX-License-Identifier: Apache-2.0
#include "store/walk_readable.h"

#include <memory>
#include <string>

namespace forewhen::store {
namespace {

// The first readable row behind `last`, or null: nothing is readable up to the end of the prefix. A damaged block hides
// where it ends, so keys behind `last` are tried, the near ones first: the last byte raised, then the one before it,
// ...
std::unique_ptr<KvCursor> next_readable(const OrderedKv& kv, Space space, std::string_view prefix,
                                        const std::string& last) {
  const auto sought = [&](const std::string& key) {
    auto cursor = kv.cursor(space);
    cursor->seek(key);
    return cursor->valid() || cursor->status() ? std::move(cursor) : nullptr;
  };
  for (std::size_t size = last.size() + 8; size > prefix.size(); --size) {
    std::string key = last.substr(0, size);
    key.resize(size, '\0');
    for (int byte = static_cast<unsigned char>(key.back()) + 1; byte < 256; ++byte) {
      key.back() = static_cast<char>(byte);
      if (auto cursor = sought(key)) return cursor;
    }
  }
  return nullptr;
}

}  // namespace

std::uint64_t walk_readable(const OrderedKv& kv, Space space, std::string_view prefix,
                            const std::function<bool(std::string_view, std::string_view)>& visit) {
  std::uint64_t gaps = 0;
  std::string last(prefix);
  auto rows = kv.cursor(space);
  rows->seek(prefix);
  while (rows) {
    for (; rows->valid(); rows->next()) {
      if (!rows->key().starts_with(prefix)) return gaps;
      last = rows->key();
      if (!visit(rows->key(), rows->value())) return gaps;
    }
    if (rows->status()) return gaps;
    ++gaps;
    rows = next_readable(kv, space, prefix, last);
  }
  return gaps;
}

}  // namespace forewhen::store
