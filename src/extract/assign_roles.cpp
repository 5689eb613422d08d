// SPDX-License-Identifier: Apache-2.0
// Who did it, to whom, with what: subjects and objects of verbs (passives, relative clauses, shared subjects), and the
// possessives, compounds and prepositions of event nouns. Then who that is: a name, an office, a pronoun's person, or
// unnamed people as such.
#include <algorithm>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

bool has_piece(std::string_view list, std::string_view piece) {
  while (!list.empty()) {
    const std::size_t bar = list.find('|');
    if (list.substr(0, bar) == piece) return true;
    if (bar == std::string_view::npos) break;
    list.remove_prefix(bar + 1);
  }
  return false;
}

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

  // ---- where in the tree

  // Subject of a verb; of what governs it when it has none of its own.
  int subject_of(int verb, int depth = 0) const {
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
      return tree_->is_noun(head) ? head : subject_of(head, depth + 1);
    if (tree_->is(verb, "acl") && (word(verb).tag == "VBG" || word(verb).tag == "VB")) return head;
    return -1;
  }
  // Of several subjects that a parser may give a verb ("Iraq's prime minister said"), one that possesses nothing.
  int own_subject(int verb) const {
    int found = -1;
    for (int child : tree_->children(verb)) {
      if (!tree_->is(child, "nsubj") && !tree_->is(child, "csubj")) continue;
      const bool possessor = std::any_of(tree_->children(child).begin(), tree_->children(child).end(), [&](int below) { return word(below).tag == "POS"; });
      if (!possessor) return child;
      found = child;
    }
    return found;
  }
  // "who", "which", "that" stand for the noun that the clause hangs on.
  int antecedent(int pronoun, int verb) const {
    const std::string& tag = word(pronoun).tag;
    const bool relative = tag == "WP" || tag == "WDT" || tag == "WP$" || (word(pronoun).lemma == "that" && tree_->is(verb, "acl:relcl"));
    if (!relative) return pronoun;
    for (int w = verb; w >= 0; w = tree_->head(w)) {
      if (tree_->is(w, "acl:relcl")) return nearest_person(tree_->head(w), pronoun);
    }
    return pronoun;
  }
  // "the residence of Ruiz, who ...": "who" is the nearest person before it, whatever the tree says.
  int nearest_person(int noun, int pronoun) const {
    if (word(pronoun).lemma != "who") return noun;
    for (int w = pronoun - 1; w >= 0 && w >= pronoun - 4; --w) {
      const int name = story_.name_of[sentence_][w];
      if (name >= 0 && story_.names[name].kind == ActorKind::person) return w;
    }
    return noun;
  }
  bool is_passive(int verb) const {
    if (tree_->child(verb, {"nsubj:pass", "aux:pass"}) >= 0) return true;
    return word(verb).tag == "VBN" && tree_->is(verb, "acl") && tree_->child(verb, {"obj"}) < 0;
  }
  int agent_of(int verb) const {
    for (int child : tree_->children(verb)) {
      if (tree_->is(child, "obl:agent") || (tree_->is(child, "obl") && tree_->marker(child) == "by" && story_.timex_at(sentence_, child) < 0))
        return child;
    }
    return -1;
  }

  void verb_roles(Draft& draft, int verb) {
    const bool reciprocal = draft.entry && draft.entry->is(EventEntry::reciprocal);
    if (is_passive(verb)) {
      const int subject = tree_->child(verb, {"nsubj:pass", "nsubj"});
      const int patient = subject >= 0 ? antecedent(subject, verb) : tree_->is(verb, "acl") ? tree_->head(verb) : subject_of(verb);
      add_all(draft, patient, Role::recipient);
      add_all(draft, agent_of(verb), Role::actor);
    } else {
      add_all(draft, subject_of(verb), Role::actor);
      const int object = tree_->child(verb, {"obj"});
      const int dative = tree_->child(verb, {"iobj"});
      if (dative >= 0) add_all(draft, dative, Role::recipient);
      if (object >= 0 && wants(draft, "obj")) add_all(draft, antecedent(object, verb), Role::recipient);
      if (object < 0 && dative < 0) relative_object(draft, verb);
    }
    for (int child : tree_->children(verb)) {
      if (!tree_->is(child, "obl") || story_.timex_at(sentence_, child) >= 0) continue;
      prepositional(draft, child, tree_->marker(child), reciprocal);
    }
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
    const bool listed = draft.entry && has_piece(draft.entry->recipient, marker);
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
        add_all(draft, child, has_piece(recipient_places, "poss") && !has_piece(actor_places, "poss") ? Role::recipient : Role::actor);
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
    if (is_place_word(child) && !has_piece(recipient_places, marker)) return;
    const bool reciprocal = draft.entry->is(EventEntry::reciprocal);
    if (reciprocal && (marker == "between" || marker == "with" || marker == "among")) {
      add_all(draft, child, Role::actor);
    } else if (marker == "by") {
      add_all(draft, child, Role::actor);
    } else if (marker == "against" || has_piece(recipient_places, marker)) {
      add_all(draft, child, Role::recipient);
    } else if (has_piece(actor_places, marker)) {
      add_all(draft, child, Role::actor);
    }
  }
  bool is_place_word(int w) const {
    const int name = story_.name_of[sentence_][w];
    return name >= 0 && story_.names[name].is_place && story_.names[name].kind != ActorKind::country;
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
    } else if (!people) {
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
    if (doer >= 0 && doer != draft.word) add_all(draft, doer, Role::actor);
    for (int child : tree_->children(verb)) {
      if (!tree_->is(child, "obl") || story_.timex_at(sentence_, child) >= 0 || is_place_word(child)) continue;
      prepositional(draft, child, tree_->marker(child), draft.entry->is(EventEntry::reciprocal));
    }
  }
  // "the house has been the target of an attack".
  void target_of(Draft& draft) {
    static const std::set<std::string_view> kTargets = {"target", "victim", "object", "focus", "scene", "subject"};
    const int head = tree_->head(draft.word);
    if (head < 0 || !tree_->is(draft.word, "nmod") || !kTargets.contains(word(head).lemma)) return;
    const int subject = tree_->child(head, {"nsubj"});
    if (subject >= 0) add_all(draft, antecedent(subject, head), Role::recipient);
  }

  // ---- who that is

  // The noun and what is coordinated with it.
  void add_all(Draft& draft, int noun, Role role) {
    if (noun < 0) return;
    add(draft, noun, role);
    for (int child : tree_->children(noun)) {
      if (tree_->is(child, "conj") && !tree_->is_verb(child)) add(draft, child, role);
    }
  }
  void add(Draft& draft, int noun, Role role) {
    if (story_.draft_at(sentence_, noun) >= 0 && role != Role::instrument) return;  // an event takes no part in an event
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

  const Agent* agent_of_noun(int noun) const {
    std::vector<std::string> lemmas;
    for (int w : tree_->phrase(noun)) {
      if (w <= noun) lemmas.push_back(lower_case(word(w).lemma));
    }
    const std::vector<std::string_view> views(lemmas.begin(), lemmas.end());
    if (const Agent* agent = knows_.agents.find_head(views)) return agent;
    return knows_.agents.find(lower_case(word(noun).form));  // "troops" is no plural of "troop" in the table
  }

  // "hundreds of supporters", "dozens of people": the people, not the number.
  int counted(int noun) const {
    static const std::set<std::string> kAmounts = {"hundred", "thousand", "dozen", "score", "million", "number", "group", "crowd", "lot",
                                                   "hundreds", "thousands", "dozens", "scores", "majority", "ten", "tens", "handful"};
    if (!kAmounts.contains(lower_case(word(noun).lemma))) return noun;
    for (int child : tree_->children(noun)) {
      if (tree_->is(child, "nmod") && tree_->marker(child) == "of") return counted(child);
    }
    return noun;
  }

  Participant describe_phrase(int counted_or_not) const {
    const int noun = counted(counted_or_not);
    Participant who;
    const std::vector<int> phrase = without_time(tree_->phrase(noun), noun);
    who.text = story_.words(sentence_, trimmed(phrase));
    who.span = {word(phrase.front()).span.begin, word(phrase.back()).span.end};
    who.name = who.text;
    const int name = name_in(phrase, noun);
    if (name >= 0) {
      named(who, story_.names[name]);
    } else if (tree_->is_pronoun(noun) || word(noun).tag == "PRP$") {
      pronoun(who, noun);
    } else {
      unnamed(who, phrase, noun);
    }
    return who;
  }
  // "the market of Velin on Sunday" is the market of Velin.
  std::vector<int> without_time(std::vector<int> phrase, int noun) const {
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      if (phrase[i] <= noun || story_.timex_at(sentence_, phrase[i]) < 0) continue;
      while (i > 1 && word(phrase[i - 1]).tag == "IN") --i;
      phrase.resize(i);
      break;
    }
    return phrase;
  }
  // Long phrases are cut to the words around their head.
  static std::vector<int> trimmed(const std::vector<int>& phrase) {
    constexpr std::size_t kMostWords = 12;
    return phrase.size() <= kMostWords ? phrase : std::vector<int>(phrase.begin(), phrase.begin() + kMostWords);
  }

  // The name that a phrase is about: at its head, or in apposition to a title ("spokesman Ned ...").
  int name_in(const std::vector<int>& phrase, int noun) const {
    const int own = story_.name_of[sentence_][noun];
    if (own >= 0) return own;
    // "Ruiz, a former judge who ...": the judge is Ruiz.
    const int head = tree_->head(noun);
    if (head >= 0 && tree_->is(noun, "appos") && story_.name_of[sentence_][head] >= 0 && tree_->is_proper(head) && !tree_->is_proper(noun))
      return story_.name_of[sentence_][head];
    for (int child : tree_->children(noun)) {
      const bool beside = tree_->is(child, "appos") || tree_->is(child, "flat");
      const int name = story_.name_of[sentence_][child];
      if (beside && name >= 0 && story_.names[name].kind == ActorKind::person) return name;
    }
    // "the director of the port, Daniel Otieno, said", wherever the parser hung the name between the commas.
    const int comma = phrase.back() + 1;
    if (comma + 1 < tree_->size() && word(comma).form == "," && agent_of_noun(noun)) {
      const int name = story_.name_of[sentence_][comma + 1];
      const bool closed = name >= 0 && story_.names[name].last + 1 < tree_->size() && word(story_.names[name].last + 1).form == ",";
      if (closed && story_.names[name].kind == ActorKind::person) return name;
    }
    // "Treasury Secretary X" with the title as head: the person stands right behind it.
    for (int w : phrase) {
      const int name = story_.name_of[sentence_][w];
      if (name >= 0 && w > noun && story_.names[name].kind == ActorKind::person) return name;
    }
    return -1;
  }
  void named(Participant& who, const NameMention& name) const {
    who.name = name.name;
    who.kind = name.kind;
    who.country = name.country;
    who.rule = name.rule;
    if (name.is_place && name.kind != ActorKind::country) who.kind = ActorKind::thing;
    if (name.kind == ActorKind::country) who.name = name.place.name;
    if (name.title.empty() || who.text != name.text) return;
  }

  void unnamed(Participant& who, const std::vector<int>& phrase, int noun) const {
    if (office(who, phrase)) return;
    const Agent* agent = agent_of_noun(noun);
    who.name = without_determiner(phrase);
    for (int w : phrase) {
      if (const CountryMatch match = knows_.countries.find(word(w).form)) who.country = match.country->alpha2;
    }
    if (!agent) {
      const std::string lemma = lower_case(word(noun).lemma);
      const bool some = lemma == "some" || lemma == "many" || lemma == "other" || lemma == "hundred" || lemma == "thousand" ||
                        lemma == "dozen" || lemma == "people" || lemma == "person" || lemma == "man" || lemma == "woman";
      who.kind = some ? ActorKind::group : ActorKind::thing;
      return;
    }
    switch (agent->kind) {
      case AgentKind::armed_group: who.kind = ActorKind::armed_group; break;
      case AgentKind::organisation:
      case AgentKind::government: who.kind = ActorKind::organisation; break;
      case AgentKind::thing:
      case AgentKind::place: who.kind = ActorKind::thing; break;
      case AgentKind::person:
      case AgentKind::group: who.kind = ActorKind::group; break;
    }
    // "the army", "the government": without a name of their own they are of no one in particular, as groups are.
    const bool has_name = std::any_of(who.name.begin(), who.name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!has_name && who.kind != ActorKind::thing) who.kind = ActorKind::group;
    if (who.country.empty() && !story_.countries.empty() && who.kind != ActorKind::thing && !has_name) who.country = story_.countries.front();
  }
  // Without "the", "a", numbers and quantities: "hundreds of union supporters" is about "union supporters".
  std::string without_determiner(const std::vector<int>& phrase) const {
    std::size_t from = 0;
    while (from + 1 < phrase.size()) {
      const Word& w = word(phrase[from]);
      const std::string lower = lower_case(w.form);
      const bool amount = lower == "several" || lower == "some" || lower == "many" || lower == "hundreds" || lower == "thousands" ||
                          lower == "dozens" || lower == "scores" || lower == "of" || lower == "hundred" || lower == "thousand";
      if (w.tag != "DT" && w.tag != "CD" && w.tag != "PDT" && !amount) break;
      ++from;
    }
    return story_.words(sentence_, std::vector<int>(phrase.begin() + static_cast<std::ptrdiff_t>(from), phrase.end()));
  }

  // "the prime minister", "Iraq's president", "PM": the holder that the document names, else the office itself.
  bool office(Participant& who, const std::vector<int>& phrase) const {
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      std::vector<std::string> lower;
      for (std::size_t k = i; k < phrase.size(); ++k) lower.push_back(lower_case(word(phrase[k]).form));
      const std::vector<std::string_view> views(lower.begin(), lower.end());
      const Titles::Match match = knows_.titles.match(views);
      if (!match || (match.title->kind != TitleKind::office && match.title->kind != TitleKind::religious)) continue;
      if (i + match.tokens != phrase.size()) continue;  // "president Ruiz's guards" is about the guards
      const std::string title(match.title->full.empty() ? match.title->words : match.title->full);
      const int holder = holder_of(title);
      who.kind = ActorKind::office;
      who.rule = "office";
      if (holder >= 0) named(who, story_.names[holder]), who.rule = "office";
      else if (!story_.countries.empty()) who.country = story_.countries.front(), who.name = without_determiner(phrase);
      return true;
    }
    return false;
  }
  int holder_of(const std::string& title) const {
    int holder = -1;
    for (std::size_t i = 0; i < story_.names.size(); ++i) {
      const NameMention& name = story_.names[i];
      if (name.title.empty() || name.kind != ActorKind::person) continue;
      const bool same = name.title == title || (name.title.size() > title.size() && name.title.compare(name.title.size() - title.size(), title.size(), title) == 0);
      if (!same) continue;
      if (holder >= 0 && story_.names[holder].name != name.name) return -1;  // two of them: not decided
      holder = static_cast<int>(i);
    }
    return holder;
  }

  void pronoun(Participant& who, int w) const {
    const std::string lemma = lower_case(word(w).form);
    const bool first = lemma == "i" || lemma == "me" || lemma == "my" || lemma == "we" || lemma == "us" || lemma == "our";
    const bool male = lemma == "he" || lemma == "him" || lemma == "his";
    const bool female = lemma == "she" || lemma == "her" || lemma == "hers";
    who.kind = ActorKind::thing;
    if (first) {
      if (!story_.quoted[sentence_][w]) return;
      const std::optional<Participant> speaker = speaker_of(w);
      if (!speaker) return;
      take(who, *speaker);
    } else if (male || female) {
      const int person = person_before(w, male);
      if (person < 0) return;
      named(who, story_.names[person]);
    } else if (lemma == "they" || lemma == "them" || lemma == "their") {
      const Participant* group = group_before(w);
      if (!group) return;
      take(who, *group);
    } else {
      return;
    }
    who.rule = "pronoun";
  }
  static void take(Participant& who, const Participant& from) {
    who.name = from.name;
    who.kind = from.kind;
    who.country = from.country;
  }
  const Participant* actor_of(const Draft& draft) const {
    for (const Participant& p : draft.claim.participants) {
      if (p.role == Role::actor && p.kind != ActorKind::thing) return &p;
    }
    return nullptr;
  }
  std::optional<Participant> speaker_of(int w) const {
    const int report = story_.report_of[story_.quoted[sentence_][w]];
    if (report < 0) return std::nullopt;
    const Draft& verb = story_.drafts[report];
    if (const Participant* known = actor_of(verb)) return *known;
    // Its own subject has not been read yet when the quotation comes first.
    RoleAssigner there(story_);
    there.enter(verb);
    const int subject = there.subject_of(verb.word);
    const bool again = subject < 0 || (verb.sentence == sentence_ && subject == w) || story_.quoted[verb.sentence][subject];
    return again ? std::nullopt : std::optional(there.describe_phrase(subject));
  }
  // The last person named before, subjects of their clauses first.
  int person_before(int w, bool male) const {
    int best = -1;
    bool best_subject = false;
    const std::uint32_t at = word(w).span.begin;
    for (std::size_t i = 0; i < story_.names.size(); ++i) {
      const NameMention& name = story_.names[i];
      const auto& words = story_.sentences[name.sentence].words;
      if (words[name.first].span.begin >= at || story_.skipped[name.sentence]) break;
      if (name.kind != ActorKind::person || (male ? name.female : name.male)) continue;
      if (sentence_ - name.sentence > 4) continue;
      const Tree& tree = story_.trees[name.sentence];
      const bool subject = tree.is(name.head, "nsubj") || tree.is(name.head, "appos");
      const bool near = best < 0 || name.sentence != story_.names[best].sentence || subject || !best_subject;
      if (near) best = static_cast<int>(i), best_subject = subject;
    }
    // A headline speaks of the person whom the first sentence names.
    for (std::size_t i = 0; best < 0 && i < story_.names.size(); ++i) {
      const NameMention& name = story_.names[i];
      if (name.sentence > sentence_ + 1) break;
      if (story_.sentences[sentence_].heading && name.kind == ActorKind::person && !(male ? name.female : name.male)) best = static_cast<int>(i);
    }
    return best;
  }
  // The people of the nearest clause before, who does it rather than to whom it is done.
  const Participant* group_before(int w) const {
    const Participant* best = nullptr;
    const std::uint32_t at = word(w).span.begin;
    const auto rank = [](const Participant& p) { return p.role == Role::actor ? 1 : 0; };
    for (std::size_t back = 0; back <= 2 && !best && back <= sentence_; ++back) {
      for (const Draft& draft : story_.drafts) {
        if (draft.sentence != sentence_ - back) continue;
        for (const Participant& p : draft.claim.participants) {
          const bool many = p.kind == ActorKind::group || p.kind == ActorKind::armed_group;
          if (!many || p.rule == "pronoun" || p.span.end > at) continue;
          if (!best || rank(p) > rank(*best) || (rank(p) == rank(*best) && p.span.begin > best->span.begin)) best = &p;
        }
      }
    }
    return best;
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
