// SPDX-License-Identifier: Apache-2.0
#include "store/id_filter.h"

#include "store/bytes.h"

namespace forewhen::store {
namespace {

constexpr std::size_t kWordsPerBlock = 8;
constexpr std::size_t kBitsPerId = 16;
constexpr int kBitsSet = 6;

}  // namespace

template <class Visit>
void IdFilter::each_bit(std::uint64_t id, Visit visit) const {
  const std::size_t blocks = words_.size() / kWordsPerBlock;
  // Mixed once more: the upper half chooses the block, nine bits each of a second mix the places in it.
  std::uint64_t mixed = id * 0x9e3779b97f4a7c15u;
  const std::size_t block = static_cast<std::size_t>((mixed >> 32) * blocks >> 32) * kWordsPerBlock;
  mixed = (mixed ^ mixed >> 29) * 0xbf58476d1ce4e5b9u;
  for (int i = 0; i < kBitsSet; ++i, mixed >>= 9) {
    visit(block + (mixed & 511) / 64, std::uint64_t{1} << (mixed & 63));
  }
}

IdFilter::IdFilter(std::size_t ids) {
  if (ids > 0) words_.assign((ids * kBitsPerId / 512 + 1) * kWordsPerBlock, 0);
}

IdFilter IdFilter::as_large_as(std::string_view bytes) {
  IdFilter filter;
  filter.words_.assign(bytes.size() / (8 * kWordsPerBlock) * kWordsPerBlock, 0);
  return filter;
}

void IdFilter::add(std::uint64_t id) {
  if (words_.empty()) return;
  each_bit(id, [this](std::size_t at, std::uint64_t bit) { words_[at] |= bit; });
}

bool IdFilter::may_have(std::uint64_t id) const {
  if (words_.empty()) return false;
  bool all = true;
  each_bit(id, [&](std::size_t at, std::uint64_t bit) { all = all && (words_[at] & bit) != 0; });
  return all;
}

std::string IdFilter::encode() const {
  std::string out;
  out.reserve(size());
  for (const std::uint64_t word : words_) append_be64(out, word);
  return out;
}

bool IdFilter::decode(std::string_view bytes) {
  if (bytes.size() % (kWordsPerBlock * 8) != 0) return false;
  words_.resize(bytes.size() / 8);
  ByteReader in(bytes);
  for (std::uint64_t& word : words_) word = in.be64();
  return in.ok();
}

}  // namespace forewhen::store
