// SPDX-License-Identifier: Apache-2.0
// With dictionaries of the reader's own (src/coding) the events are what they code, and nothing else: finds the coded
// verbs before triggers are sought, and at the end leaves only their claims, with code and sides as coded.
#include <algorithm>
#include <map>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

class CodeWriter {
 public:
  CodeWriter(const Story& story, Extraction& extraction) : story_(story), extraction_(extraction) {}

  void write() {
    std::vector<Claim> coded;
    for (std::size_t begin = 0; begin < story_.coded.size();) {
      std::size_t end = begin + 1;
      while (end < story_.coded.size() && story_.coded[end].sentence == story_.coded[begin].sentence &&
             story_.coded[end].verb == story_.coded[begin].verb)
        ++end;
      const int draft = story_.draft_at(story_.coded[begin].sentence, story_.coded[begin].verb);
      for (std::size_t i = begin; i < end && draft >= 0; ++i) {
        Claim claim = coded_claim(extraction_.claims.claims[draft], story_.coded[i]);
        // What a verb says in both directions is two events, as in sets of event data.
        if (i > begin) separate(claim, i - begin);
        coded.push_back(std::move(claim));
      }
      begin = end;
    }
    extraction_.claims.claims = std::move(coded);
    keep_what_is_left();
  }

 private:
  Claim coded_claim(Claim claim, const CodedEvent& event) const {
    claim.code = event.code;
    std::vector<Participant> participants;
    add(event.sources, event.sentence, Role::actor, claim, participants);
    add(event.targets, event.sentence, Role::recipient, claim, participants);
    for (Participant& other : claim.participants) {
      if (other.role == Role::instrument || other.role == Role::speaker) participants.push_back(std::move(other));
    }
    std::stable_sort(participants.begin(), participants.end(),
                     [](const Participant& a, const Participant& b) { return a.span < b.span; });
    claim.participants = std::move(participants);
    return claim;
  }
  void add(const std::vector<CodedParticipant>& side, std::size_t sentence, Role role, const Claim& claim,
           std::vector<Participant>& into) const {
    for (const CodedParticipant& one : side) {
      Participant participant =
          one.name_first >= 0 ? named(one, sentence) : described(one, sentence, claim.participants);
      participant.role = role;
      participant.code = one.code;
      into.push_back(std::move(participant));
    }
  }
  Participant of_words(std::size_t sentence, int first, int last) const {
    const Tree& tree = story_.trees[sentence];
    Participant participant;
    participant.span = {tree[first].span.begin, tree[last].span.end};
    participant.text = participant.name = story_.words(sentence, first, last);
    return participant;
  }
  // The actor of the dictionary, under the name that the document has for him.
  Participant named(const CodedParticipant& one, std::size_t sentence) const {
    const int found = story_.name_of[sentence][one.name_first];
    if (found < 0) return of_words(sentence, one.name_first, one.name_last);
    const NameMention& name = story_.names[found];
    Participant participant = of_words(sentence, name.first, name.last);
    participant.name = name.name;
    participant.kind = name.kind;
    participant.country = name.country;
    participant.rule = name.rule;
    return participant;
  }
  // Somebody known by office or kind: as the extractor has him, or the whole phrase.
  Participant described(const CodedParticipant& one, std::size_t sentence,
                        const std::vector<Participant>& known) const {
    Participant participant = of_words(sentence, one.first, one.last);
    const auto same = std::find_if(known.begin(), known.end(), [&](const Participant& other) {
      return other.role != Role::instrument && participant.span.contains(other.span);
    });
    return same == known.end() ? participant : *same;
  }
  static void separate(Claim& claim, std::size_t number) {
    claim.id = claim_id(claim.document + '\n' + std::to_string(number), claim.trigger);
    claim.same_as = claim.id;
    claim.same_rule.clear();
  }

  // Links, times and mentions of claims that are there no more go; of mentions of one event the first that is left
  // stands for it.
  void keep_what_is_left() {
    std::vector<Claim>& claims = extraction_.claims.claims;
    std::set<ClaimId> ids;
    std::map<ClaimId, ClaimId> first_of;
    for (Claim& claim : claims) {
      ids.insert(claim.id);
      claim.same_as = first_of.try_emplace(claim.same_as, claim.id).first->second;
      if (claim.same_as == claim.id) claim.same_rule.clear();
    }
    std::erase_if(extraction_.claims.links,
                  [&](const ClaimLink& link) { return !ids.contains(link.from) || !ids.contains(link.to); });
    std::erase_if(extraction_.attachments, [&](const TimeAttachment& one) { return !ids.contains(one.claim); });
  }

  const Story& story_;
  Extraction& extraction_;
};

}  // namespace

void code_events(Story& story) {
  const auto& published = story.document->published;
  std::optional<CivilDate> day;
  if (published && published->grain <= Grain::day) day = civil_of(published->start);
  story.coded = story.knowledge->coder->code(story.sentences, day);
}

void apply_codes(const Story& story, Extraction& extraction) { CodeWriter(story, extraction).write(); }

}  // namespace forewhen
