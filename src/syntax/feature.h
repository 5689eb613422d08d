// SPDX-License-Identifier: Apache-2.0
// Features of a decision as 64-bit hashes. A model lists its templates as tuples of atoms (the word on the stack, the
// tag of the next word, ...); a feature is the hash of the template's number and the values of its atoms.
// Part of the model's layout: a change here makes old model files useless, so raise the version in model_file.h.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace forewhen::syntax {

constexpr std::uint64_t hash_step(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 32);
}

constexpr std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash_step(hash, bytes.size());
}

class FeatureList {
 public:
  static constexpr std::size_t capacity = 224;

  void clear() { size_ = 0; }
  void add(std::uint64_t feature) {
    assert(size_ < capacity);
    features_[size_++] = feature;
  }
  std::span<const std::uint64_t> view() const { return {features_.data(), size_}; }

 private:
  std::array<std::uint64_t, capacity> features_;
  std::size_t size_ = 0;
};

// Up to five atoms; the rest are `end`.
template <class Atom>
using Template = std::array<Atom, 5>;

// Adds the features of all templates, numbered from `first`. Atom's last enumerator is `end`.
template <class Atom, std::size_t count>
void add_features(const std::array<Template<Atom>, count>& templates,
                  const std::array<std::uint64_t, static_cast<std::size_t>(Atom::end)>& atoms, std::uint64_t first,
                  FeatureList& features) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t hash = hash_step(0xD1B54A32D192ED03ULL, first + i);
    for (const Atom atom : templates[i]) {
      if (atom == Atom::end) break;
      hash = hash_step(hash, atoms[static_cast<std::size_t>(atom)]);
    }
    features.add(hash * 0xFF51AFD7ED558CCDULL);
  }
}

}  // namespace forewhen::syntax
