// SPDX-License-Identifier: Apache-2.0
#include "extract/subject.h"

#include <algorithm>

namespace forewhen {

// Subject of a verb; of what governs it when it has none of its own.
int SubjectFinder::subject_of(int verb, int depth) const {
  const int own = own_subject(verb);
  if (own >= 0) return story_.timex_at(sentence_, own) >= 0 ? -1 : antecedent(own, verb);
  const int head = tree_->head(verb);
  if (head < 0 || depth > 4) return -1;
  if (tree_->is(verb, "conj") && !tree_->is_noun(head)) return subject_of(head, depth + 1);
  if (tree_->is(verb, "xcomp")) {
    const int object = tree_->child(head, {"obj"});
    const bool object_acts = object >= 0 && object < verb;
    return object_acts ? object : subject_of(head, depth + 1);
  }
  if (tree_->is(verb, "advcl") && (word(verb).tag == "VBG" || word(verb).tag == "VB" || word(verb).tag == "VBN"))
    return tree_->is_noun(head) && tree_->child(head, {"cop"}) < 0 ? head : subject_of(head, depth + 1);
  if (tree_->is(verb, "acl") && (word(verb).tag == "VBG" || word(verb).tag == "VB"))
    return tree_->child(head, {"cop"}) < 0 ? head : subject_of(head, depth + 1);
  return -1;
}
// Of several subjects that a parser may give a verb ("Iraq's prime minister said"; "Hours earlier Ruiz left"), one that
// neither possesses nor is a time.
int SubjectFinder::own_subject(int verb) const {
  int found = -1;
  for (int child : tree_->children(verb)) {
    if (!tree_->is(child, "nsubj") && !tree_->is(child, "csubj")) continue;
    const bool possessor = std::any_of(tree_->children(child).begin(), tree_->children(child).end(),
                                       [&](int below) { return word(below).tag == "POS"; });
    if (!possessor && story_.timex_at(sentence_, child) < 0) return child;
    found = child;
  }
  return found;
}
// "who", "which", "that" stand for the noun that the clause hangs on.
int SubjectFinder::antecedent(int pronoun, int verb) const {
  const std::string& tag = word(pronoun).tag;
  const bool relative =
      tag == "WP" || tag == "WDT" || tag == "WP$" || (word(pronoun).lemma == "that" && tree_->is(verb, "acl:relcl"));
  if (!relative) return pronoun;
  for (int w = verb; w >= 0; w = tree_->head(w)) {
    if (tree_->is(w, "acl:relcl")) return nearest_person(tree_->head(w), pronoun);
  }
  return pronoun;
}
// "the residence of Ruiz, who ...": "who" is the nearest person before it, whatever the tree says.
int SubjectFinder::nearest_person(int noun, int pronoun) const {
  if (word(pronoun).lemma != "who") return noun;
  for (int w = pronoun - 1; w >= 0 && w >= pronoun - 4; --w) {
    const int name = story_.name_of[sentence_][w];
    if (name >= 0 && story_.names[name].kind == ActorKind::person) return w;
  }
  return noun;
}

}  // namespace forewhen
