// SPDX-License-Identifier: Apache-2.0
// Where it happened. First a place name under a preposition of place on the event, on the verb that carries it, or a
// few steps further down ("to the edge of the Green Zone"); then what a place name is governed by ("attacked a post
// near Lindvik", "shelled Lindvik"); then the place of the event whose clause this one belongs to; last the only place
// of the sentence. Of an address it is the finest part.
#include <set>

#include "extract/knowledge.h"
#include "extract/steps.h"

namespace forewhen {
namespace {

const std::set<std::string_view> kPlacePrepositions = {
    "in",      "at",   "near",   "outside", "inside", "around", "across",   "on",       "to",      "from",    "into",
    "through", "over", "toward", "towards", "of",     "along",  "north of", "south of", "east of", "west of", "off"};
// Those that tell where, and not where from, to or whose.
const std::set<std::string_view> kWhere = {"in",     "at",   "near", "outside", "inside", "around",
                                           "across", "over", "on",   "along",   "off",    "targeting"};

class PlaceFinder {
 public:
  explicit PlaceFinder(Story& story) : story_(story) {}

  void assign() {
    for (Draft& draft : story_.drafts) {
      const NameMention* place = place_of(draft.sentence, draft.word);
      if (!place && draft.carrier >= 0) place = place_of(draft.sentence, draft.carrier);
      if (place) draft.claim.place = finest(*place).place;
    }
    for (const NameMention& name : story_.names) give_to_governor(name);
    share_in_clause();
    share_in_sentence();
  }

 private:
  const NameMention* place_at(std::size_t sentence, int w) const {
    const int name = story_.name_of[sentence][w];
    if (name < 0 || !story_.names[name].is_place || story_.names[name].place.name.empty()) return nullptr;
    return is_part_of_body(story_.names[name]) ? nullptr : &story_.names[name];
  }
  // "the Islamic State of Iraq", "the Front in the Levant (FL)": a place in the name of a body tells not where.
  bool is_part_of_body(const NameMention& name) const {
    const Tree& tree = story_.trees[name.sentence];
    int joint = name.first - 1;
    if (joint >= 0 && lower_case(tree[joint].form) == "the") --joint;
    if (joint < 1) return false;
    const int body = story_.name_of[name.sentence][joint - 1];
    if (body < 0 || story_.names[body].is_place || story_.names[body].kind == ActorKind::person) return false;
    const std::string form = tree[joint].form;
    if (form == "of" || form == "for") return true;
    if (form != "in") return false;
    const std::string whole = story_.words(name.sentence, story_.names[body].first, name.last);
    const bool acronym =
        name.last + 1 < tree.size() && (tree[name.last + 1].form == "(" || tree[name.last + 1].tag == "-LRB-");
    return acronym || story_.knowledge->organisations.find(whole) != nullptr;
  }
  const NameMention& finest(const NameMention& name) const {
    return name.address >= 0 ? story_.names[name.address] : name;
  }

  // A place name at `w` or up to two steps below it, through "of" and compounds.
  const NameMention* place_below(std::size_t sentence, int w, int depth) const {
    if (const NameMention* here = place_at(sentence, w)) return here;
    if (depth == 0) return nullptr;
    const Tree& tree = story_.trees[sentence];
    for (int child : tree.children(w)) {
      if (!tree.is(child, "nmod") && !tree.is(child, "compound") && !tree.is(child, "appos")) continue;
      if (tree.is(child, "nmod") && !kPlacePrepositions.contains(tree.marker(child)) && !tree.is(child, "nmod:poss"))
        continue;
      if (const NameMention* found = place_below(sentence, child, depth - 1)) return found;
    }
    return nullptr;
  }

  const NameMention* place_of(std::size_t sentence, int w) const {
    const Tree& tree = story_.trees[sentence];
    const NameMention* best = nullptr;
    for (int child : tree.children(w)) {
      const bool modifier = tree.is(child, "obl") || tree.is(child, "nmod") || tree.is(child, "advmod");
      if (!modifier || tree.is(child, "nmod:poss") || !kPlacePrepositions.contains(tree.marker(child))) continue;
      const NameMention* found = place_below(sentence, child, 2);
      if (!found) continue;
      // The finer place says more: a town rather than the country.
      if (!best || (best->place.precision == "country" && found->place.precision != "country")) best = found;
    }
    // "clashed with police in Basra": the parser may hang the place on the object.
    if (best) return best;
    for (int child : tree.children(w)) {
      if (!tree.is(child, "obj") && !tree.is(child, "obl") && !tree.is(child, "nsubj:pass")) continue;
      for (int below : tree.children(child)) {
        if (!tree.is(below, "nmod") || tree.marker(below) == "of" || !kPlacePrepositions.contains(tree.marker(below)))
          continue;
        if (const NameMention* found = place_below(sentence, below, 1)) return found;
      }
    }
    return nullptr;
  }

