// SPDX-License-Identifier: Apache-2.0
// Names: runs of proper nouns, without the titles before them; their kind from tables, titles, head nouns and context.
#include <algorithm>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

class NameFinder {
 public:
  explicit NameFinder(Story& story) : story_(story), knows_(*story.knowledge) {}

  void find() {
    for (std::size_t s = 0; s < story_.sentences.size(); ++s) {
      sentence_ = s;
      tree_ = &story_.trees[s];
      for (int w = 0; w < tree_->size(); ++w) w = take_name(w);
    }
    take_lone_surnames();
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }

  bool touches_next(int w) const { return w + 1 < tree_->size() && word(w).span.end == word(w + 1).span.begin; }

  bool starts_name(int w) const {
    if (story_.timex_at(sentence_, w) >= 0) return false;
    if (tree_->is_proper(w)) return is_capitalised(word(w).form) || starts_with_article(w);
    if (starts_with_loose_article(w) || end_of_known_place(w) > w) return true;
    // The parser may tag a name's word otherwise; tables know better.
    return is_capitalised(word(w).form) && w > 0 &&
           (knows_.organisations.find(word(w).form) || knows_.countries.find(word(w).form).word == CountryWord::name) &&
           static_cast<bool>(knows_.countries.find(word(w).form));
  }
  // "al-Sadr", where hyphens are words of their own.
  bool starts_with_article(int w) const {
    return w + 2 < tree_->size() && word(w + 1).form == "-" && touches_next(w) && touches_next(w + 1) &&
           is_capitalised(word(w + 2).form);
  }
  // "As Suwayda", where the article is a word of its own and looks like one of ours.
  bool starts_with_loose_article(int w) const {
    static const std::set<std::string_view> kArticles = {"Al", "Ad", "Ar", "As", "Ash", "At", "Az", "An", "El"};
    return w > 0 && w + 1 < tree_->size() && kArticles.contains(word(w).form) && is_capitalised(word(w + 1).form) &&
           tree_->is_proper(w + 1);
  }
  // The last word of a place of three capitalised words or more that the tables have, whatever the parser made of
  // them: "Federally Administered Tribal Areas"; `w` when none begins there.
  int end_of_known_place(int w) const {
    if (w == 0 || !is_capitalised(word(w).form)) return w;
    int last = w;
    while (last + 1 < tree_->size() && last < w + 4 && is_capitalised(word(last + 1).form)) ++last;
    for (; last >= w + 2; --last)
      if (knows_.gazetteer.contains(story_.words(sentence_, w, last))) return last;
    return w;
  }
  bool goes_on(int w) const { return tree_->is_proper(w) || starts_with_article(w); }

