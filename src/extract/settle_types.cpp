// SPDX-License-Identifier: Apache-2.0
// What is said by saying it: an announcement of what the speaker will do is a promise or a threat, of what it will not
// do a refusal, of what another must do a demand (PLOVER codes such statements as AGREE, THREATEN, REJECT and REQUEST).
// The deed itself stays planned, negated or hypothetical.
#include <algorithm>

#include "extract/steps.h"
#include "extract/who.h"

namespace forewhen {
namespace {

struct SpeechAct {
  PloverType type;
  std::string_view group, code;
};
constexpr SpeechAct kPromise = {PloverType::agree, "pledge", "030"};
constexpr SpeechAct kThreat = {PloverType::threaten, "threat", "130"};
constexpr SpeechAct kRefusal = {PloverType::reject, "refusal", "120"};

bool is_friendly(PloverType type) {
  return type == PloverType::agree || type == PloverType::consult || type == PloverType::support ||
         type == PloverType::concede || type == PloverType::cooperate || type == PloverType::aid ||
         type == PloverType::retreat;
}
bool is_hostile(PloverType type) {
  return type == PloverType::assault || type == PloverType::coerce || type == PloverType::sanction ||
         type == PloverType::protest || type == PloverType::mobilize;
}

constexpr SpeechAct kDemand = {PloverType::request, "demand", "100"};

// "must", "should": what the speaker wants of another.
bool is_demanded(const Story& story, const Draft& content) {
  const Tree& tree = story.trees[content.sentence];
  return tree.child_with_lemma(content.word, "aux", "must") >= 0 ||
         tree.child_with_lemma(content.word, "aux", "should") >= 0;
}

const SpeechAct* act_of(const Claim& content, bool will) {
  if (is_friendly(content.type)) {
    if (content.modality == Modality::negated && will) return &kRefusal;
    if (content.modality == Modality::planned) return &kPromise;
  }
  return is_hostile(content.type) && content.modality == Modality::planned ? &kThreat : nullptr;
}

// The speaker speaks of himself: one name, or a pronoun that nothing else explains.
bool same_actor(const Draft& statement, const Draft& content) {
  const Participant* speaker = actor_of(statement);
  if (!speaker) return false;
  const auto& all = content.claim.participants;
  return std::any_of(all.begin(), all.end(), [&](const Participant& p) {
    return p.role == Role::actor && (p.name == speaker->name || p.text == "they" || p.text == "we");
  });
}

// Somebody but the speaker, of whom something can be wanted.
bool is_asked(const Participant& p, const Participant* speaker) {
  return p.role == Role::actor && p.kind != ActorKind::thing && p.text != "we" && (!speaker || p.name != speaker->name);
}

// The statement is that act, towards these.
void settle(Draft& statement, const SpeechAct& act, std::vector<Participant> addressees) {
  Claim& claim = statement.claim;
  claim.type = act.type;
  claim.group = act.group;
  claim.code = act.code;
  for (Participant& p : addressees) {
    const bool known = std::any_of(claim.participants.begin(), claim.participants.end(),
                                   [&](const Participant& own) { return own.name == p.name; });
    if (known) continue;
    p.role = Role::recipient;
    p.rule = p.rule.empty() ? "complement" : "complement, " + p.rule;
    claim.participants.push_back(std::move(p));
  }
}

template <class Wanted>
std::vector<Participant> those_who(const Draft& content, Wanted wanted) {
  std::vector<Participant> all = content.claim.participants;
  std::erase_if(all, [&](const Participant& p) { return !wanted(p); });
  return all;
}

}  // namespace

void settle_types(Story& story) {
  for (const Draft& content : story.drafts) {
    if (content.speech_of < 0 || content.noun) continue;
    Draft& statement = story.drafts[static_cast<std::size_t>(content.speech_of)];
    if (statement.claim.type != PloverType::none || statement.claim.modality == Modality::negated) continue;
    if (is_demanded(story, content)) {
      const Participant* speaker = actor_of(statement);
      auto asked = those_who(content, [&](const Participant& p) { return is_asked(p, speaker); });
      if (!asked.empty()) settle(statement, kDemand, std::move(asked));
      continue;
    }
    const SpeechAct* act = act_of(content.claim, content.claim.tense == Tense::future || content.future_in_past);
    if (act && same_actor(statement, content))
      settle(statement, *act, those_who(content, [](const Participant& p) { return p.role == Role::recipient; }));
  }
}

}  // namespace forewhen
