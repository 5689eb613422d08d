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
  if (const int asked = whom_it_is_asked_of(verb, head); asked >= 0) return asked;
  if (tree_->is(verb, "advcl") && (word(verb).tag == "VBG" || word(verb).tag == "VB" || word(verb).tag == "VBN"))
    return tree_->is_noun(head) && tree_->child(head, {"cop"}) < 0 ? head : subject_of(head, depth + 1);
  if (tree_->is(verb, "acl") && (word(verb).tag == "VBG" || word(verb).tag == "VB"))
    return tree_->child(head, {"cop"}) < 0 ? head : subject_of(head, depth + 1);
  return -1;
}
// "accused him of rigging it", "fined the bank for failing", "banned her from leaving", "called on her to resign": who
// does what another verb asks of them, blames them for or keeps them from is those to whom that verb is done.
int SubjectFinder::whom_it_is_asked_of(int verb, int head) const {
  if (!tree_->is(verb, "advcl") || !tree_->is_verb(head) || verb < head) return -1;
  const std::string mark = tree_->marker(verb);
  if (word(verb).tag == "VBG" && (mark == "of" || mark == "from" || mark == "for" || mark == "into")) {
    const int passive = tree_->child(head, {"nsubj:pass"});
    if (passive >= 0) return antecedent(passive, head);
    const int object = tree_->child(head, {"obj", "iobj"});
    const bool asked = object >= 0 && object < verb && (mark == "of" || mark == "from" || is_somebody(object));
    return asked ? object : -1;  // "used the money for buying ships"
  }
  if (word(verb).tag != "VB" || (word(head).lemma != "call" && word(head).lemma != "appeal")) return -1;
  for (int child : tree_->children(head)) {
    const std::string to = tree_->marker(child);
    const bool asked =
        child > head && child < verb && tree_->is(child, "obl") && (to == "on" || to == "upon" || to == "to");
    if (asked && story_.timex_at(sentence_, child) < 0) return child;
  }
  return -1;
}
bool SubjectFinder::is_somebody(int noun) const {
  if (tree_->is_pronoun(noun) || story_.name_of[sentence_][noun] >= 0) return true;
  const Agent* agent = story_.knowledge->agents.find(lower_case(word(noun).lemma));
  return agent && agent->kind != AgentKind::thing && agent->kind != AgentKind::place;
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
// "the residence of Ruiz, who ...": "who" is the nearest person before it, whatever the tree says; and of "criticism
// from the union, which had asked for it", the body asked.
int SubjectFinder::nearest_person(int noun, int pronoun) const {
  if (word(pronoun).lemma == "which" && pronoun >= 2 && word(pronoun - 1).form == ",") {
    const int near = pronoun - 2;
    const bool deed = story_.draft_at(sentence_, noun) >= 0 && tree_->is_noun(noun);
    return deed && tree_->is_noun(near) && is_somebody(near) ? near : noun;
  }
  if (word(pronoun).lemma != "who") return noun;
  for (int w = pronoun - 1; w >= 0 && w >= pronoun - 4; --w) {
    const int name = story_.name_of[sentence_][w];
    if (name >= 0 && story_.names[name].kind == ActorKind::person) return w;
  }
  return noun;
}

}  // namespace forewhen
