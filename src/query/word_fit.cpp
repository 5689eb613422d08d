// SPDX-License-Identifier: Apache-2.0
#include "query/word_fit.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "forewhen/base/stem.h"

namespace forewhen {
namespace {

double weight_of(Found found) {
  switch (found) {
    case Found::nowhere:
      return 0;
    case Found::sentence:
      return 1;
    case Found::circumstance:
      return 3;
    case Found::synonym:
      return 3.6;
    case Found::name:
      return 3.9;
    case Found::same_form:
      return 4;
  }
  return 0;
}

// The words of what the event is called, in lower case.
std::set<std::string> forms_of(const Event& event) {
  std::set<std::string> forms;
  const auto add_words = [&](std::string_view text) {
    std::string word;
    for (const char c : text) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
      const bool capital = c >= 'A' && c <= 'Z';
      if (letter || capital) word += capital ? static_cast<char>(c + 32) : c;
      if (!letter && !capital && !word.empty()) forms.insert(std::exchange(word, {}));
    }
    if (!word.empty()) forms.insert(word);
  };
  add_words(event.phrase);
  for (const Mention& mention : event.mentions) add_words(mention.text);
  return forms;
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
  const std::set<std::string> forms = forms_of(event);
  for (const QueryWord& word : words) {
    Found best = found_in(places, word.stem);
    if (best == Found::name && forms.contains(word.form)) best = Found::same_form;
    // Only what an event is called has other words for it; "talks" in a sentence are not a meeting.
    const bool synonym = std::any_of(word.synonyms.begin(), word.synonyms.end(),
                                     [&](const std::string& other) { return found_in(places, other) == Found::name; });
    if (synonym) best = std::max(best, Found::synonym);
    fit.found.push_back(best);
    fit.score += weight_of(best);
  }
  return fit;
}

bool WordFit::all() const {
  return std::none_of(found.begin(), found.end(), [](Found f) { return f == Found::nowhere; });
}

bool WordFit::names_it() const {
  return std::any_of(found.begin(), found.end(), [](Found f) { return f >= Found::synonym; });
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
