// SPDX-License-Identifier: Apache-2.0
#include "timeline/same_event.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "forewhen/time/civil.h"
#include "forewhen/time/iso.h"
#include "timeline/may_be_one.h"
#include "timeline/parties.h"

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

// Days, however they were found, that have none in common.
bool days_apart(const LocalEvent& a, const LocalEvent& b) {
  const auto x = start_days(a), y = start_days(b);
  return !x.empty() && !y.empty() && std::none_of(x.begin(), x.end(), [&](std::int64_t day) {
    return std::find(y.begin(), y.end(), day) != y.end();
  });
}

// Both lie in towns, and no town of one may be a town of the other.
bool towns_differ(const LocalEvent& a, const LocalEvent& b) {
  bool differ = false;
  for (const Claim& x : a.claims) {
    for (const Claim& y : b.claims) {
      if (!x.place || !y.place) continue;
      if (may_be_one(*x.place, *y.place)) return false;
      differ = true;
    }
  }
  return differ;
}

// "another blast", "a second raid": not one that the same document has spoken of.
bool is_another(const LocalEvent& event) {
  static const std::set<std::string> kAnother = {"another", "other",   "second",   "third",    "fourth", "fifth",
                                                 "new",     "further", "separate", "previous", "earlier"};
  return std::any_of(event.claims.begin(), event.claims.end(), [](const Claim& claim) {
    const std::string phrase = normalised_name(claim.phrase);
    return std::any_of(kAnother.begin(), kAnother.end(), [&](const std::string& word) {
      return (" " + phrase + " ").find(" " + word + " ") != std::string::npos;
    });
  });
}

bool share_sentence(const LocalEvent& a, const LocalEvent& b) {
  return std::any_of(a.claims.begin(), a.claims.end(), [&](const Claim& x) {
    return std::any_of(b.claims.begin(), b.claims.end(), [&](const Claim& y) { return x.sentence == y.sentence; });
  });
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
  for (BlockKey block : day_blocks_of(event)) blocks.push_back(block);
  return blocks;
}

// What Comparison::dated asks for: two events of which it holds share one of these.
std::vector<BlockKey> day_blocks_of(const LocalEvent& event) {
  std::vector<BlockKey> blocks;
  if (!mergeable(first(event)) || first(event).group.empty()) return blocks;
  std::set<std::string> ground;
  for (const std::string& actor : named_actors(event, {})) ground.insert("actor:" + actor);
  for (const std::string& place : places(event)) ground.insert("place:" + place);
  for (const std::string& town : towns(event)) ground.insert("place:" + town);
  for (std::int64_t day : start_days(event)) {
    for (const std::string& one : ground)
      blocks.push_back(block_of_day(day, "event:" + first(event).group + ":" + std::to_string(day) + ":" + one));
  }
  return blocks;
}

