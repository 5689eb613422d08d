// SPDX-License-Identifier: Apache-2.0
#include "timeline/same_event.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "forewhen/time/civil.h"

namespace forewhen {
namespace {

constexpr std::int64_t kMaxDays = 3;  // an event known no better is not compared across documents

const Claim& first(const LocalEvent& event) { return event.claims.front(); }

template <class Pick>
std::set<std::string> values(const LocalEvent& event, Pick pick) {
  std::set<std::string> out;
  for (const Claim& claim : event.claims) {
    std::string value = pick(claim);
    if (!value.empty()) out.insert(std::move(value));
  }
  return out;
}

bool share(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& value) { return b.contains(value); });
}

// Both known and nothing in common.
bool differ(const std::set<std::string>& a, const std::set<std::string>& b) {
  return !a.empty() && !b.empty() && !share(a, b);
}

// Actors that have a name of their own: "police" is too common to tell events apart or to join them.
std::set<std::string> named(const LocalEvent& event, std::optional<Role> role) {
  std::set<std::string> out;
  for (std::size_t c = 0; c < event.claims.size(); ++c) {
    for (std::size_t p = 0; p < event.claims[c].participants.size(); ++p) {
      const Participant& participant = event.claims[c].participants[p];
      if (!event.actors[c][p] || participant.kind == ActorKind::group || participant.kind == ActorKind::country)
        continue;
      if (role && participant.role != *role) continue;
      out.insert(to_string(event.actors[c][p]));
    }
  }
  return out;
}

std::set<std::string> towns(const LocalEvent& event) {
  return values(event, [](const Claim& claim) -> std::string {
    if (!claim.place || claim.place->precision == "country" || claim.place->precision == "region") return {};
    const PlaceMention& place = *claim.place;
    return normalised_name(place.precision == "site" && !place.within.empty() ? place.within : place.name);
  });
}

std::set<std::string> places(const LocalEvent& event) {
  return values(event, [](const Claim& claim) -> std::string {
    return claim.place && claim.place->precision != "country" ? normalised_name(claim.place->name) : std::string();
  });
}

bool mergeable(const Claim& claim) {
  const bool happened = claim.modality == Modality::actual || claim.modality == Modality::reported;
  return happened && claim.event_class != EventClass::reporting && claim.event_class != EventClass::state;
}

// Days that the text itself gives, and that exclude each other.
bool days_differ(const LocalEvent& a, const LocalEvent& b) {
  const auto said = [](const LocalEvent& event) {
    std::optional<Bounds> bounds;
    for (const Claim& claim : event.claims) {
      if (claim.time && !claim.time->words.empty()) bounds = claim.time->when.bounds;
    }
    return bounds;
  };
  const auto x = said(a), y = said(b);
  return x && y && !(x->earliest_start < y->latest_start && y->earliest_start < x->latest_start);
}

// What speaks against it whatever else does: another means, another town, other people.
bool contradict(const LocalEvent& a, const LocalEvent& b) {
  const auto mode = [](const Claim& claim) { return claim.mode; };
  if (differ(values(a, mode), values(b, mode)) || differ(towns(a), towns(b))) return true;
  for (Role role : {Role::actor, Role::recipient}) {
    if (differ(named(a, role), named(b, role)) && !share(named(a, {}), named(b, {}))) return true;
  }
  return false;
}

// The words for who and what took part, without articles.
std::set<std::string> parties(const LocalEvent& event) {
  return values(event, [](const Claim& claim) {
    return claim.participants.empty() ? std::string() : normalised_name(claim.participants.front().name);
  });
}

// Two tellings of one story: the same kind of happening, and nothing that tells them apart.
int same_story_score(const LocalEvent& a, const LocalEvent& b) {
  if (!a.story || !b.story || days_differ(a, b)) return 0;
  const float alike = likeness(*a.story, *b.story);
  if (alike < kSameStory || contradict(a, b)) return 0;
  const bool people = share(named(a, {}), named(b, {})) || share(parties(a), parties(b));
  // A verb of no particular kind ("took", "went") needs people in common.
  if (first(a).group.empty() && !people) return 0;
  return 1 + static_cast<int>(alike * 10) + (people ? 3 : 0);
}

