// SPDX-License-Identifier: Apache-2.0
#include "timeline/claim_links.h"

#include <algorithm>

namespace forewhen {
namespace {

bool happened(const Claim& claim) { return claim.modality == Modality::actual || claim.modality == Modality::reported; }

}  // namespace

std::vector<ClaimLink> links_between_claims(const DocumentClaims& document) {
  std::vector<ClaimLink> links = document.links;
  if (document.document.published) return links;
  std::vector<const Claim*> relative;
  for (const Claim& claim : document.claims) {
    if (happened(claim) && claim.time && claim.time->from_publication) relative.push_back(&claim);
  }
  std::stable_sort(relative.begin(), relative.end(), [](const Claim* a, const Claim* b) {
    return *a->time->from_publication < *b->time->from_publication;
  });
  // Each event and those of the next later stretch: what lies further apart follows from these.
  for (std::size_t i = 0; i < relative.size(); ++i) {
    std::int64_t next_end = INT64_MAX;
    for (std::size_t k = i + 1; k < relative.size(); ++k) {
      const auto [begin, end] = *relative[k]->time->from_publication;
      if (begin >= next_end) break;
      if (relative[i]->time->from_publication->second > begin) continue;
      next_end = std::min(next_end, end);
      links.push_back({relative[i]->id, relative[k]->id, Relation::before, "days from the same unknown day", 100,
                       relative[k]->time->span});
    }
  }
  return links;
}

}  // namespace forewhen