  // Takes the name that starts at `w`, if one does; returns the last word it used (or `w`).
  int take_name(int w) {
    if (!starts_name(w)) return w;
    int last = end_of_known_place(w);
    while (true) {
      const int next = last + 1;
      if (next >= tree_->size() || story_.timex_at(sentence_, next) >= 0) break;
      if (ends_company(word(last).form)) break;
      if (goes_on(next) && word(next).form != "-") {
        last = next;
      } else if (word(next).form == "-" && touches_next(last) && touches_next(next) && next + 1 < tree_->size() &&
                 (is_capitalised(word(next + 1).form) || tree_->is_proper(last))) {
        last = next + 1;
      } else if (joins(next) && next + 1 < tree_->size() && starts_name_after_joint(next + 1) &&
                 whole_is_body(w, next)) {
        last = next + 1;
      } else if (word(next).form == "and" && is_place_with_and(w, next)) {
        last = next + 1;
      } else {
        break;
      }
    }
    add(w, last);
    return last;
  }
  // "Brown said", where the parser takes the word for a common one: the surname of a person whom the document names in
  // full, with a capital, alone.
  void take_lone_surnames() {
    std::set<std::string, std::less<>> surnames;
    for (const NameMention& name : story_.names) {
      if (name.kind == ActorKind::person && name.last > name.first)
        surnames.insert(story_.sentences[name.sentence].words[name.last].form);
    }
    if (surnames.empty()) return;
    for (std::size_t s = 0; s < story_.sentences.size(); ++s) {
      sentence_ = s;
      tree_ = &story_.trees[s];
      for (int w = 0; w < tree_->size(); ++w) {
        const bool lone = story_.name_of[s][w] < 0 && story_.timex_at(s, w) < 0 && !tree_->is_proper(w) &&
                          tree_->is_noun(w) && surnames.contains(word(w).form);
        if (lone) add_plain(w, w, NameMention{.sentence = s});
      }
    }
    std::stable_sort(story_.names.begin(), story_.names.end(), [](const NameMention& a, const NameMention& b) {
      return std::tie(a.sentence, a.first) < std::tie(b.sentence, b.first);
    });
    for (std::size_t i = 0; i < story_.names.size(); ++i) {
      const NameMention& name = story_.names[i];
      for (int w = name.first; w <= name.last; ++w) story_.name_of[name.sentence][w] = static_cast<int>(i);
    }
  }
  // A company's name ends with its form: "Orlan Inc. Daniel Okoro" are two.
  static bool ends_company(std::string_view form) {
    static const std::set<std::string_view> kForms = {"Inc.", "Corp.", "Ltd.", "Co.", "LLC",
                                                      "PLC",  "Inc",   "Corp", "Ltd"};
    return kForms.contains(form);
  }
  // "Jammu and Kashmir": one place, not two names.
  bool is_place_with_and(int first, int joint) const {
    return joint + 1 < tree_->size() && is_capitalised(word(joint + 1).form) &&
           knows_.gazetteer.contains(story_.words(sentence_, first, joint + 1));
  }
  // "Ministry of Interior", "Assistance Mission for Iraq": a preposition inside the name of a body.
  bool joins(int w) const { return word(w).form == "of" || word(w).form == "for" || word(w).form == "on"; }
  bool starts_name_after_joint(int w) const { return tree_->is_proper(w) && is_capitalised(word(w).form); }
  bool whole_is_body(int first, int joint) const {
    std::vector<std::string_view> forms;
    for (int w = first; w < joint; ++w) forms.push_back(word(w).form);
    const Agent* agent = knows_.agents.kind_of_name(forms);
    return agent && (agent->kind == AgentKind::organisation || agent->kind == AgentKind::government ||
                     agent->kind == AgentKind::armed_group || agent->kind == AgentKind::group);
  }

  void add(int first, int last) {
    NameMention name;
    name.sentence = sentence_;
    const int with_title = first;
    first = strip_title(first, last, name);
    if (first > last) return;  // a title alone: "the President"
    // "Iraq Prime Minister X" and "State Department spokesman X": the parts before a title inside are names of their
    // own.
    for (int w = first + 1; w <= last; ++w) {
      NameMention inner;
      const int after = strip_title(w, last, inner);
      if (after == w || after > last) continue;
      add_plain(first, w - 1, NameMention{.sentence = sentence_, .title = name.title});
      inner.sentence = sentence_;
      add_plain(after, last, inner);
      return;
    }
    (void)with_title;
    add_plain(first, last, name);
  }

  // First word after the titles that the run begins with; fills in the title and the gender it tells.
  int strip_title(int first, int last, NameMention& name) const {
    while (first <= last) {
      std::vector<std::string> lower;
      for (int w = first; w <= last; ++w) lower.push_back(lower_case(word(w).form));
      const std::vector<std::string_view> tokens(lower.begin(), lower.end());
      const Titles::Match match = knows_.titles.match(tokens);
      if (!match) break;
      const std::string full(match.title->full.empty() ? match.title->words : match.title->full);
      name.title += (name.title.empty() ? "" : " ") + full;
      name.male |= match.title->gender == Gender::male;
      name.female |= match.title->gender == Gender::female;
      first += static_cast<int>(match.tokens);
    }
    return first;
  }

  // A title of common nouns before the name: "foreign minister Ana Ruiz".
  void title_before(NameMention& name) const {
    if (!name.title.empty()) return;
    for (int length = 3; length >= 1; --length) {
      const int from = name.first - length;
      if (from < 0) continue;
      std::vector<std::string> lower;
      for (int w = from; w < name.first; ++w) lower.push_back(lower_case(word(w).form));
      const std::vector<std::string_view> tokens(lower.begin(), lower.end());
      const Titles::Match match = knows_.titles.match(tokens);
      if (!match || static_cast<int>(match.tokens) != length) continue;
      name.title = match.title->full.empty() ? match.title->words : match.title->full;
      return;
    }
  }

