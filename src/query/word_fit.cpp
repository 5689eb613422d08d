// SPDX-License-Identifier: Apache-2.0
#include "query/word_fit.h"

#include <algorithm>
#include <map>
#include <set>

#include "forewhen/base/stem.h"

namespace forewhen {
namespace {

constexpr double kSynonymShare = 0.9;

double weight_of(Found found) {
  switch (found) {
    case Found::nowhere:
      return 0;
    case Found::sentence:
      return 1;
    case Found::circumstance:
      return 3;
    case Found::name:
      return 4;
  }
  return 0;
}

using Places = std::map<std::string, Found>;

void add(Places& places, std::string_view text, Found found) {
  for (const std::string& stem : content_stems(text)) {
    Found& best = places[stem];
    best = std::max(best, found);
  }
}

Places places_of(const Event& event) {
  Places places;
  for (const auto& [term, weight] : event.terms) places[term] = Found::sentence;
  add(places, event.summary, Found::sentence);
  for (const EventParticipant& p : event.participants) {
    add(places, p.name, Found::circumstance);
    add(places, p.text, Found::circumstance);
  }
  if (event.place) {
    add(places, event.place->name, Found::circumstance);
    add(places, event.place->within, Found::circumstance);
  }
  for (const std::string* name : {&event.phrase, &event.lemma, &event.mode, &event.group}) {
    add(places, *name, Found::name);
  }
  for (const Mention& mention : event.mentions) add(places, mention.text, Found::name);
  return places;
}

Found found_in(const Places& places, const std::string& stem) {
  const auto at = places.find(stem);
  return at == places.end() ? Found::nowhere : at->second;
}

// "A grenade damaged the station" is what "grenade" asks for; "the attack wounded two" is not what "attack" asks for.
bool fits_doers(const Event& event, const std::vector<QueryWord>& words) {
  std::set<std::string> doers;
  for (const EventParticipant& p : event.participants) {
    if (p.role == Role::recipient || p.role == Role::speaker) continue;
    for (const std::string* name : {&p.name, &p.text}) {
      for (std::string& stem : content_stems(*name)) doers.insert(std::move(stem));
    }
  }
  return std::all_of(words.begin(), words.end(),
                     [&](const QueryWord& word) { return !word.names_event && doers.contains(word.stem); });
}

}  // namespace

WordFit fit_words(const Event& event, const std::vector<QueryWord>& words) {
  const Places places = places_of(event);
  WordFit fit;
  fit.by_doers = fits_doers(event, words);
  for (const QueryWord& word : words) {
    Found best = found_in(places, word.stem);
    double score = weight_of(best);
    for (const std::string& synonym : word.synonyms) {
      // Only what an event is called has other words for it; "talks" in a sentence are not a meeting.
      if (found_in(places, synonym) != Found::name) continue;
      best = Found::name;
      score = std::max(score, kSynonymShare * weight_of(Found::name));
    }
    fit.found.push_back(best);
    fit.score += score;
  }
  return fit;
}

bool WordFit::all() const {
  return std::none_of(found.begin(), found.end(), [](Found f) { return f == Found::nowhere; });
}

bool WordFit::names_it() const {
  return std::any_of(found.begin(), found.end(), [](Found f) { return f == Found::name; });
}

bool is_clearly_better(const WordFit& a, const WordFit& b) {
  bool better = false;
  for (std::size_t i = 0; i < a.found.size(); ++i) {
    if (a.found[i] < b.found[i]) return false;
    better |= a.found[i] > b.found[i];
  }
  return better;
}

}  // namespace forewhen
