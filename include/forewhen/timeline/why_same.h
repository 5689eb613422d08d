// SPDX-License-Identifier: Apache-2.0
// Why two mentions are one event, or why they are not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/claim_source.h"

namespace forewhen {

// One thing that was compared, and what it did.
struct SameFeature {
  enum class Effect {
    needed,   // without it they are not the same; it is there
    missing,  // needed and not there
    forbids,  // known of both, and different
    counts,   // speaks for it
    silent,   // says nothing either way
  };
  std::string name;  // "kind of happening", "day", "town", ...
  Effect effect = Effect::silent;
  int points = 0;
  std::string a, b;  // what the two say of it; empty where they say nothing

  friend bool operator==(const SameFeature&, const SameFeature&) = default;
};
std::string_view name_of(SameFeature::Effect effect);

// Points from which on two mentions of different documents may be the same event, when nothing is missing or forbids.
// Two with less may still be of one event, through others: `chain` tells which.
inline constexpr int kLeastSameScore = 1;

// A join, or a reason against one, between two mentions.
struct SameStep {
  enum class By { document, score, decision };
  Mention from, to;
  By by = By::score;
  std::string rule;                      // document: the extractor's rule; "" where it has none
  int score = 0;                         // score
  std::vector<std::uint64_t> decisions;  // decision: the merges, or the split, by number

  friend bool operator==(const SameStep&, const SameStep&) = default;
};
std::string_view name_of(SameStep::By by);

struct WhySame {
  Mention a, b;
  EventId event_a, event_b;
  bool joined = false;  // the same event
  // The two compared by themselves, each with what its own document joins to it; empty when their document joins them.
  std::vector<SameFeature> features;
  int score = 0;
  // joined: the fewest joins that lead from a to b.
  std::vector<SameStep> chain;
  // not joined: a split; or, when the two would fit by themselves, the first two mentions of the two events that
  // exclude each other, else the first that do not fit, and why not.
  std::optional<SameStep> obstacle;
  std::vector<SameFeature> obstacle_features;

  friend bool operator==(const WhySame&, const WhySame&) = default;
};

// not_found: one of the claims is in no event.
Result<WhySame> why_same(const ClaimSource& source, ClaimId a, ClaimId b);

}  // namespace forewhen
