// SPDX-License-Identifier: Apache-2.0
// Who did it, to whom, with what: subjects and objects of verbs (passives, relative clauses, shared subjects), and the
// possessives, compounds and prepositions of event nouns. Who a phrase means is told in who.h.
#include <algorithm>
#include <set>

#include "extract/steps.h"
#include "extract/subject.h"
#include "extract/tsv.h"
#include "extract/who.h"

namespace forewhen {
namespace {

class RoleAssigner {
 public:
  explicit RoleAssigner(Story& story) : story_(story), knows_(*story.knowledge) {}

  void assign() {
    // Verbs first: nouns borrow the subject of the verb that carries them, and pronouns in quotations need the speaker.
    for (Draft& draft : story_.drafts) {
      enter(draft);
      if (draft.state) {
        state_roles(draft);
      } else if (!draft.noun) {
        verb_roles(draft, draft.word);
      }
    }
    for (Draft& draft : story_.drafts) {
      enter(draft);
      if (draft.noun) noun_roles(draft);
    }
    for (Draft& draft : story_.drafts) attribute(draft);
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }
  void enter(const Draft& draft) {
    sentence_ = draft.sentence;
    tree_ = &story_.trees[draft.sentence];
  }

  int subject_of(int verb) const { return SubjectFinder(story_, sentence_).subject_of(verb); }
  int antecedent(int pronoun, int verb) const { return SubjectFinder(story_, sentence_).antecedent(pronoun, verb); }
  Participant describe_phrase(int noun) const { return forewhen::describe_phrase(story_, sentence_, noun); }

  // "is opposed to", "are engaged in": a state of the subject, not something done to it.
  bool is_stative(int verb) const {
    static const std::set<std::string_view> kStates = {"oppose",  "engage",   "commit",    "prepare",
                                                       "concern", "involve",  "determine", "dedicate",
                                                       "ally",    "interest", "resolve"};
    return word(verb).tag == "VBN" && kStates.contains(word(verb).lemma) &&
           tree_->child(verb, {"aux:pass", "cop"}) >= 0 && agent_of(verb) < 0;
  }
  bool is_passive(int verb) const {
    if (is_stative(verb)) return false;
    if (tree_->child(verb, {"nsubj:pass", "aux:pass"}) >= 0) return true;
    return word(verb).tag == "VBN" && tree_->is(verb, "acl") && tree_->child(verb, {"obj"}) < 0 &&
           tree_->child_with_lemma(verb, "aux", "have") < 0;  // "the union, which had asked for it"
  }
  int agent_of(int verb) const {
    for (int child : tree_->children(verb)) {
      if (tree_->is(child, "obl:agent") ||
          (tree_->is(child, "obl") && tree_->marker(child) == "by" && story_.timex_at(sentence_, child) < 0))
        return child;
    }
    return -1;
  }

