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

// Its addressees are those of whom it is wanted.
void settle_demand(Draft& statement, const Draft& content) {
  const Participant* speaker = actor_of(statement);
  std::vector<Participant> wanted;
  for (const Participant& p : content.claim.participants) {
    if (p.role == Role::actor && p.kind != ActorKind::thing && (!speaker || p.name != speaker->name) && p.text != "we")
      wanted.push_back(p);
  }
  if (wanted.empty()) return;
  statement.claim.type = kDemand.type;
  statement.claim.group = kDemand.group;
  statement.claim.code = kDemand.code;
  for (Participant& p : wanted) {
    p.role = Role::recipient;
    p.rule = p.rule.empty() ? "complement" : "complement, " + p.rule;
    statement.claim.participants.push_back(std::move(p));
  }
}

void settle(Draft& statement, const Draft& content, const SpeechAct& act) {
  Claim& claim = statement.claim;
  claim.type = act.type;
  claim.group = act.group;
  claim.code = act.code;
  for (const Participant& p : content.claim.participants) {
    const bool known = std::any_of(claim.participants.begin(), claim.participants.end(),
                                   [&](const Participant& own) { return own.name == p.name; });
    if (p.role != Role::recipient || known) continue;
    claim.participants.push_back(p);
    claim.participants.back().rule = p.rule.empty() ? "complement" : "complement, " + p.rule;
  }
}

}  // namespace

void settle_types(Story& story) {
  for (const Draft& content : story.drafts) {
    if (content.speech_of < 0 || content.noun) continue;
    Draft& statement = story.drafts[static_cast<std::size_t>(content.speech_of)];
    if (statement.claim.type != PloverType::none || statement.claim.modality == Modality::negated) continue;
    if (is_demanded(story, content)) {
      settle_demand(statement, content);
      continue;
    }
    const SpeechAct* act = act_of(content.claim, content.claim.tense == Tense::future || content.future_in_past);
    if (act && same_actor(statement, content)) settle(statement, content, *act);
  }
}

}  // namespace forewhen
