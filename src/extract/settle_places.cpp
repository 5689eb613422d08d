// SPDX-License-Identifier: Apache-2.0
// Which place a name is: what was a place once is one throughout, towns are those of the countries that the story
// speaks of, sites lie in the town that the text gives them.
#include <algorithm>
#include <map>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

class PlaceSettler {
 public:
  explicit PlaceSettler(Story& story) : story_(story), knows_(*story.knowledge) {}

  void settle() {
    surnames_are_no_towns();
    spread_places();
    count_countries();
    for (NameMention& name : story_.names) settle_place(name);
  }

 private:
  Span span_of(const NameMention& name) const {
    const auto& words = story_.sentences[name.sentence].words;
    return {words[static_cast<std::size_t>(name.first)].span.begin,
            words[static_cast<std::size_t>(name.last)].span.end};
  }

  // "Dale's wife", where Viktor Dale is spoken of: nobody means a town of that name, unless it is in or near it.
  void surnames_are_no_towns() {
    std::set<std::string> surnames;
    for (const NameMention& name : story_.names) {
      if (name.kind == ActorKind::person && name.first < name.last)
        surnames.insert(story_.sentences[name.sentence].words[name.last].form);
    }
    for (NameMention& name : story_.names) {
      const bool bare = name.first == name.last && name.is_place && name.kind != ActorKind::country;
      if (!bare || !surnames.contains(name.text)) continue;
      const std::string marker = story_.trees[name.sentence].marker(name.head);
      if (!marker.empty() && marker != "by" && marker != "with" && marker != "against") continue;
      name.is_place = false;
      name.place = {};
      name.kind = ActorKind::unknown;
    }
  }

  // A name that is a place once is one wherever the document does not make it act.
  void spread_places() {
    std::map<std::string, PlaceMention> places;
    for (const NameMention& name : story_.names) {
      if (name.is_place && !name.place.precision.empty()) places.try_emplace(name.text, name.place);
    }
    for (NameMention& name : story_.names) {
      const auto known = places.find(name.text);
      if (name.is_place || name.kind != ActorKind::unknown || known == places.end()) continue;
      name.kind = ActorKind::thing;
      name.is_place = true;
      name.place = known->second;
      name.place.span = span_of(name);
    }
  }

  // The countries of the story: names, adjectives and towns that lie in one country only.
  void count_countries() {
    std::map<std::string, int> counts;
    for (const NameMention& name : story_.names) {
      if (!name.country.empty()) counts[name.country] += 2;
    }
    for (std::size_t s = 0; s < story_.sentences.size(); ++s) {
      for (const Word& w : story_.sentences[s].words) {
        if (!is_capitalised(w.form) || w.tag.compare(0, 2, "JJ") != 0) continue;
        if (const CountryMatch match = knows_.countries.find(w.form)) counts[std::string(match.country->alpha2)] += 2;
      }
    }
    for (const NameMention& name : story_.names) {
      if (!name.is_place || !name.country.empty()) continue;
      const auto places = knows_.gazetteer.find(name.text);
      if (!places.empty()) counts[std::string(places.front().country)] += 1;
    }
    std::vector<std::pair<int, std::string>> order;
    for (const auto& [country, count] : counts) order.push_back({-count, country});
    std::sort(order.begin(), order.end());
    for (const auto& [count, country] : order) story_.countries.push_back(country);
  }

  void settle_place(NameMention& name) {
    if (!name.is_place) return;
    if (!name.place.precision.empty()) {
      settle_site(name);
      return;
    }
    const std::vector<std::string_view> countries(story_.countries.begin(), story_.countries.end());
    const auto choice = knows_.gazetteer.resolve(name.text, countries);
    if (!choice) return;
    name.place.span = span_of(name);
    take_place(name, choice->best);
  }

  // A site lies in the town that the text gives it, wherever the document says so.
  void settle_site(NameMention& name) {
    if (name.place.precision == "country") return;
    if (!name.place.within.empty()) within_[name.place.name] = name.place.within;
    const auto known = within_.find(name.place.name);
    if (known == within_.end()) {
      return;
    }
    name.place.within = known->second;
    const std::vector<std::string_view> countries(story_.countries.begin(), story_.countries.end());
    if (const auto choice = knows_.gazetteer.resolve(known->second, countries)) {
      name.place.country = choice->best.country;
      name.place.point = GeoPoint{choice->best.latitude, choice->best.longitude};
    } else if (const CountryMatch match = knows_.countries.find(known->second)) {
      name.place.country = match.country->alpha2;
    }
  }

  Story& story_;
  const Knowledge& knows_;
  std::map<std::string, std::string> within_;  // site -> town
};

}  // namespace

void settle_places(Story& story) { PlaceSettler(story).settle(); }

}  // namespace forewhen
