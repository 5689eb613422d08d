// SPDX-License-Identifier: Apache-2.0
// Do two documents tell the same event? A decision from the two alone, so that the order of reading cannot matter.
#pragma once

#include <string>
#include <vector>

#include "timeline/local_event.h"

namespace forewhen {

// 0 when they are not the same; else how much speaks for it.
//   needed: other documents, same kind of happening; and either days that overlap with a shared actor or place, or
//           documents that tell the same story (same_story.h) and give no days that exclude each other
//   forbidden: other modes (drone, rocket), other towns, other known actors, other known recipients
int same_event_score(const LocalEvent& a, const LocalEvent& b);

// Parts the events into clusters. Pairs are joined from the highest score on (equal ones by key); a cluster never holds
// two events of one document, since the document itself tells them apart, and never two whose score is 0, so that
// chains of near matches do not grow into nonsense.
// REQUIRES: sorted by key. Returns lists of indices, each sorted, in the order of their first members.
std::vector<std::vector<std::size_t>> cluster(const std::vector<const LocalEvent*>& events);

}  // namespace forewhen
