// SPDX-License-Identifier: Apache-2.0
// Trained weights as they lie in the model file: hash tables with open addressing and linear probing; that of the
// actions, the largest, is read where it is mapped. An entry keeps some bits of its feature's hash instead of the
// feature; a false match has a chance of about 2^-24 a lookup and the weight of one feature among a hundred.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "syntax/scorer.h"

namespace forewhen::syntax {

// Which features a table may hold: a Bloom filter of two bits a feature, both in one word, taken from the low bits of
// the features' hashes; built when the table is mapped. Most features of a sentence are in no table. A full table takes
// a dozen probes to say so, this takes one, and it is small enough to stay near the processor.
class Presence {
 public:
  // `mark_bits` >= 28
  void fill(std::span<const std::uint64_t> slots, int mark_bits);
  bool holds(std::uint64_t feature) const { return (words_[feature >> 6 & mask_] & bits(feature)) == bits(feature); }
  // Brings the word that holds(feature) will look at near the processor.
  void fetch(std::uint64_t feature) const { __builtin_prefetch(&words_[feature >> 6 & mask_]); }

 private:
  static constexpr std::size_t most_words = std::size_t{1} << 22;  // as many as a mark of 28 bits tells apart

  static std::uint64_t bits(std::uint64_t feature) {
    return std::uint64_t{1} << (feature & 63) | std::uint64_t{1} << (feature >> 22 & 63);
  }

  std::vector<std::uint64_t> words_;
  std::size_t mask_ = 0;
};

// A weight for each of four classes that sum to zero, so that three are kept.
//   slot = mark:28 | w0:12 | w1:12 | w2:12, all weights signed; an empty slot is 0.
class ActionWeights : public Scorer {
 public:
  static constexpr int largest = 2047;

  ActionWeights() = default;
  // False when the bytes are no such table. They must outlive this object and be aligned to 8.
  bool map(std::string_view bytes);
  void score(std::span<const std::uint64_t> features, std::span<float> scores) const override;

 private:
  std::span<const std::uint64_t> slots_;
  Presence presence_;
};

// A few of up to 64 classes for each feature.
//   slot = mark:32 | count:7 | first:25, where `first` counts entries; an empty slot is 0.
//   entry = class:6 | weight:10 (signed)
// A feature with many classes is given a row of all of them when the table is mapped, which is added as a whole.
class ClassWeights : public Scorer {
 public:
  static constexpr int largest = 511;
  static constexpr std::size_t most_classes = 64;
  static constexpr std::size_t most_entries = std::size_t{1} << 25;

  ClassWeights() = default;
  bool map(std::string_view bytes);
  void score(std::span<const std::uint64_t> features, std::span<float> scores) const override;

 private:
  static constexpr std::size_t lanes = 8;
  using Lanes [[gnu::vector_size(16)]] = std::int16_t;  // added as one
  using Row = std::array<Lanes, most_classes / lanes>;  // weights by class
  static constexpr std::uint64_t least_row = 12;        // from so many classes on
  static constexpr std::uint64_t row_mark = 127;        // as the count of a slot: `first` counts rows
  static constexpr std::size_t rows_at_once = 64;       // whose sum fits into 16 bits

  static std::size_t first_of(std::uint64_t slot) { return slot & (most_entries - 1); }
  static std::uint64_t count_of(std::uint64_t slot) { return slot >> 25 & 127; }
  static std::size_t class_of(std::uint16_t entry) { return entry >> 10; }
  static std::int16_t weight_of(std::uint16_t entry) {
    return static_cast<std::int16_t>(static_cast<std::int16_t>(entry << 6) >> 6);
  }

  void spread_rows();

  std::vector<std::uint64_t> slots_;
  std::span<const std::uint16_t> entries_;
  std::vector<Row> rows_;
  Presence presence_;
};

// What the trainer hands over: a feature and its weights by class.
struct TrainedFeature {
  std::uint64_t feature = 0;
  std::vector<std::pair<std::uint8_t, float>> weights;
};

// The bytes that the classes above map. `scale` is multiplied to every weight before it is rounded; larger ones are cut
// to the largest that fits. Features must be in a fixed order for the bytes to be the same each time.
std::string pack_action_weights(const std::vector<TrainedFeature>& features, float scale);
std::string pack_class_weights(const std::vector<TrainedFeature>& features, float scale);

}  // namespace forewhen::syntax
