// SPDX-License-Identifier: Apache-2.0
// Where it happened: a place name under a preposition of place on the event, on the verb that carries it, or one step
// further down ("to the edge of the Green Zone").
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

const std::set<std::string_view> kPlacePrepositions = {
    "in",      "at",   "near",   "outside", "inside", "around", "across",   "on",       "to",      "from",    "into",
    "through", "over", "toward", "towards", "of",     "along",  "north of", "south of", "east of", "west of", "off"};

const NameMention* place_at(const Story& story, std::size_t sentence, int w) {
  const int name = story.name_of[sentence][w];
  if (name < 0 || !story.names[name].is_place || story.names[name].place.name.empty()) return nullptr;
  return &story.names[name];
}

// A place name at `w` or up to two steps below it, through "of" and compounds.
const NameMention* place_below(const Story& story, std::size_t sentence, int w, int depth) {
  if (const NameMention* here = place_at(story, sentence, w)) return here;
  if (depth == 0) return nullptr;
  const Tree& tree = story.trees[sentence];
  for (int child : tree.children(w)) {
    if (!tree.is(child, "nmod") && !tree.is(child, "compound") && !tree.is(child, "appos")) continue;
    if (tree.is(child, "nmod") && !kPlacePrepositions.contains(tree.marker(child)) && !tree.is(child, "nmod:poss"))
      continue;
    if (const NameMention* found = place_below(story, sentence, child, depth - 1)) return found;
  }
  return nullptr;
}

const NameMention* place_of(const Story& story, std::size_t sentence, int w) {
  const Tree& tree = story.trees[sentence];
  const NameMention* best = nullptr;
  for (int child : tree.children(w)) {
    const bool modifier = tree.is(child, "obl") || tree.is(child, "nmod") || tree.is(child, "advmod");
    if (!modifier || tree.is(child, "nmod:poss") || !kPlacePrepositions.contains(tree.marker(child))) continue;
    const NameMention* found = place_below(story, sentence, child, 2);
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
      if (const NameMention* found = place_below(story, sentence, below, 1)) return found;
    }
  }
  return nullptr;
}

}  // namespace

void assign_places(Story& story) {
  for (Draft& draft : story.drafts) {
    const NameMention* place = place_of(story, draft.sentence, draft.word);
    if (!place && draft.carrier >= 0) place = place_of(story, draft.sentence, draft.carrier);
    if (place) draft.claim.place = place->place;
  }
  // Parts of one clause share the place as they share the time.
  for (Draft& draft : story.drafts) {
    if (draft.claim.place) continue;
    const Tree& tree = story.trees[draft.sentence];
    int from = draft.result_of;
    const int verb = draft.noun ? draft.carrier : draft.word;
    if (from < 0 && verb >= 0 && (tree.is(verb, "conj") || tree.is(verb, "advcl")) && !draft.time_rule.empty() &&
        draft.time_rule != "said")
      from = tree.head(verb) >= 0 ? story.draft_at(draft.sentence, tree.head(verb)) : -1;
    if (from >= 0) draft.claim.place = story.drafts[from].claim.place;
  }
}

}  // namespace forewhen
