// SPDX-License-Identifier: Apache-2.0
#include "query/ties.h"

#include <algorithm>

namespace forewhen {
namespace {

bool takes_part(const Event& event, ActorId actor) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const EventParticipant& p) { return p.actor == actor; });
}

bool is_mentioned_in(const Event& event, const std::string& document) {
  return std::any_of(event.mentions.begin(), event.mentions.end(),
                     [&](const Mention& m) { return m.document == document; });
}

bool same_place(const Event& a, const Event& b) { return a.place && b.place && a.place->place == b.place->place; }

}  // namespace

std::string_view name_of(TieKind kind) {
  switch (kind) {
    case TieKind::actor:
      return "actor";
    case TieKind::place:
      return "place";
    case TieKind::story:
      return "story";
    case TieKind::link:
      return "link";
  }
  return "";
}

std::string to_string(const Tie& tie) {
  const std::string name = tie.kind == TieKind::link ? "'" + tie.name + "'" : tie.name;
  return std::string(name_of(tie.kind)) + ' ' + name;
}

std::vector<Tie> ties_between(const Event& a, const Event& b, const std::vector<Link>& links) {
  std::vector<Tie> ties;
  for (const EventParticipant& p : a.participants) {
    if (p.actor && takes_part(b, p.actor)) ties.push_back({TieKind::actor, to_string(p.actor), p.name});
  }
  if (same_place(a, b)) ties.push_back({TieKind::place, to_string(a.place->place), a.place->name});
  for (const Mention& m : a.mentions) {
    if (is_mentioned_in(b, m.document)) ties.push_back({TieKind::story, m.document, m.document});
  }
  for (const Link& link : links) {
    const bool both = (link.from == a.id && link.to == b.id) || (link.from == b.id && link.to == a.id);
    if (both) ties.push_back({TieKind::link, to_string(a.id), link.rule});
  }
  std::sort(ties.begin(), ties.end(),
            [](const Tie& x, const Tie& y) { return std::tie(x.kind, x.name, x.id) < std::tie(y.kind, y.name, y.id); });
  ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
  return ties;
}

bool has_tie(const Event& a, const Event& b) {
  if (same_place(a, b)) return true;
  for (const EventParticipant& p : a.participants) {
    if (p.actor && takes_part(b, p.actor)) return true;
  }
  return std::any_of(a.mentions.begin(), a.mentions.end(),
                     [&](const Mention& m) { return is_mentioned_in(b, m.document); });
}

}  // namespace forewhen