  void verb_roles(Draft& draft, int verb) {
    const bool reciprocal = draft.entry && draft.entry->is(EventEntry::reciprocal);
    if (is_passive(verb)) {
      const int subject = tree_->child(verb, {"nsubj:pass", "nsubj"});
      const int patient = subject >= 0             ? antecedent(subject, verb)
                          : tree_->is(verb, "acl") ? tree_->head(verb)
                                                   : subject_of(verb);
      add_all(draft, patient, Role::recipient);
      add_all(draft, agent_of(verb), Role::actor);
    } else {
      if (!between(draft, verb)) add_all(draft, subject_of(verb), Role::actor);
      const int object = tree_->child(verb, {"obj"});
      const int dative = tree_->child(verb, {"iobj"});
      if (dative >= 0) add_all(draft, dative, Role::recipient);
      if (object >= 0 && wants(draft, "obj")) add_all(draft, antecedent(object, verb), Role::recipient);
      if (object < 0 && dative < 0 && !bare_object(draft, verb)) relative_object(draft, verb);
    }
    for (int child : tree_->children(verb)) {
      if (!tree_->is(child, "obl") || story_.timex_at(sentence_, child) >= 0) continue;
      prepositional(draft, child, tree_->marker(child), reciprocal);
    }
  }
  // "fighting between the guard and the rebels": these, not the subject of the clause around it.
  bool between(Draft& draft, int verb) {
    if (!draft.entry || !draft.entry->is(EventEntry::reciprocal) || tree_->child(verb, {"nsubj"}) >= 0) return false;
    for (int child : tree_->children(verb)) {
      if (!tree_->is(child, "obl") || (tree_->marker(child) != "between" && tree_->marker(child) != "among")) continue;
      add_all(draft, child, Role::actor);
      return true;
    }
    return false;
  }
  // People right behind a verb that the parser took for an adverbial: "met Iceland's president".
  bool bare_object(Draft& draft, int verb) {
    for (int child : tree_->children(verb)) {
      if (child < verb || !tree_->is(child, "obl") || tree_->is(child, "obl:agent") || !tree_->marker(child).empty() ||
          story_.timex_at(sentence_, child) >= 0 || !is_people(child))
        continue;
      add_all(draft, child, Role::recipient);
      return true;
    }
    return false;
  }
  // "the portrait that they burned".
  void relative_object(Draft& draft, int verb) {
    if (!tree_->is(verb, "acl:relcl")) return;
    const int subject = tree_->child(verb, {"nsubj"});
    if (subject >= 0 && antecedent(subject, verb) == subject) add_all(draft, tree_->head(verb), Role::recipient);
  }
  bool wants(const Draft& draft, std::string_view place) const {
    if (!draft.entry || draft.entry->recipient.empty()) return true;
    return has_piece(draft.entry->recipient, place);
  }
  void prepositional(Draft& draft, int noun, std::string_view marker, bool reciprocal) {
    if (marker.empty() || marker == "by") return;
    const bool listed = (draft.entry && has_piece(draft.entry->recipient, marker)) ||
                        (draft.phrase && has_piece(draft.phrase->recipient, marker));
    if (listed || marker == "against") {
      add_all(draft, noun, Role::recipient);
      if (reciprocal && marker == "with") add_all(draft, noun, Role::actor);
    } else if (marker == "with" && draft.entry && (reciprocal || is_people(noun))) {
      add_all(draft, noun, reciprocal ? Role::actor : Role::recipient);
    } else if (marker == "with" || marker == "using") {
      add_all(draft, noun, Role::instrument);
    }
  }
  bool is_people(int noun) const {
    const Participant who = describe_phrase(noun);
    return who.kind != ActorKind::thing;
  }

  // "Otieno, who has been in office since": the subject of the copula.
  void state_roles(Draft& draft) {
    const int subject = tree_->child(draft.word, {"nsubj"});
    int who = subject >= 0 ? antecedent(subject, draft.word) : -1;
    if (who < 0 || word(who).tag == "WP") {
      for (int w = draft.word - 1; w >= 0; --w) {
        const int name = story_.name_of[sentence_][w];
        if (name >= 0 && story_.names[name].kind == ActorKind::person) {
          who = w;
          break;
        }
      }
    }
    add_all(draft, who, Role::actor);
  }