  // The preposition right before the name or before the phrase that it opens.
  bool says_where(const NameMention& name) const {
    if (is_part_of_body(name)) return false;
    const Tree& tree = story_.trees[name.sentence];
    static const std::set<std::string_view> kBetween = {
        "the",         "northern", "southern",  "eastern",  "western", "central",  "city",     "town", "village",
        "countryside", "of",       "outskirts", "vicinity", "capital", "province", "district", "area"};
    for (int w = name.first - 1; w >= 0; --w) {
      const std::string form = lower_case(tree[w].form);
      if (kWhere.contains(form)) return true;
      if (!kBetween.contains(form)) return false;
    }
    return false;
  }
  // What is done to a place, or is named after it: not what is said of it.
  static bool is_deed(const Draft& draft) {
    static const std::set<PloverType> kWords = {PloverType::agree,   PloverType::consult, PloverType::support,
                                                PloverType::accuse,  PloverType::reject,  PloverType::threaten,
                                                PloverType::request, PloverType::concede};
    if (draft.entry == nullptr) return true;
    return !kWords.contains(draft.entry->type) && !draft.entry->is(EventEntry::report) &&
           !draft.entry->is(EventEntry::intent);
  }

  // The first event above a name in the tree has its place, when it has none yet.
  void give_to_governor(const NameMention& mention) {
    const NameMention& name = finest(mention);
    if (!name.is_place || name.place.name.empty() || &name != &mention) return;
    const Tree& tree = story_.trees[name.sentence];
    const bool where = says_where(name);
    for (int w = name.head, steps = 0; w >= 0 && steps < 12; w = tree.head(w), ++steps) {
      const bool object = tree.is(w, "obj") || tree.is(w, "nsubj:pass") || tree.is(w, "compound");
      const int above = tree.head(w);
      if (above < 0) return;
      const int draft = story_.draft_or_carried(name.sentence, above);
      if (draft < 0) continue;
      // "shelled Lindvik", "the Lindvik attack": a country is an actor there.
      const bool target = object && is_deed(story_.drafts[draft]) && name.place.precision != "country";
      if ((where || target) && !story_.drafts[draft].claim.place) story_.drafts[draft].claim.place = name.place;
      return;
    }
  }

  // Parts of one clause share the place as they share the time.
  void share_in_clause() {
    for (Draft& draft : story_.drafts) {
      if (draft.claim.place) continue;
      const Tree& tree = story_.trees[draft.sentence];
      int from = draft.result_of;
      const int verb = draft.noun ? draft.carrier : draft.word;
      if (from < 0 && verb >= 0 && (tree.is(verb, "conj") || tree.is(verb, "advcl")) && !draft.time_rule.empty() &&
          draft.time_rule != "said")
        from = tree.head(verb) >= 0 ? story_.draft_at(draft.sentence, tree.head(verb)) : -1;
      if (from >= 0) draft.claim.place = story_.drafts[from].claim.place;
    }
  }

  // A deed that its clause puts nowhere happened at the place that the sentence tells next, when no other deed stands
  // between, or at the only place of the sentence: not what is said, nor what is only meant.
  void share_in_sentence() {
    for (std::size_t s = 0; s < story_.sentences.size(); ++s) {
      std::vector<const NameMention*> places;
      bool several = false;
      for (const NameMention& name : story_.names) {
        if (name.sentence != s || &finest(name) != &name || !name.is_place || name.place.name.empty()) continue;
        if (!says_where(name)) continue;
        several |= !places.empty() && places.front()->place.name != name.place.name;
        places.push_back(&name);
      }
      if (places.empty()) continue;
      for (Draft& draft : story_.drafts) {
        if (draft.sentence != s || draft.claim.place || !may_share(draft)) continue;
        const NameMention* place = several ? next_place(draft, places) : places.front();
        if (place != nullptr && !is_of_another_clause(*place, draft)) draft.claim.place = place->place;
      }
    }
  }
  const NameMention* next_place(const Draft& draft, const std::vector<const NameMention*>& places) const {
    for (const NameMention* place : places) {
      if (place->first < draft.word) continue;
      for (int w = draft.word + 1; w < place->first; ++w)
        if (story_.draft_at(draft.sentence, w) >= 0) return nullptr;
      return place;
    }
    return nullptr;
  }
  // "broke a ceasefire that was signed in Oslo": where it was signed, not where it was broken.
  bool is_of_another_clause(const NameMention& place, const Draft& draft) const {
    const Tree& tree = story_.trees[place.sentence];
    int clause = place.head;
    while (clause >= 0 && !(tree.is(clause, "acl:relcl") && tree.is_verb(clause))) clause = tree.head(clause);
    if (clause < 0) return false;
    for (int w = draft.word; w >= 0; w = tree.head(w)) {
      if (w == clause) return false;
    }
    return draft.word != tree.head(clause);
  }
  static bool may_share(const Draft& draft) {
    return is_deed(draft) && (draft.claim.modality == Modality::actual || draft.claim.modality == Modality::reported);
  }

  Story& story_;
};

}  // namespace

void assign_places(Story& story) { PlaceFinder(story).assign(); }

}  // namespace forewhen
