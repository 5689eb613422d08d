// SPDX-License-Identifier: Apache-2.0
#include "learning_weights.h"

#include <algorithm>
#include <array>

#include "syntax/feature.h"

namespace forewhen::training {
namespace {

constexpr std::size_t first_size = std::size_t{1} << 18;  // a power of two; the table doubles when half full
constexpr std::size_t ahead = 8;
constexpr std::size_t few_classes = 8;

}  // namespace

LearningWeights::LearningWeights(std::size_t classes, std::uint32_t least_updates)
    : classes_(classes), least_updates_(least_updates), slots_(first_size), entries_(1) {}

const LearningWeights::Slot* LearningWeights::find(std::uint64_t feature) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = feature >> 16 & mask;; at = (at + 1) & mask) {
    if (slots_[at].feature == feature) return &slots_[at];
    if (slots_[at].feature == 0) return nullptr;
  }
}

void LearningWeights::score(std::span<const std::uint64_t> features, std::span<float> scores) const {
  const std::size_t mask = slots_.size() - 1;
  std::fill(scores.begin(), scores.end(), 0.0F);
  std::array<std::uint32_t, syntax::FeatureList::capacity> found;
  std::size_t count = 0;
  // Memory is what this waits for: fetch the slots ahead, then the entries, then add.
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (i + ahead < features.size()) __builtin_prefetch(&slots_[features[i + ahead] >> 16 & mask]);
    const Slot* slot = find(features[i]);
    if (slot == nullptr || slot->updates < least_updates_) continue;
    found[count++] = slot->first;
    __builtin_prefetch(&entries_[slot->first]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::uint32_t at = found[i]; at != 0; at = entries_[at].next)
      scores[entries_[at].label] += entries_[at].weight;
  }
}

LearningWeights::Slot& LearningWeights::insert(std::uint64_t feature) {
  if (const Slot* known = find(feature)) return const_cast<Slot&>(*known);
  if (++used_ * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = feature >> 16 & mask;
  while (slots_[at].feature != 0) at = (at + 1) & mask;
  slots_[at].feature = feature;
  return slots_[at];
}

void LearningWeights::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.feature == 0) continue;
    std::size_t at = slot.feature >> 16 & mask;
    while (slots_[at].feature != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

// Entries for all classes side by side, when there are few.
std::uint32_t LearningWeights::add_block() {
  const auto first = static_cast<std::uint32_t>(entries_.size());
  for (std::uint32_t label = 0; label < classes_; ++label) {
    entries_.push_back({0, 0, label + 1 < classes_ ? first + label + 1 : 0, label});
  }
  return first;
}

void LearningWeights::add(Slot& slot, std::size_t label, float change) {
  if (slot.first == 0 && classes_ <= few_classes) slot.first = add_block();
  std::uint32_t at = slot.first;
  while (at != 0 && entries_[at].label != label) at = entries_[at].next;
  if (at == 0) {
    at = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back({0, 0, slot.first, static_cast<std::uint32_t>(label)});
    slot.first = at;
  }
  entries_[at].weight += change;
  entries_[at].total += static_cast<float>(steps_) * change;
}

void LearningWeights::update(std::span<const std::uint64_t> features, std::size_t truth, std::size_t guess) {
  ++steps_;
  if (truth == guess) return;
  for (const std::uint64_t feature : features) {
    Slot& slot = insert(feature);
    ++slot.updates;
    add(slot, truth, 1);
    add(slot, guess, -1);
  }
}

std::vector<syntax::TrainedFeature> LearningWeights::average() const {
  std::vector<syntax::TrainedFeature> features;
  for (const Slot& slot : slots_) {
    if (slot.feature == 0 || slot.updates < least_updates_) continue;
    syntax::TrainedFeature feature{slot.feature, {}};
    for (std::uint32_t at = slot.first; at != 0; at = entries_[at].next) {
      const Entry& entry = entries_[at];
      const auto mean = static_cast<float>(entry.weight - entry.total / steps_);
      feature.weights.emplace_back(static_cast<std::uint8_t>(entry.label), mean);
    }
    std::sort(feature.weights.begin(), feature.weights.end());
    features.push_back(std::move(feature));
  }
  std::sort(features.begin(), features.end(), [](const auto& a, const auto& b) { return a.feature < b.feature; });
  return features;
}

}  // namespace forewhen::training
