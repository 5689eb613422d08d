// SPDX-License-Identifier: Apache-2.0
// Who and to whom, where an event's own subject and object do not say it but the event next to it does: whose decision
// was condemned, whose sanctions were agreed to be lifted, who stepped up the attacks. Only people, organisations and
// countries are passed on, and only to events whose side is still open.
#include <algorithm>
#include <array>

#include "extract/steps.h"
#include "extract/who.h"

namespace forewhen {
namespace {

// People, bodies, countries, and names of which no table tells what they are.
bool is_party(const Participant& who) { return who.kind != ActorKind::thing; }

bool has(const Draft& draft, Role role) {
  return std::any_of(draft.claim.participants.begin(), draft.claim.participants.end(),
                     [&](const Participant& p) { return p.role == role && is_party(p); });
}

bool knows(const Draft& draft, const std::string& name) {
  return std::any_of(draft.claim.participants.begin(), draft.claim.participants.end(),
                     [&](const Participant& p) { return p.name == name; });
}

PloverType type_of(const Draft& draft) { return draft.typed() ? draft.typed()->type : PloverType::none; }

class RoleCompleter {
 public:
  explicit RoleCompleter(Story& story) : story_(story) {}

  void complete() {
    for (Draft& draft : story_.drafts) {
      if (draft.noun && !has(draft, Role::actor)) actor_from_verb(draft);
    }
    // Later drafts first: what is said of a complement is known before the verb above it asks.
    for (auto draft = story_.drafts.rbegin(); draft != story_.drafts.rend(); ++draft) {
      if (type_of(*draft) != PloverType::none && !has(*draft, Role::recipient)) recipient_from_clause(*draft);
    }
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }
  void enter(const Draft& draft) {
    sentence_ = draft.sentence;
    tree_ = &story_.trees[sentence_];
  }
  Draft* draft_at(int w) const {
    const int index = story_.draft_at(sentence_, w);
    return index >= 0 ? &story_.drafts[static_cast<std::size_t>(index)] : nullptr;
  }

  // "Rebels stepped up attacks": who begins, ends or does an event is its actor. Not who orders, fears, condemns or
  // reports one.
  void actor_from_verb(Draft& draft) {
    enter(draft);
    static constexpr std::array<std::string_view, 22> kDoes = {
        "step",     "intensify", "escalate", "continue", "pursue", "accelerate", "expand", "extend",
        "increase", "reach",     "sign",     "announce", "plan",   "prepare",    "resume", "renew",
        "voice",    "express",   "offer",    "issue",    "file",   "reiterate"};
    const int verb = tree_->head(draft.word);
    if (verb < 0 || !tree_->is(draft.word, "obj") || !tree_->is_verb(verb)) return;
    const Draft* above = draft_at(verb);
    if (!above) return;
    const bool phase = above->entry && (above->entry->is(EventEntry::begins) || above->entry->is(EventEntry::ends));
    if (!phase && std::find(kDoes.begin(), kDoes.end(), word(verb).lemma) == kDoes.end()) return;
    hand_on(*above, Role::actor, draft, Role::actor, "verb");
  }

  void recipient_from_clause(Draft& draft) {
    enter(draft);
    const int from = draft.carrier >= 0 ? draft.carrier : draft.word;
    if (search(draft, draft.word, 0)) return;
    if (from != draft.word) search(draft, from, 0);
  }

  // Breadth is that of one phrase: the dependents of a word in the order of the text, each with what lies below it.
  bool search(Draft& draft, int w, int depth) {
    if (depth > kDeepest) return false;
    for (int child : tree_->children(w)) {
      if (child == draft.word || !leads_on(child) || story_.timex_at(sentence_, child) >= 0 || is_location(child))
        continue;
      if (const Draft* inner = draft_at(child)) {
        if (from_event(draft, *inner)) return true;
      } else if (tree_->is_noun(child) && take(draft, child)) {
        return true;
      }
      if (search(draft, child, depth + 1)) return true;
    }
    return false;
  }
  // Not the subject, not another clause beside this one.
  bool leads_on(int child) const {
    static constexpr std::array<std::string_view, 8> kInside = {"obj",   "iobj",  "obl",       "nmod",
                                                                "xcomp", "ccomp", "nmod:poss", "conj"};
    const bool inside = std::any_of(kInside.begin(), kInside.end(),
                                    [&](std::string_view relation) { return tree_->is(child, relation); });
    if (const std::string mark = tree_->marker(child); mark == "if" || mark == "unless" || mark == "because")
      return false;
    if (tree_->is(child, "conj")) return !tree_->is_verb(child);
    if (tree_->is(child, "acl")) return word(child).tag == "VB";
    const std::string marker = tree_->marker(child);
    return inside && !tree_->is(child, "obl:agent") && marker != "by" && !marker.starts_with("accord");
  }
  // "in Basra, Velin and Karsholm": where it was, not to whom it was done.
  bool is_location(int w) const {
    static constexpr std::array<std::string_view, 9> kWhere = {"in",     "at",     "near",   "inside",    "outside",
                                                               "around", "across", "within", "throughout"};
    const int name = story_.name_of[sentence_][w];
    return name >= 0 && story_.names[static_cast<std::size_t>(name)].is_place &&
           std::find(kWhere.begin(), kWhere.end(), tree_->marker(w)) != kWhere.end();
  }
  bool from_event(Draft& draft, const Draft& inner) {
    // What one says of a deed is said to the doer; what one does about it is done to whom it concerns.
    const PloverType type = type_of(draft);
    const bool answers = type == PloverType::accuse || type == PloverType::reject || type == PloverType::support ||
                         type == PloverType::request || type == PloverType::threaten || type == PloverType::protest;
    const Role first = answers ? Role::actor : Role::recipient;
    const Role second = answers ? Role::recipient : Role::actor;
    return hand_on(inner, first, draft, Role::recipient, "complement") ||
           hand_on(inner, second, draft, Role::recipient, "complement");
  }
  bool take(Draft& draft, int noun) {
    const int name = story_.name_of[sentence_][noun];
    const bool place = name >= 0 && story_.names[name].is_place && story_.names[name].kind != ActorKind::country;
    if (place) return false;
    Participant who = describe_phrase(story_, sentence_, noun);
    if (!is_party(who) || who.text.empty() || knows(draft, who.name)) return false;
    who.role = Role::recipient;
    draft.claim.participants.push_back(std::move(who));
    return true;
  }

  // Those of `from`, another draft, in a role; not who is in this one already.
  bool hand_on(const Draft& from, Role role, Draft& draft, Role as, std::string_view rule) {
    bool any = false;
    for (Participant who : from.claim.participants) {
      if (who.role != role || !is_party(who) || knows(draft, who.name)) continue;
      who.role = as;
      who.rule = who.rule.empty() ? std::string(rule) : std::string(rule) + ", " + who.rule;
      draft.claim.participants.push_back(std::move(who));
      any = true;
    }
    return any;
  }

  static constexpr int kDeepest = 4;

  Story& story_;
  std::size_t sentence_ = 0;
  const Tree* tree_ = nullptr;
};

}  // namespace

void complete_roles(Story& story) { RoleCompleter(story).complete(); }

}  // namespace forewhen
