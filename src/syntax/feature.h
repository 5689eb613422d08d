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
#include <type_traits>
#include <utility>

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

// Adds the features of all templates, numbered from `first`. Atom's last enumerator is `end`. Written out for each
// template when it is compiled.
template <class Atom, const auto& templates, std::uint64_t first>
void add_features(const std::array<std::uint64_t, static_cast<std::size_t>(Atom::end)>& atoms, FeatureList& features) {
  const auto add = [&]<std::size_t i>(std::integral_constant<std::size_t, i>) {
    constexpr Template<Atom> of = templates[i];
    constexpr std::uint64_t start = hash_step(0xD1B54A32D192ED03ULL, first + i);
    std::uint64_t hash = start;
    if constexpr (of[0] != Atom::end) hash = hash_step(hash, atoms[static_cast<std::size_t>(of[0])]);
    if constexpr (of[1] != Atom::end) hash = hash_step(hash, atoms[static_cast<std::size_t>(of[1])]);
    if constexpr (of[2] != Atom::end) hash = hash_step(hash, atoms[static_cast<std::size_t>(of[2])]);
    if constexpr (of[3] != Atom::end) hash = hash_step(hash, atoms[static_cast<std::size_t>(of[3])]);
    if constexpr (of[4] != Atom::end) hash = hash_step(hash, atoms[static_cast<std::size_t>(of[4])]);
    features.add(hash * 0xFF51AFD7ED558CCDULL);
  };
  [&]<std::size_t... i>(std::index_sequence<i...>) { (add(std::integral_constant<std::size_t, i>()), ...); }
  (std::make_index_sequence<templates.size()>());
}

}  // namespace forewhen::syntax