constexpr int kDated = 20;  // more than any story's score: a shared day is the better reason

}  // namespace

std::string kind_of(const Claim& claim) {
  if (!mergeable(claim)) return {};
  return claim.group.empty() ? "lemma:" + claim.lemma : claim.group;
}

std::vector<std::int64_t> start_days(const LocalEvent& event) {
  std::vector<std::int64_t> best;
  for (const Claim& claim : event.claims) {
    if (!claim.time) continue;
    const Bounds& bounds = claim.time->when.bounds;
    if (is_open(bounds.earliest_start) || is_open(bounds.latest_start)) continue;
    const std::int64_t from = days_from_civil(civil_of(bounds.earliest_start));
    const std::int64_t to = days_from_civil(civil_of(bounds.latest_start - seconds{1}));
    if (to - from >= kMaxDays || (!best.empty() && to - from + 1 >= static_cast<std::int64_t>(best.size()))) continue;
    best.resize(to - from + 1);
    std::iota(best.begin(), best.end(), from);
  }
  return best;
}

std::vector<BlockKey> blocks_of(const LocalEvent& event) {
  std::vector<BlockKey> blocks;
  if (event.opens_document && event.story) blocks = event.story->blocks;
  if (!mergeable(first(event)) || first(event).group.empty()) return blocks;
  for (std::int64_t day : start_days(event))
    blocks.push_back(content_hash("event:" + first(event).group + ":" + std::to_string(day)));
  return blocks;
}

int same_event_score(const LocalEvent& a, const LocalEvent& b) {
  if (a.key.document == b.key.document) return 0;
  if (a.kind.empty() || a.kind != b.kind) return 0;
  const auto days_a = start_days(a), days_b = start_days(b);
  const bool same_day = std::any_of(days_a.begin(), days_a.end(), [&](std::int64_t day) {
    return std::find(days_b.begin(), days_b.end(), day) != days_b.end();
  });
  if (!same_day || first(a).group.empty()) return same_story_score(a, b);
  if (contradict(a, b)) return 0;
  const bool actor = share(named(a, {}), named(b, {}));
  const bool place = share(places(a), places(b)) || share(towns(a), towns(b));
  if (!actor && !place) return same_story_score(a, b);
  const auto mode = [](const Claim& claim) { return claim.mode; };
  return kDated + 1 + 2 * actor + place + (share(values(a, mode), values(b, mode)) ? 1 : 0) +
         (days_a.size() == 1 && days_b.size() == 1 ? 1 : 0);
}

std::vector<std::vector<std::size_t>> cluster(const std::vector<const LocalEvent*>& events) {
  struct Pair {
    int score;
    std::size_t a, b;
  };
  const std::size_t n = events.size();
  std::vector<Pair> pairs;
  std::vector<std::vector<bool>> same(n, std::vector<bool>(n, false));
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = a + 1; b < n; ++b) {
      const int score = same_event_score(*events[a], *events[b]);
      if (score > 0) pairs.push_back({score, a, b});
      same[a][b] = same[b][a] = score > 0;
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.score > y.score; });
  std::vector<std::vector<std::size_t>> clusters(n);
  std::vector<std::size_t> home(n);
  for (std::size_t i = 0; i < n; ++i) clusters[i] = {i}, home[i] = i;
  for (const Pair& pair : pairs) {
    const std::size_t into = std::min(home[pair.a], home[pair.b]), from = std::max(home[pair.a], home[pair.b]);
    if (into == from) continue;
    const bool all = std::all_of(clusters[into].begin(), clusters[into].end(), [&](std::size_t x) {
      return std::all_of(clusters[from].begin(), clusters[from].end(), [&](std::size_t y) { return same[x][y]; });
    });
    if (!all) continue;
    for (std::size_t member : clusters[from]) home[member] = into;
    clusters[into].insert(clusters[into].end(), clusters[from].begin(), clusters[from].end());
    clusters[from].clear();
  }
  std::vector<std::vector<std::size_t>> out;
  for (auto& members : clusters) {
    if (members.empty()) continue;
    std::sort(members.begin(), members.end());
    out.push_back(std::move(members));
  }
  return out;
}

}  // namespace forewhen
