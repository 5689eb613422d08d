// SPDX-License-Identifier: Apache-2.0
#include "syntax/vocabulary.h"

#include <algorithm>

#include "syntax/feature.h"

namespace forewhen::syntax {
namespace {

constexpr std::uint64_t mark_of(std::uint64_t hash) { return (hash >> 26) | 1; }

}  // namespace

bool Vocabulary::map(std::string_view bytes) {
  if (bytes.size() < 8 || bytes.size() % 8 != 0) return false;
  slots_ = {reinterpret_cast<const std::uint64_t*>(bytes.data()), bytes.size() / 8};
  return std::find(slots_.begin(), slots_.end(), std::uint64_t{0}) != slots_.end();
}

WordClasses Vocabulary::find(std::string_view word) const {
  const std::uint64_t hash = hash_bytes(word);
  for (std::size_t at = hash % slots_.size(); slots_[at] != 0; at = (at + 1) % slots_.size()) {
    const std::uint64_t slot = slots_[at];
    if (slot >> 26 != mark_of(hash)) continue;
    return {static_cast<std::uint8_t>(slot >> 10), static_cast<std::uint8_t>(slot >> 2),
            static_cast<std::uint8_t>(slot >> 18), (slot & 2) != 0, (slot & 1) != 0};
  }
  return {};
}

std::string pack_vocabulary(const std::vector<VocabularyEntry>& entries) {
  std::vector<std::uint64_t> slots(entries.size() + entries.size() / 3 + 8);
  for (const VocabularyEntry& entry : entries) {
    const std::uint64_t hash = hash_bytes(entry.word);
    std::size_t at = hash % slots.size();
    while (slots[at] != 0) at = (at + 1) % slots.size();
    const WordClasses& c = entry.classes;
    slots[at] = mark_of(hash) << 26 | std::uint64_t{c.frames} << 18 | std::uint64_t{c.noun} << 10 |
                std::uint64_t{c.verb} << 2 | static_cast<std::uint64_t>(c.adjective) << 1 |
                static_cast<std::uint64_t>(c.adverb);
  }
  return {reinterpret_cast<const char*>(slots.data()), slots.size() * 8};
}

}  // namespace forewhen::syntax
