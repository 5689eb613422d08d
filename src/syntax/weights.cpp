// SPDX-License-Identifier: Apache-2.0
// Bytes of a table of actions: slots:u64 x n. Of classes: n:u64, entries:u64, slots:u64 x n, entries:u16 x entries.
#include "syntax/weights.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>
#include <string>

#include "syntax/feature.h"

namespace forewhen::syntax {
namespace {

static_assert(std::endian::native == std::endian::little, "the model file is little-endian");

// Position of a feature in a table of `size` slots (Lemire's reduction; any size will do).
std::size_t home(std::uint64_t feature, std::size_t size) {
  return static_cast<std::size_t>((static_cast<unsigned __int128>(feature) * size) >> 64);
}

// The low bits of the feature, never 0; the high ones chose the place.
std::uint64_t mark_of(std::uint64_t feature, int bits) {
  const std::uint64_t mark = feature & ((std::uint64_t{1} << bits) - 1);
  return mark == 0 ? 1 : mark;
}

// The slot where the search for a feature ends: that of its mark, or an empty one, 0.
std::uint64_t find(std::span<const std::uint64_t> slots, std::uint64_t feature, int bits) {
  const std::uint64_t mark = mark_of(feature, bits);
  std::size_t at = home(feature, slots.size());
#ifdef __SSE2__
  // Four slots at once. A mark lies in the upper half of its slot and is never 0.
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(mark));
  for (; at + 4 <= slots.size(); at += 4) {
    const auto* four = reinterpret_cast<const float*>(&slots[at]);
    const __m128i halves =
        _mm_castps_si128(_mm_shuffle_ps(_mm_loadu_ps(four), _mm_loadu_ps(four + 4), _MM_SHUFFLE(3, 1, 3, 1)));
    const __m128i marks = _mm_srli_epi32(halves, 32 - bits);
    const __m128i ends = _mm_or_si128(_mm_cmpeq_epi32(marks, wanted), _mm_cmpeq_epi32(marks, _mm_setzero_si128()));
    const int found = _mm_movemask_ps(_mm_castsi128_ps(ends));
    if (found != 0) return slots[at + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(found)))];
  }
  if (at == slots.size()) at = 0;
#endif
  for (;;) {
    const std::uint64_t slot = slots[at];
    if (slot == 0 || slot >> (64 - bits) == mark) return slot;
    if (++at == slots.size()) at = 0;
  }
}

// The features that a table may hold, their slots on the way to the processor.
class Candidates {
 public:
  Candidates(std::span<const std::uint64_t> features, const Presence& presence, std::span<const std::uint64_t> slots) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < features.size(); at += block) {
      const std::size_t first = count;
      for (std::size_t i = at + block; i < std::min(at + 2 * block, features.size()); ++i) presence.fetch(features[i]);
      for (const std::uint64_t feature : features.subspan(at, std::min(block, features.size() - at))) {
        held_[count] = feature;
        count += presence.holds(feature);
      }
      for (std::size_t i = first; i < count; ++i) {
        const std::uint64_t* slot = &slots[home(held_[i], slots.size())];
        __builtin_prefetch(slot);
        __builtin_prefetch(slot + 4);  // the search often runs on into the next cache line
      }
    }
    count_ = count;
  }

  const std::uint64_t* begin() const { return held_.data(); }
  const std::uint64_t* end() const { return held_.data() + count_; }

 private:
  static constexpr std::size_t block = 16;  // selecting is quicker without fetching in between

  std::array<std::uint64_t, FeatureList::capacity + 1> held_;
  std::size_t count_ = 0;
};

bool has_empty_slot(std::span<const std::uint64_t> slots) {
  return std::find(slots.begin(), slots.end(), std::uint64_t{0}) != slots.end();
}

int weight_at(std::uint64_t slot, int shift) {
  return static_cast<int>(static_cast<std::int64_t>(slot << shift) >> 52);
}

int quantise(float weight, float scale, int largest) {
  return std::clamp(static_cast<int>(std::lround(weight * scale)), -largest, largest);
}

void insert(std::vector<std::uint64_t>& slots, std::uint64_t feature, int bits, std::uint64_t payload) {
  std::size_t at = home(feature, slots.size());
  while (slots[at] != 0) at = at + 1 == slots.size() ? 0 : at + 1;
  slots[at] = mark_of(feature, bits) << (64 - bits) | payload;
}

std::size_t table_size(std::size_t features) { return features + features / 4 + 8; }

template <class Number>
void append(std::string& bytes, std::span<const Number> numbers) {
  bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes());
}

}  // namespace

void Presence::fill(std::span<const std::uint64_t> slots, int mark_bits) {
  const auto features =
      static_cast<std::size_t>(std::count_if(slots.begin(), slots.end(), [](std::uint64_t slot) { return slot != 0; }));
  words_.assign(std::min(std::bit_ceil(features / 10 + 1), most_words), 0);  // five to ten features a word
  mask_ = words_.size() - 1;
  for (const std::uint64_t slot : slots) {
    const std::uint64_t mark = slot >> (64 - mark_bits);
    if (mark != 0) words_[mark >> 6 & mask_] |= bits(mark);
  }
  words_[0] |= bits(0);  // a mark of 0 was written as 1
}

bool ActionWeights::map(std::string_view bytes) {
  if (bytes.size() < 8 || bytes.size() % 8 != 0) return false;
  slots_ = {reinterpret_cast<const std::uint64_t*>(bytes.data()), bytes.size() / 8};
  presence_.fill(slots_, 28);
  return has_empty_slot(slots_);
}

