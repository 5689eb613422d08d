// SPDX-License-Identifier: Apache-2.0
#include "extract/name_index.h"

#include <algorithm>
#include <tuple>

#include "extract/gazetteer.h"

namespace forewhen {
namespace {

bool has_small_letter(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; });
}

bool same_without_stops(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (true) {
    while (i < a.size() && a[i] == '.') ++i;
    while (j < b.size() && b[j] == '.') ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (a[i++] != b[j++]) return false;
  }
}

std::string_view without_article(std::string_view name) {
  for (std::string_view article : {"the ", "The ", "THE "})
    if (name.starts_with(article)) return name.substr(article.size());
  return name;
}

bool before(const NameIndex::Entry& a, const NameIndex::Entry& b) {
  return std::tie(a.folded, a.kind, a.owner) < std::tie(b.folded, b.kind, b.owner);
}

}  // namespace

void NameIndex::add(std::string_view name, std::uint32_t owner, std::uint8_t kind) {
  name = without_article(name);
  entries_.push_back({fold_name(name), kind, owner, name, !has_small_letter(name)});
}

std::string_view NameIndex::seal() {
  std::sort(entries_.begin(), entries_.end(), before);
  const auto twice = std::adjacent_find(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return !before(a, b) && a.written == b.written;
  });
  return twice == entries_.end() ? std::string_view{} : twice->written;
}

const NameIndex::Entry* NameIndex::find(std::string_view name, std::uint8_t least, std::uint8_t most) const {
  name = without_article(name);
  const std::string folded = fold_name(name);
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), folded,
                                [](const Entry& one, const std::string& key) { return one.folded < key; });
  for (; entry != entries_.end() && entry->folded == folded; ++entry) {
    if (entry->kind < least || entry->kind > most) continue;
    if (!entry->acronym || same_without_stops(entry->written, name)) return &*entry;
  }
  return nullptr;
}

}  // namespace forewhen