  void add_plain(int first, int last, NameMention name) {
    name.first = first;
    name.last = last;
    name.head = head_of(first, last);
    name.text = story_.words(sentence_, first, last);
    title_before(name);
    decide_kind(name);
    name.name = name.text;
    for (int w = first; w <= last; ++w) story_.name_of[sentence_][w] = static_cast<int>(story_.names.size());
    story_.names.push_back(std::move(name));
  }

  // The word of the run that is governed from outside it.
  int head_of(int first, int last) const {
    for (int w = first; w <= last; ++w) {
      if (tree_->head(w) < first || tree_->head(w) > last) return w;
    }
    return last;
  }

  void decide_kind(NameMention& name) const {
    if (const Organisation* body = knows_.organisations.find(name.text)) {
      name.kind = body->kind == OrganisationKind::armed_group ? ActorKind::armed_group
                  : body->kind == OrganisationKind::party     ? ActorKind::party
                  : body->kind == OrganisationKind::media     ? ActorKind::media
                                                              : ActorKind::organisation;
      name.country = body->country;
      return;
    }
    if (const CountryMatch match = knows_.countries.find(name.text)) {
      name.country = match.country->alpha2;
      if (match.word == CountryWord::name) {
        name.kind = ActorKind::country;
        name.is_place = true;
        name.place = {span_of(name),
                      std::string(match.country->name),
                      "",
                      name.country,
                      "country",
                      GeoPoint{match.country->latitude, match.country->longitude}};
      } else {
        name.kind = match.word == CountryWord::people ? ActorKind::group : ActorKind::unknown;
      }
      return;
    }
    if (!name.title.empty()) {
      name.kind = ActorKind::person;
      return;
    }
    std::vector<std::string_view> forms;
    for (int w = name.first; w <= name.last; ++w) forms.push_back(word(w).form);
    const Agent* agent = starts_with_loose_article(name.first) && knows_.gazetteer.contains(name.text)
                             ? nullptr  // "As Suwayda" is no firm
                             : knows_.agents.kind_of_name(forms);
    if (agent) {
      switch (agent->kind) {
        case AgentKind::person:
          name.kind = ActorKind::person;
          break;
        case AgentKind::armed_group:
          name.kind = ActorKind::armed_group;
          break;
        case AgentKind::organisation:
        case AgentKind::government:
          name.kind = ActorKind::organisation;
          break;
        case AgentKind::group:
          name.kind = ActorKind::organisation;
          break;  // with a name of its own
        case AgentKind::place:
          // "Dam collapse kills 14": the capital of the first word makes no name.
          if (name.last > name.first || name.first > 0) site(name);
          break;
        case AgentKind::thing:
          name.kind = ActorKind::thing;
          break;
      }
      return;
    }
    if (is_people(name)) {
      name.kind = ActorKind::group;
      return;
    }
    const bool located = is_located(name);
    const bool several = name.last > name.first;
    if (several && plain_person_shape(name) && is_called_a_person(name)) {
      name.kind = ActorKind::person;
      return;
    }
    if (several && knows_.given_names.contains(word(name.first).form) &&
        !(located && knows_.gazetteer.contains(name.text))) {
      name.kind = ActorKind::person;
      name.male |= knows_.given_names.gender_of(word(name.first).form) == Gender::male;
      name.female |= knows_.given_names.gender_of(word(name.first).form) == Gender::female;
      return;
    }
    // "the Lindvik People's Republic" is no town called Republic.
    const bool owned = tree_->child(name.head, {"nmod:poss"}) >= 0;
    if (!owned && knows_.gazetteer.contains(name.text) && (located || !acts(name))) {
      name.is_place = true;
      return;
    }
    if (is_site_name(name)) {
      site(name);
      return;
    }
    // A name that no table has, under a preposition of place: a village, a camp.
    if (located && name.kind == ActorKind::unknown) {
      name.kind = ActorKind::thing;
      name.is_place = true;
      name.place = {span_of(name), name.text, "", "", "city", {}};
      return;
    }
    if (acts(name)) name.kind = several && plain_person_shape(name) ? ActorKind::person : ActorKind::unknown;
  }

  // "Bosnian Serbs", "Norland Sailors": an adjective of a country before a plural.
  bool is_people(NameMention& name) const {
    const bool plural =
        word(name.last).tag == "NNPS" || knows_.countries.find(word(name.last).form).word == CountryWord::people;
    if (name.last == name.first || !plural) return false;
    const CountryMatch match = knows_.countries.find(word(name.first).form);
    if (!match || match.word == CountryWord::name) return false;
    name.country = match.country->alpha2;
    return true;
  }