namespace {

std::string listed(const std::set<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

std::set<std::string> days_in_words(const LocalEvent& event) {
  std::set<std::string> out;
  for (std::int64_t day : start_days(event))
    out.insert(format_iso(CalendarTime{Instant(std::chrono::days{day}), Grain::day}));
  return out;
}

// The names of those whom `named` gives by id.
std::set<std::string> names_of(const LocalEvent& event, const std::set<std::string>& ids) {
  std::set<std::string> out;
  for (std::size_t c = 0; c < event.claims.size(); ++c) {
    for (std::size_t p = 0; p < event.actors[c].size(); ++p) {
      if (ids.contains(to_string(event.actors[c][p]))) out.insert(event.actor_names[c][p]);
    }
  }
  return out;
}

// Adds up what is compared. Without a listener it stops at the first thing that decides.
class Comparison {
 public:
  Comparison(const LocalEvent& a, const LocalEvent& b, std::vector<SameFeature>* told) : a_(a), b_(b), told_(told) {}

  int run() {
    documents();
    if (going_on()) standing();
    if (going_on()) kind();
    if (!going_on()) return 0;
    if (dated()) {
      day(kDated);
      contradictions();
      if (going_on()) common_ground(2, 1, 1);
    } else {
      if (told_) day(0);
      said_days();
      if (going_on()) story();
      if (going_on()) contradictions();
      if (going_on()) common_people();
    }
    return same_ ? score_ : 0;
  }

  bool contradicted() {
    if (!dated()) said_days();
    if (going_on()) contradictions();
    return !same_;
  }

 private:
  using Effect = SameFeature::Effect;
  bool going_on() const { return same_ || told_; }

  template <class Said>
  void note(const char* name, Effect effect, int points, Said said) {
    if (effect == Effect::missing || effect == Effect::forbids) same_ = false;
    score_ += points;
    if (told_) told_->push_back({name, effect, points, said(a_), said(b_)});
  }
  void compare(const char* name, const std::set<std::string>& a, const std::set<std::string>& b) {
    note(name, differ(a, b) ? Effect::forbids : Effect::silent, 0,
         [&](const LocalEvent& e) { return listed(&e == &a_ ? a : b); });
  }

  void documents() {
    note("document", a_.key.document == b_.key.document ? Effect::forbids : Effect::silent, 0,
         [](const LocalEvent& e) { return e.key.document; });
  }
  void standing() {
    note("told as having happened", a_.kind.empty() || b_.kind.empty() ? Effect::missing : Effect::needed, 0,
         [](const LocalEvent& e) -> std::string {
           if (!e.kind.empty()) return "yes";
           const bool told = first(e).event_class == EventClass::reporting || first(e).event_class == EventClass::state;
           return std::string(told ? name_of(first(e).event_class) : name_of(first(e).modality));
         });
  }
  void kind() {
    note("kind of happening", a_.kind == b_.kind ? Effect::needed : Effect::missing, 1,
         [](const LocalEvent& e) { return e.kind; });
  }

  // A shared day, and somebody or some place in common: the better reason. Else the stories must be alike.
  bool dated() const {
    if (first(a_).group.empty() || a_.kind != b_.kind || !same_day()) return false;
    return share(named_actors(a_, {}), named_actors(b_, {})) || place_in_common();
  }
  bool same_day() const {
    const auto days_a = start_days(a_), days_b = start_days(b_);
    return std::any_of(days_a.begin(), days_a.end(),
                       [&](std::int64_t day) { return std::find(days_b.begin(), days_b.end(), day) != days_b.end(); });
  }
  bool place_in_common() const { return share(places(a_), places(b_)) || share(towns(a_), towns(b_)); }

  void day(int points) {
    const bool exact = points > 0 && start_days(a_).size() == 1 && start_days(b_).size() == 1;
    note("day", points > 0 ? Effect::counts : Effect::silent, points + (exact ? 1 : 0),
         [](const LocalEvent& e) { return listed(days_in_words(e)); });
  }
  void said_days() {
    note("days that the texts give", days_differ(a_, b_) ? Effect::forbids : Effect::silent, 0,
         [](const LocalEvent& e) {
           std::set<std::string> words;
           for (const Claim& claim : e.claims) {
             if (claim.time && !claim.time->words.empty()) words.insert(claim.time->words);
           }
           return listed(words);
         });
  }
  void story() {
    const float alike = a_.story && b_.story ? likeness(*a_.story, *b_.story) : 0;
    note("documents of one story", alike < kSameStory ? Effect::missing : Effect::counts,
         alike < kSameStory ? 0 : static_cast<int>(alike * 10),
         [&](const LocalEvent&) { return fmt::format("alike {:.2f}, needed {:.2f}", alike, kSameStory); });
  }

  // What speaks against it whatever else does: another means, another town, other people.
  void contradictions() {
    const auto mode = [](const Claim& claim) { return claim.mode; };
    compare("means", values(a_, mode), values(b_, mode));
    if (going_on()) {
      note("town", towns_differ(a_, b_) ? Effect::forbids : Effect::silent, 0,
           [](const LocalEvent& e) { return listed(towns(e)); });
    }
    if (going_on()) {
      const auto a = said_numbers(a_), b = said_numbers(b_);
      const bool forbids = differ(a, b) && parties_differ(a_, b_, Role::recipient, false);
      note("how many, and of whom", forbids ? Effect::forbids : Effect::silent, 0,
           [&](const LocalEvent& e) { return listed(&e == &a_ ? a : b); });
    }
    for (Role role : {Role::actor, Role::recipient}) {
      if (!going_on()) return;
      const auto a = named_actors(a_, role), b = named_actors(b_, role);
      const bool forbids =
          differ(a, b) && !share(named_actors(a_, {}), named_actors(b_, {})) && parties_differ(a_, b_, role, true);
      note(role == Role::actor ? "who did it" : "to whom", forbids ? Effect::forbids : Effect::silent, 0,
           [&](const LocalEvent& e) { return listed(names_of(e, &e == &a_ ? a : b)); });
    }
  }

  void common(const char* name, bool shared, int points, const std::set<std::string>& a,
              const std::set<std::string>& b) {
    note(name, shared ? Effect::counts : Effect::silent, shared ? points : 0,
         [&](const LocalEvent& e) { return listed(&e == &a_ ? a : b); });
  }
  void common_ground(int actor, int place, int means) {
    const auto who_a = named_actors(a_, {}), who_b = named_actors(b_, {});
    common("someone in common", share(who_a, who_b), actor, names_of(a_, who_a), names_of(b_, who_b));
    common("place in common", place_in_common(), place, places(a_), places(b_));
    const auto mode = [](const Claim& claim) { return claim.mode; };
    const auto mode_a = values(a_, mode), mode_b = values(b_, mode);
    common("means in common", share(mode_a, mode_b), means, mode_a, mode_b);
  }
  void common_people() {
    const bool people = share(named_actors(a_, {}), named_actors(b_, {})) || share(parties(a_), parties(b_));
    // A verb of no particular kind ("took", "went") needs people in common; and so does what is no deed between parties
    // ("shares closed at"), when both say whose it is.
    const bool untyped = first(a_).type == PloverType::none && first(b_).type == PloverType::none;
    const bool needed = first(a_).group.empty() || (untyped && parties_differ(a_, b_, {}, false));
    note("someone in common",
         people   ? Effect::counts
         : needed ? Effect::missing
                  : Effect::silent,
         people ? 3 : 0, [](const LocalEvent& e) {
           std::set<std::string> all = names_of(e, named_actors(e, {}));
           all.merge(parties(e));
           return listed(all);
         });
  }

  const LocalEvent &a_, &b_;
  std::vector<SameFeature>* told_;
  bool same_ = true;
  int score_ = 0;
};

}  // namespace

int same_event_score(const LocalEvent& a, const LocalEvent& b, std::vector<SameFeature>* told) {
  return Comparison(a, b, told).run();
}

bool exclude_each_other(const LocalEvent& a, const LocalEvent& b) {
  if (Comparison(a, b, nullptr).contradicted()) return true;
  if (a.key.document != b.key.document) return false;
  // What one writer tells twice he tells apart by words; half a reason is enough here.
  return share_sentence(a, b) || is_another(a) || is_another(b) || parties_differ(a, b, Role::actor, false) ||
         parties_differ(a, b, Role::recipient, false) || days_apart(a, b);
}

}  // namespace forewhen
