// SPDX-License-Identifier: Apache-2.0
#include "timeline/parties.h"

#include <algorithm>

#include "forewhen/base/said_number.h"
#include "timeline/may_be_one.h"

namespace forewhen {
namespace {

bool is_named(const LocalEvent& event, std::size_t claim, std::size_t participant) {
  const ActorKind kind = event.claims[claim].participants[participant].kind;
  return event.actors[claim][participant] && kind != ActorKind::group && kind != ActorKind::country;
}

// Those who took part, in any role but the means, or in one.
std::vector<const Participant*> told(const LocalEvent& event, std::optional<Role> role, bool with_names) {
  std::vector<const Participant*> out;
  for (std::size_t c = 0; c < event.claims.size(); ++c) {
    for (std::size_t p = 0; p < event.claims[c].participants.size(); ++p) {
      const Participant& participant = event.claims[c].participants[p];
      const bool wanted = role ? participant.role == *role : participant.role != Role::instrument;
      if (!wanted || participant.name.empty()) continue;
      if (!with_names || is_named(event, c, p)) out.push_back(&participant);
    }
  }
  return out;
}

}  // namespace

std::set<std::string> named_actors(const LocalEvent& event, std::optional<Role> role) {
  std::set<std::string> out;
  for (std::size_t c = 0; c < event.claims.size(); ++c) {
    for (std::size_t p = 0; p < event.claims[c].participants.size(); ++p) {
      if (!is_named(event, c, p) || (role && event.claims[c].participants[p].role != *role)) continue;
      out.insert(to_string(event.actors[c][p]));
    }
  }
  return out;
}

std::set<std::string> parties(const LocalEvent& event) {
  std::set<std::string> out;
  for (const Claim& claim : event.claims) {
    for (const Participant& participant : claim.participants) {
      if (participant.role != Role::instrument && !participant.name.empty())
        out.insert(normalised_name(participant.name));
    }
  }
  return out;
}

std::set<std::string> said_numbers(const LocalEvent& event) {
  std::set<std::string> out;
  for (const Claim& claim : event.claims) {
    for (const Participant& participant : claim.participants) {
      std::string number = said_number(participant.text);
      if (!number.empty()) out.insert(std::move(number));
    }
  }
  return out;
}

bool parties_differ(const LocalEvent& a, const LocalEvent& b, std::optional<Role> role, bool with_names) {
  const auto x = told(a, role, with_names), y = told(b, role, with_names);
  return !x.empty() && !y.empty() && std::none_of(x.begin(), x.end(), [&](const Participant* one) {
    return std::any_of(y.begin(), y.end(), [&](const Participant* other) { return may_be_one(*one, *other); });
  });
}

}  // namespace forewhen
