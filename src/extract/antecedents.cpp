// SPDX-License-Identifier: Apache-2.0
#include "extract/antecedents.h"

namespace forewhen {

int person_before(const Story& story, std::size_t sentence, int w, bool male) {
  int best = -1;
  bool best_subject = false;
  const std::uint32_t at = story.sentences[sentence].words[w].span.begin;
  for (std::size_t i = 0; i < story.names.size(); ++i) {
    const NameMention& name = story.names[i];
    const auto& words = story.sentences[name.sentence].words;
    if (words[name.first].span.begin >= at || story.skipped[name.sentence]) break;
    // One whose kind no table tells may be meant when it does what its sentence tells.
    const bool person =
        name.kind == ActorKind::person || (name.kind == ActorKind::unknown && name.sentence == sentence &&
                                           !name.is_place && story.trees[name.sentence].is(name.head, "nsubj"));
    if (!person || (male ? name.female : name.male)) continue;
    if (sentence - name.sentence > 4) continue;
    const Tree& tree = story.trees[name.sentence];
    const bool subject = tree.is(name.head, "nsubj") || tree.is(name.head, "appos");
    const bool near = best < 0 || name.sentence != story.names[best].sentence || subject || !best_subject;
    if (near) best = static_cast<int>(i), best_subject = subject;
  }
  // A headline speaks of the person whom the first sentence names.
  for (std::size_t i = 0; best < 0 && i < story.names.size(); ++i) {
    const NameMention& name = story.names[i];
    if (name.sentence > sentence + 1) break;
    if (story.sentences[sentence].heading && name.kind == ActorKind::person && !(male ? name.female : name.male))
      best = static_cast<int>(i);
  }
  return best;
}
const Participant* group_before(const Story& story, std::size_t sentence, int w) {
  const Participant* best = nullptr;
  const std::uint32_t at = story.sentences[sentence].words[w].span.begin;
  const auto rank = [](const Participant& p) { return p.role == Role::actor ? 1 : 0; };
  for (std::size_t back = 0; back <= 2 && !best && back <= sentence; ++back) {
    for (const Draft& draft : story.drafts) {
      if (draft.sentence != sentence - back) continue;
      for (const Participant& p : draft.claim.participants) {
        const bool many = p.kind == ActorKind::group || p.kind == ActorKind::armed_group;
        if (!many || p.rule == "pronoun" || p.span.end > at) continue;
        if (!best || rank(p) > rank(*best) || (rank(p) == rank(*best) && p.span.begin > best->span.begin)) best = &p;
      }
    }
  }
  return best;
}

}  // namespace forewhen
