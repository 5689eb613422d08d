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

// Parts the events into clusters. First what people merged; then pairs are joined from the highest score on (equal ones
// by key), unless people split them. Of what is joined by score every two have a score, so that chains of near matches
// do not grow into nonsense; of what a merge ties together each part is held to that by itself. Two events of one
// document come together by a merge only, since the document itself tells them apart.
// REQUIRES: sorted by key. Returns lists of indices, each sorted, in the order of their first members.
std::vector<std::vector<std::size_t>> cluster(const std::vector<const LocalEvent*>& events,
                                              const DecisionIndex& decisions);

}  // namespace forewhen
