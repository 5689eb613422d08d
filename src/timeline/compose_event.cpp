// SPDX-License-Identifier: Apache-2.0
#include "timeline/compose_event.h"

#include <algorithm>
#include <set>

#include "forewhen/base/stem.h"

namespace forewhen {
namespace {

// A claim with the resolved actors of its local event.
struct Told {
  const Claim* claim;
  const std::vector<ActorId>* actors;
  const std::vector<std::string>* names;
  const std::optional<CalendarTime>* published;
};

// The order of founding: reported first, then by document, then by offset. Unknown days of publication come last.
bool founded_before(const Told& a, const Told& b) {
  const auto key = [](const Told& told) {
    return std::tuple(told.published->has_value() ? (*told.published)->start : kOpenFuture,
                      std::string_view(told.claim->document), told.claim->trigger);
  };
  return key(a) < key(b);
}

std::vector<Told> in_founding_order(const std::vector<const LocalEvent*>& members) {
  std::vector<Told> all;
  for (const LocalEvent* member : members) {
    for (std::size_t i = 0; i < member->claims.size(); ++i)
      all.push_back({&member->claims[i], &member->actors[i], &member->actor_names[i], &member->published});
  }
  std::sort(all.begin(), all.end(), founded_before);
  return all;
}

// Words of the text itself beat rules; then the shorter stretch of possible starts.
std::pair<int, std::uint64_t> vagueness(const ClaimTime& time) {
  const Bounds& bounds = time.when.bounds;
  const bool open = is_open(bounds.earliest_start) || is_open(bounds.latest_start);
  const std::uint64_t width =
      open ? ~std::uint64_t{0} - (is_open(bounds.earliest_start) && is_open(bounds.latest_start) ? 0 : 1)
           : static_cast<std::uint64_t>((bounds.latest_start - bounds.earliest_start).count());
  return {time.words.empty() ? 1 : 0, width};
}

std::optional<ClaimTime> best_time(const std::vector<Told>& told) {
  const ClaimTime* best = nullptr;
  for (const Told& each : told) {
    if (each.claim->time && (!best || vagueness(*each.claim->time) < vagueness(*best))) best = &*each.claim->time;
  }
  return best ? std::optional(*best) : std::nullopt;
}

Bounds sharpened(const std::optional<ClaimTime>& time, const std::vector<Told>& told, bool happened) {
  Bounds bounds = time ? time->when.bounds : Bounds{};
  for (const Told& each : told) {
    if (each.claim->time && !each.claim->time->words.empty())
      bounds = intersect(bounds, each.claim->time->when.bounds).value_or(bounds);
  }
  if (!happened) return bounds;
  for (const Told& each : told) {
    const Claim& claim = *each.claim;
    const bool has_happened = claim.modality == Modality::actual || claim.modality == Modality::reported;
    if (!*each.published || !has_happened || claim.tense == Tense::future) continue;
    Bounds report;
    report.latest_start = (*each.published)->extent().end;
    bounds = intersect(bounds, report).value_or(bounds);
  }
  return bounds;
}

// What every source tells as yet to come did not start before the day on which the last of them said so.
std::optional<Bounds> still_ahead(const std::vector<Told>& told) {
  Bounds ahead;
  for (const Told& each : told) {
    if (each.claim->modality != Modality::planned || !*each.published) return std::nullopt;
    ahead.earliest_start = std::max(ahead.earliest_start, (*each.published)->start);
  }
  return ahead;
}

// In an order that does not depend on the caller's.
std::vector<const LocalEvent*> by_key(std::vector<const LocalEvent*> members) {
  std::sort(members.begin(), members.end(), [](const LocalEvent* a, const LocalEvent* b) { return a->key < b->key; });
  return members;
}

std::vector<EventParticipant> all_participants(const std::vector<Told>& told) {
  std::vector<EventParticipant> out;
  const auto known = [&](const EventParticipant& p) {
    return std::any_of(out.begin(), out.end(), [&](const EventParticipant& q) {
      // Once an actor, an actor: a second claim that has the roles the other way round does not double it.
      return p.actor ? q.actor == p.actor : q.role == p.role && normalised_name(q.name) == normalised_name(p.name);
    });
  };
  for (const Told& each : told) {
    for (std::size_t i = 0; i < each.claim->participants.size(); ++i) {
      const Participant& said = each.claim->participants[i];
      EventParticipant participant{said.role, said.kind, (*each.actors)[i], (*each.names)[i], said.text};
      if (!known(participant)) out.push_back(std::move(participant));
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const EventParticipant& a, const EventParticipant& b) { return a.role < b.role; });
  return out;
}

int detail(const PlaceMention& place) {
  if (place.precision == "site") return 4;
  if (place.precision == "city") return 3;
  return place.precision == "region" ? 2 : 1;
}

std::optional<EventPlace> best_place(const std::vector<Told>& told) {
  const PlaceMention* best = nullptr;
  for (const Told& each : told) {
    const auto& place = each.claim->place;
    if (place && (!best || detail(*place) > detail(*best) ||
                  (detail(*place) == detail(*best) && best->within.empty() && !place->within.empty())))
      best = &*place;
  }
  if (!best) return std::nullopt;
  return EventPlace{
      place_id(best->name, best->country), best->name, best->within, best->country, best->precision, best->point};
}

// How much a claim's one-line summary tells.
int richness(const Claim& claim) {
  std::set<Role> roles;
  for (const Participant& participant : claim.participants) roles.insert(participant.role);
  return static_cast<int>(2 * roles.size()) + (claim.place ? 1 : 0) +
         (claim.time && !claim.time->words.empty() ? 2 : 0) - (claim.attributed_to.empty() ? 0 : 1);
}

// From the most certain to the least.
int doubt(Modality modality) {
  switch (modality) {
    case Modality::actual:
      return 0;
    case Modality::reported:
      return 1;
    case Modality::planned:
      return 2;
    case Modality::hypothetical:
      return 3;
    case Modality::negated:
      return 4;
  }
  return 5;
}

std::vector<std::pair<std::string, int>> terms_of(const Event& event, const std::vector<Told>& told) {
  std::map<std::string, int> weights;
  const auto add = [&](std::string_view text, int weight) {
    for (const std::string& stem : content_stems(text)) weights[stem] = std::max(weights[stem], weight);
  };
  add(event.summary, 1);
  for (const EventParticipant& participant : event.participants) add(participant.name, 3), add(participant.text, 3);
  if (event.place) add(event.place->name, 3), add(event.place->within, 3);
  for (const Told& each : told)
    add(each.claim->phrase, 3), add(each.claim->trigger_text, 3), add(each.claim->summary, 1);
  return {weights.begin(), weights.end()};
}

void take_first(std::string& into, const std::string& from) {
  if (into.empty()) into = from;
}

}  // namespace

Event compose_event(std::vector<const LocalEvent*> members) {
  const std::vector<Told> told = in_founding_order(members);
  const Claim& founding = *told.front().claim;
  Event event;
  event.id = event_id(founding.id);
  event.lemma = founding.lemma;
  event.event_class = founding.event_class;
  event.modality = founding.modality;
  event.polarity = founding.polarity;
  event.attributed_to = founding.attributed_to;
  const Claim* richest = &founding;
  for (const Told& each : told) {
    const Claim& claim = *each.claim;
    if (event.type == PloverType::none) event.type = claim.type;
    take_first(event.mode, claim.mode);
    take_first(event.group, claim.group);
    take_first(event.code, claim.code);
    if (claim.phrase.size() > event.phrase.size()) event.phrase = claim.phrase;
    if (doubt(claim.modality) < doubt(event.modality)) {
      event.modality = claim.modality;
      event.polarity = claim.polarity;
    }
    if (claim.attributed_to.empty()) event.attributed_to.clear();
    if (richness(claim) > richness(*richest)) richest = &claim;
    if (*each.published && (!event.reported || (*each.published)->start < event.reported->start))
      event.reported = **each.published;
    event.mentions.push_back({claim.id, claim.document, claim.trigger, claim.trigger_text, claim.sentence});
  }
  std::sort(event.mentions.begin(), event.mentions.end(), [](const Mention& a, const Mention& b) {
    return std::tie(a.document, a.span) < std::tie(b.document, b.span);
  });
  event.summary = richest->summary;
  event.time = best_time(told);
  event.bounds = sharpened(event.time, told, event.happened());
  if (const std::optional<Bounds> ahead = still_ahead(told))
    event.bounds = intersect(event.bounds, *ahead).value_or(event.bounds);
  for (const LocalEvent* member : by_key(members))
    event.bounds = intersect(event.bounds, member->order).value_or(event.bounds);
  event.participants = all_participants(told);
  event.place = best_place(told);
  event.terms = terms_of(event, told);
  return event;
}

}  // namespace forewhen
