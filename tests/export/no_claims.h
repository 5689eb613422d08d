// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forewhen/model/claim_source.h"

namespace forewhen::testing {

// Texts without claims: what the formats of events need.
class NoClaims : public ClaimSource {
 public:
  Result<std::optional<DocumentClaims>> document_claims(std::string_view) const override {
    return std::optional<DocumentClaims>();
  }
  Result<std::optional<EventId>> event_of_claim(ClaimId) const override { return std::optional<EventId>(); }
  Result<std::optional<Document>> document_without_claims(std::string_view) const override {
    return std::optional<Document>();
  }
  Result<std::optional<PlacedEvent>> placed_event(EventId) const override { return std::optional<PlacedEvent>(); }
  Result<std::optional<Event>> find_event(EventId) const override { return std::optional<Event>(); }
  Result<std::optional<Actor>> find_actor(ActorId) const override { return std::optional<Actor>(); }
  Result<std::vector<Link>> links_of(EventId) const override { return std::vector<Link>(); }
  Result<std::vector<EventId>> events_in_block(BlockKey) const override { return std::vector<EventId>(); }
  Result<std::vector<std::string>> names_in_block(BlockKey) const override { return std::vector<std::string>(); }
  Result<std::vector<std::string>> documents_with_name(BlockKey, std::string_view, std::size_t) const override {
    return std::vector<std::string>();
  }
};

}  // namespace forewhen::testing