void ActionWeights::score(std::span<const std::uint64_t> features, std::span<float> scores) const {
  int a = 0, b = 0, c = 0;
  for (const std::uint64_t feature : Candidates(features, presence_, slots_)) {
    const std::uint64_t slot = find(slots_, feature, 28);
    a += weight_at(slot, 28);
    b += weight_at(slot, 40);
    c += weight_at(slot, 52);
  }
  scores[0] = static_cast<float>(a);
  scores[1] = static_cast<float>(b);
  scores[2] = static_cast<float>(c);
  scores[3] = static_cast<float>(-(a + b + c));
}

bool ClassWeights::map(std::string_view bytes) {
  std::uint64_t sizes[2];
  if (bytes.size() < sizeof sizes) return false;
  std::memcpy(sizes, bytes.data(), sizeof sizes);
  const std::uint64_t room = bytes.size() - sizeof sizes;
  if (sizes[0] == 0 || sizes[0] > room / 8 || sizes[1] > (room - sizes[0] * 8) / 2) return false;
  const auto* slots = reinterpret_cast<const std::uint64_t*>(bytes.data() + sizeof sizes);
  slots_.assign(slots, slots + sizes[0]);
  entries_ = {reinterpret_cast<const std::uint16_t*>(bytes.data() + sizeof sizes + sizes[0] * 8), sizes[1]};
  presence_.fill(slots_, 32);
  const auto fits = [&](std::uint64_t slot) { return first_of(slot) + count_of(slot) <= entries_.size(); };
  if (!has_empty_slot(slots_) || !std::all_of(slots_.begin(), slots_.end(), fits)) return false;
  spread_rows();
  return true;
}

void ClassWeights::spread_rows() {
  for (std::uint64_t& slot : slots_) {
    if (count_of(slot) < least_row) continue;
    Row row{};
    for (const std::uint16_t entry : entries_.subspan(first_of(slot), count_of(slot)))
      row[class_of(entry) / lanes][class_of(entry) % lanes] = weight_of(entry);
    slot = slot >> 32 << 32 | row_mark << 25 | rows_.size();
    rows_.push_back(row);
  }
}

void ClassWeights::score(std::span<const std::uint64_t> features, std::span<float> scores) const {
  std::array<std::uint64_t, FeatureList::capacity + 1> few, rows;  // slots of features with few weights and with a row
  std::size_t few_count = 0, row_count = 0;
  for (const std::uint64_t feature : Candidates(features, presence_, slots_)) {
    const std::uint64_t slot = find(slots_, feature, 32);
    const bool has_row = count_of(slot) == row_mark;
    few[few_count] = rows[row_count] = slot;
    few_count += slot != 0 && !has_row;
    row_count += has_row;
    const void* weights = entries_.data() + first_of(slot);
    if (has_row) weights = rows_.data() + first_of(slot);
    __builtin_prefetch(weights);
    __builtin_prefetch(static_cast<const char*>(weights) + 64);
  }
  int sums[most_classes] = {};
  for (const std::uint64_t slot : std::span(few).first(few_count)) {
    for (const std::uint16_t entry : entries_.subspan(first_of(slot), count_of(slot)))
      sums[class_of(entry)] += weight_of(entry);
  }
  for (std::size_t at = 0; at < row_count; at += rows_at_once) {
    Row sum{};
    for (const std::uint64_t slot : std::span(rows).subspan(at, std::min(rows_at_once, row_count - at))) {
      const Row& row = rows_[first_of(slot)];
      for (std::size_t i = 0; i < row.size(); ++i) sum[i] += row[i];
    }
    for (std::size_t i = 0; i < most_classes; ++i) sums[i] += sum[i / lanes][i % lanes];
  }
  for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = static_cast<float>(sums[i]);
}

std::string pack_action_weights(const std::vector<TrainedFeature>& features, float scale) {
  std::vector<std::uint64_t> slots(table_size(features.size()));
  for (const TrainedFeature& feature : features) {
    std::uint64_t payload = 0;
    for (const auto& [action, weight] : feature.weights) {
      if (action > 2) continue;
      const auto bits = static_cast<std::uint64_t>(quantise(weight, scale, ActionWeights::largest)) & 0xFFF;
      payload |= bits << (24 - 12 * action);
    }
    if (payload != 0) insert(slots, feature.feature, 28, payload);
  }
  std::string bytes;
  append<std::uint64_t>(bytes, slots);
  return bytes;
}

std::string pack_class_weights(const std::vector<TrainedFeature>& features, float scale) {
  std::vector<std::uint64_t> slots(table_size(features.size()));
  std::vector<std::uint16_t> entries;
  for (const TrainedFeature& feature : features) {
    const std::size_t first = entries.size();
    for (const auto& [label, weight] : feature.weights) {
      const int value = quantise(weight, scale, ClassWeights::largest);
      if (value != 0) entries.push_back(static_cast<std::uint16_t>(label << 10 | (value & 0x3FF)));
    }
    if (entries.size() > first) insert(slots, feature.feature, 32, (entries.size() - first) << 25 | first);
  }
  assert(entries.size() < ClassWeights::most_entries);
  while (entries.size() % 4 != 0) entries.push_back(0);  // the next section begins at a multiple of eight
  const std::uint64_t sizes[2] = {slots.size(), entries.size()};
  std::string bytes;
  append<std::uint64_t>(bytes, sizes);
  append<std::uint64_t>(bytes, slots);
  append<std::uint16_t>(bytes, entries);
  return bytes;
}

}  // namespace forewhen::syntax
