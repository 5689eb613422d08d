// SPDX-License-Identifier: Apache-2.0
#include "timeline/group_claims.h"

namespace forewhen {

std::vector<LocalEvent> group_claims(const DocumentClaims& document, const Homes& homes, const ResolveActor& resolve,
                                     const std::shared_ptr<const StoryProfile>& story) {
  std::map<ClaimId, std::size_t> place;
  std::vector<LocalEvent> events;
  for (const Claim& claim : document.claims) {
    const ClaimId first = homes.at(claim.id);
    const auto [at, fresh] = place.try_emplace(first, events.size());
    if (fresh) {
      events.push_back({{document.document.id, first},
                        {},
                        {},
                        {},
                        document.document.published,
                        kind_of(claim),
                        story,
                        events.empty(),
                        {}});
    }
    LocalEvent& event = events[at->second];
    event.claims.push_back(claim);
    std::vector<ActorId> actors;
    std::vector<std::string> names;
    for (const Participant& participant : claim.participants) {
      ResolvedName resolved = resolve(participant, claim);
      actors.push_back(resolved.actor);
      names.push_back(std::move(resolved.name));
    }
    event.actors.push_back(std::move(actors));
    event.actor_names.push_back(std::move(names));
  }
  return events;
}

}  // namespace forewhen
