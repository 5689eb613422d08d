// SPDX-License-Identifier: Apache-2.0
// Do two documents tell the same event? A decision from the two alone, so that the order of reading cannot matter.
#pragma once

#include <string>
#include <vector>

#include "forewhen/timeline/why_same.h"
#include "timeline/decision_index.h"
#include "timeline/local_event.h"

namespace forewhen {

// 0 when they are not the same; else how much speaks for it.
//   needed: other documents, same kind of happening; and either days that overlap with a shared actor or place, or
//           documents that tell the same story (same_story.h) and give no days that exclude each other
//   forbidden: other modes (drone, rocket), other towns, other known actors, other known recipients
// `told` takes everything that was compared; the points of what counts and of what is needed add up to the score unless
// something is missing or forbids.
int same_event_score(const LocalEvent& a, const LocalEvent& b, std::vector<SameFeature>* told = nullptr);

// Something known of both is different: the days that the texts give, the means, the town, those who did it or to whom.
// In one document less is enough: one sentence, "another", other people in one role, other days.
bool exclude_each_other(const LocalEvent& a, const LocalEvent& b);

// Parts the events into clusters. First what people merged; then pairs are joined from the highest score on (equal ones
// by key), unless people split them. What is joined by score must agree with the whole: at least half of the pairs
// across documents have a score, and no pair excludes each other, so that chains of near matches do not grow into
// nonsense. Of what a merge ties together each part is held to that by itself. Two events of one document come together
// only through a third, of another document, that is the same as each. REQUIRES: sorted by key. Returns lists of
// indices, each sorted, in the order of their first members.
std::vector<std::vector<std::size_t>> cluster(const std::vector<const LocalEvent*>& events,
                                              const DecisionIndex& decisions);

}  // namespace forewhen