  void noun_roles(Draft& draft) {
    const int noun = draft.word;
    const EventEntry& entry = *draft.entry;
    const std::string_view actor_places = entry.actor.empty() ? "poss|by|comp" : entry.actor;
    const std::string_view recipient_places = entry.recipient.empty() ? "of" : entry.recipient;
    for (int child : tree_->children(noun)) {
      if (story_.timex_at(sentence_, child) >= 0 || parted_by_colon(child, noun)) continue;
      if (tree_->is(child, "nmod:poss")) {
        add_all(
            draft, child,
            has_piece(recipient_places, "poss") && !has_piece(actor_places, "poss") ? Role::recipient : Role::actor);
      } else if (tree_->is(child, "compound") || tree_->is(child, "amod")) {
        modifier(draft, child, has_piece(actor_places, "comp"), has_piece(recipient_places, "comp"));
      } else if (tree_->is(child, "nmod") || tree_->is(child, "obl")) {
        noun_preposition(draft, child, actor_places, recipient_places);
      } else if (tree_->is(child, "acl") && word(child).tag == "VBN") {
        add_all(draft, agent_of(child), Role::actor);
      }
    }
    if (draft.carrier >= 0) carried_roles(draft);
    target_of(draft);
  }
  // "KENYA: strike shuts port": what stands before a colon is the place of the headline.
  bool parted_by_colon(int a, int b) const {
    for (int w = std::min(a, b); w < std::max(a, b); ++w) {
      if (word(w).form == ":") return true;
    }
    return false;
  }
  void noun_preposition(Draft& draft, int child, std::string_view actor_places, std::string_view recipient_places) {
    const std::string marker = tree_->marker(child);
    const int name = story_.name_of[sentence_][child];
    const bool located = name >= 0 && story_.names[name].is_place;
    if (marker.empty() || (located && (marker == "in" || marker == "at" || marker == "near"))) return;
    if (is_place_word(child) && marker != "by" && !has_piece(recipient_places, marker)) return;
    const bool reciprocal = draft.entry->is(EventEntry::reciprocal);
    if (reciprocal && (marker == "between" || marker == "with" || marker == "among")) {
      add_all(draft, child, Role::actor);
    } else if (marker == "by") {
      add_all(draft, child, Role::actor);
    } else if (marker == "against" || has_piece(recipient_places, marker) ||
               (draft.phrase && has_piece(draft.phrase->recipient, marker))) {
      add_all(draft, child, Role::recipient);
    } else if (has_piece(actor_places, marker)) {
      add_all(draft, child, Role::actor);
    }
  }
  bool is_place_word(int w) const {
    const int name = story_.name_of[sentence_][w];
    return name >= 0 && story_.names[name].is_place && story_.names[name].kind != ActorKind::country;
  }
  // "drone attack", "car bomb explosion"; not "dam collapse", "budget vote".
  static bool takes_means(const Draft& draft) {
    const EventEntry* entry = draft.typed();
    if (!entry) return false;
    return entry->type == PloverType::assault || entry->type == PloverType::coerce || entry->group == "explosion" ||
           entry->group == "attack";
  }
  // "Turkish air raid", "police raid", "drone attack".
  void modifier(Draft& draft, int child, bool actor, bool recipient) {
    if (const CountryMatch match = knows_.countries.find(word(child).form)) {
      if (!actor && !recipient) return;
      Participant who = describe_phrase(child);
      who.kind = ActorKind::country;
      who.country = match.country->alpha2;
      who.name = match.country->name;
      who.rule = "adjective";
      push(draft, who, actor ? Role::actor : Role::recipient);
      return;
    }
    if (!tree_->is(child, "compound")) return;
    const bool people = is_people(child);
    if (people && (actor || recipient) && !is_place_word(child)) {
      add_all(draft, child, actor ? Role::actor : Role::recipient);
    } else if (!people && takes_means(draft)) {
      Participant tool = describe_phrase(child);
      tool.kind = ActorKind::thing;
      push(draft, tool, Role::instrument);
    }
  }
  void carried_roles(Draft& draft) {
    const int verb = draft.carrier;
    const bool subject_is_event = tree_->head(draft.word) == verb && tree_->is(draft.word, "nsubj");
    if (subject_is_event) return;
    const int doer = is_passive(verb) || tree_->is(verb, "acl") ? agent_of(verb) : subject_of(verb);
    const Role role = undergoes(verb) ? Role::recipient : Role::actor;
    if (role == Role::recipient) add_all(draft, agent_of(verb), Role::actor);
    if (doer >= 0 && doer != draft.word) add_all(draft, doer, role);
    if (const int dative = tree_->child(verb, {"iobj"}); dative >= 0) add_all(draft, dative, Role::recipient);
    for (int child : tree_->children(verb)) {
      if (!tree_->is(child, "obl") || story_.timex_at(sentence_, child) >= 0 || is_place_word(child)) continue;
      prepositional(draft, child, tree_->marker(child), draft.entry->is(EventEntry::reciprocal));
    }
  }
  // "The town suffered an attack": its subject is the one it is done to.
  bool undergoes(int verb) const {
    static const std::set<std::string_view> kUndergo = {"suffer",  "undergo",    "face",    "survive",
                                                        "receive", "experience", "sustain", "endure",
                                                        "escape",  "weather",    "win",     "get"};
    return kUndergo.contains(word(verb).lemma);
  }
  // "the house has been the target of an attack".
  void target_of(Draft& draft) {
    static const std::set<std::string_view> kTargets = {"target", "victim", "object", "focus", "scene", "subject"};
    const int head = tree_->head(draft.word);
    if (head < 0 || !tree_->is(draft.word, "nmod") || !kTargets.contains(word(head).lemma)) return;
    const int subject = tree_->child(head, {"nsubj"});
    if (subject >= 0) add_all(draft, antecedent(subject, head), Role::recipient);
  }