  Span span_of(const NameMention& name) const {
    const std::vector<Word>& words = story_.sentences[name.sentence].words;
    return {words[name.first].span.begin, words[name.last].span.end};
  }

  // "in Basra", "near the Green Zone".
  bool is_located(const NameMention& name) const {
    static const std::set<std::string> kPlaceWords = {"in",      "near",    "at",     "from",    "to",
                                                      "around",  "outside", "across", "through", "toward",
                                                      "towards", "of",      "inside", "into"};
    const int mark = tree_->child(name.head, {"case"});
    if (mark < 0 || !kPlaceWords.contains(word(mark).lemma)) return false;
    if (word(mark).lemma != "of") return true;
    static const std::set<std::string> kParts = {
        "town",      "city",  "village", "port",    "market",  "prison", "district", "province", "region", "island",
        "outskirts", "edge",  "centre",  "center",  "suburb",  "north",  "south",    "east",     "west",   "streets",
        "street",    "coast", "airport", "capital", "harbour", "mayor",  "people",   "border",   "area",   "camp"};
    const int part = tree_->head(name.head);
    return part >= 0 && kParts.contains(lower_case(word(part).lemma));
  }
  // "Mats Ekholm, the leader of the party".
  bool is_called_a_person(const NameMention& name) const {
    for (int child : tree_->children(name.head)) {
      if (!tree_->is(child, "appos") || !tree_->is_noun(child) || child < name.last) continue;
      const Agent* agent = knows_.agents.find(lower_case(word(child).lemma));
      if (agent && agent->kind == AgentKind::person && !agent->collective && word(child).tag == "NN") return true;
    }
    return false;
  }
  // Does what people and bodies do: subject, possessor, agent.
  bool acts(const NameMention& name) const {
    return tree_->is(name.head, "nsubj") || tree_->is(name.head, "obl:agent") || tree_->is(name.head, "appos");
  }
  // Two or three capitalised words without a word of the language among them that tells a body.
  bool plain_person_shape(const NameMention& name) const {
    return name.last - name.first <= 3 &&
           std::none_of(name.text.begin(), name.text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           !std::all_of(name.text.begin(), name.text.end(), [](char c) { return is_upper(c) || c == ' '; });
  }

  // Places below the size of a town tell themselves by their last word.
  static bool is_site_word(std::string_view last) {
    static const std::set<std::string_view> kSites = {
        "Zone",      "Square",  "Street",    "Avenue",   "Road",     "Bridge",   "Airport",     "Port",    "Harbour",
        "Harbor",    "Camp",    "Base",      "Palace",   "Mosque",   "Church",   "Cathedral",   "Temple",  "Hospital",
        "Prison",    "Stadium", "Market",    "District", "Quarter",  "Province", "Governorate", "Region",  "County",
        "Island",    "Islands", "Mountains", "Valley",   "River",    "Lake",     "Sea",         "Gulf",    "Strait",
        "Peninsula", "Park",    "Tower",     "Station",  "Crossing", "Dam",      "Desert",      "Hotel",   "Mountain",
        "Bay",       "Coast",   "Boulevard", "Heights",  "Hill",     "Hills",    "Canal",       "Village", "City"};
    return kSites.contains(last);
  }
  bool is_site_name(const NameMention& name) const {
    return name.last > name.first && is_site_word(word(name.last).form);
  }
  void site(NameMention& name) const {
    static const std::set<std::string_view> kRegions = {"Province",  "Governorate", "Region", "County",
                                                        "Mountains", "Valley",      "Sea",    "Gulf",
                                                        "Peninsula", "Islands",     "Desert"};
    name.kind = ActorKind::thing;
    name.is_place = true;
    name.place = {span_of(name), name.text, "", "", kRegions.contains(word(name.last).form) ? "region" : "site", {}};
    const int owner = tree_->child(name.head, {"nmod:poss"});
    if (owner >= 0) name.place.within = word(owner).form;
  }

  Story& story_;
  const Knowledge& knows_;
  std::size_t sentence_ = 0;
  const Tree* tree_ = nullptr;
};

}  // namespace

void find_names(Story& story) { NameFinder(story).find(); }

}  // namespace forewhen
