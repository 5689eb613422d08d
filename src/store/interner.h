// SPDX-License-Identifier: Apache-2.0
// Numbers texts as they come, each text once: a table of slots beside the bytes of all of them, so that a lookup
// touches few pages of memory, and clear() gives none of them back. Open addressing, linear probing (Knuth, The Art of
// Computer Programming 3, 6.4, algorithm L), at most half full.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/id.h"

namespace forewhen::store {

class Interner {
 public:
  // The number of the text: that of the last one that was the same, else the next.
  std::uint32_t number_of(std::string_view text) {
    if (texts_.size() * 2 >= slots_.size()) grow();
    const std::uint64_t hash = content_hash(text);
    for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
      Slot& slot = slots_[at];
      if (slot.number == kNone) {
        slot = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(texts_.size())};
        texts_.push_back({bytes_.size(), text.size()});
        bytes_ += text;
        return slot.number;
      }
      if (slot.mark == static_cast<std::uint32_t>(hash >> 32) && (*this)[slot.number] == text) return slot.number;
    }
  }
  // Until the next text is numbered. REQUIRES: number < size()
  std::string_view operator[](std::uint32_t number) const {
    return std::string_view(bytes_).substr(texts_[number].begin, texts_[number].size);
  }
  std::size_t size() const { return texts_.size(); }
  void clear() {
    slots_.assign(slots_.size(), Slot{});
    texts_.clear(), bytes_.clear();
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Slot {
    std::uint32_t mark = 0;  // of the hash, the upper half
    std::uint32_t number = kNone;
  };
  struct Text {
    std::size_t begin, size;
  };

  std::size_t mask() const { return slots_.size() - 1; }
  void grow() {
    slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, Slot{});
    for (std::uint32_t number = 0; number < texts_.size(); ++number) {
      const std::uint64_t hash = content_hash((*this)[number]);
      std::size_t at = hash & mask();
      while (slots_[at].number != kNone) at = (at + 1) & mask();
      slots_[at] = {static_cast<std::uint32_t>(hash >> 32), number};
    }
  }

  std::vector<Slot> slots_;  // a power of two of them
  std::vector<Text> texts_;
  std::string bytes_;
};

}  // namespace forewhen::store