  // The noun and what is coordinated with it.
  void add_all(Draft& draft, int noun, Role role) {
    if (noun < 0) return;
    add(draft, noun, role);
    for (int child : tree_->children(noun)) {
      if (tree_->is(child, "conj") && !tree_->is_verb(child)) add(draft, child, role);
      if (tree_->is(child, "appos")) add_named_beside(draft, child, role);
    }
  }
  // "Two officers, Ned Okoro and Jan Weil, were held": the first name is said with the noun, here are the others.
  void add_named_beside(Draft& draft, int name, Role role) {
    for (int child : tree_->children(name)) {
      const int other = story_.name_of[sentence_][child];
      if (tree_->is(child, "conj") && other >= 0 && story_.names[other].kind == ActorKind::person)
        add(draft, child, role);
    }
  }
  void add(Draft& draft, int noun, Role role) {
    if (story_.draft_at(sentence_, noun) >= 0 && role != Role::instrument)
      return;  // an event takes no part in an event
    if (tree_->is_verb(noun) && story_.name_of[sentence_][noun] < 0) return;
    if (story_.timex_at(sentence_, noun) >= 0) return;
    Participant who = describe_phrase(noun);
    if (who.text.empty()) return;
    push(draft, who, role);
    // "his residence": what is hit is a thing, whom it hits is its owner.
    if (role == Role::recipient && who.kind == ActorKind::thing) {
      const int owner = owner_of(noun);
      if (owner < 0) return;
      Participant person = describe_phrase(owner);
      if (person.kind == ActorKind::thing) return;
      person.rule = person.rule.empty() ? "possessive" : "possessive, " + person.rule;
      push(draft, person, Role::recipient);
    }
  }
  int owner_of(int noun) const {
    const int possessive = tree_->child(noun, {"nmod:poss"});
    if (possessive >= 0) return possessive;
    for (int child : tree_->children(noun)) {
      if (tree_->is(child, "nmod") && tree_->marker(child) == "of") return child;
    }
    return -1;
  }
  static void push(Draft& draft, Participant who, Role role) {
    who.role = role;
    auto& all = draft.claim.participants;
    const bool known = std::any_of(all.begin(), all.end(), [&](const Participant& p) { return p.name == who.name; });
    if (!known) all.push_back(std::move(who));
  }

  // Whose words they are, when not the document's own.
  void attribute(Draft& draft) {
    enter(draft);
    if (draft.speech_of >= 0) {
      const Participant* speaker = actor_of(story_.drafts[draft.speech_of]);
      draft.claim.attributed_to = speaker ? speaker->name : "somebody quoted";
      return;
    }
    for (int w = draft.word; w >= 0; w = tree_->head(w)) {
      for (int child : tree_->children(w)) {
        const std::string marker = tree_->marker(child);
        if (marker != "according to" && marker != "accord to") continue;
        draft.claim.attributed_to = describe_phrase(child).name;
        if (draft.claim.modality == Modality::actual) draft.claim.modality = Modality::reported;
        return;
      }
    }
  }

  Story& story_;
  const Knowledge& knows_;
  std::size_t sentence_ = 0;
  const Tree* tree_ = nullptr;
};

}  // namespace

void assign_roles(Story& story) { RoleAssigner(story).assign(); }

}  // namespace forewhen
