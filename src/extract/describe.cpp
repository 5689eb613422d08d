// SPDX-License-Identifier: Apache-2.0
// What an event is called: lemma, type, mode, the phrase that tells which ("drone attack"), and one line for people.
#include <algorithm>
#include <array>

#include "extract/steps.h"
#include "extract/summary.h"

namespace forewhen {
namespace {

// Means of an assault and the PLOVER modes they are of.
struct Means {
  std::string_view word, mode;
};
constexpr std::array<Means, 22> kMeans = {{{"drone", "drone"},
                                           {"missile", "heavy-weapons"},
                                           {"rocket", "heavy-weapons"},
                                           {"artillery", "heavy-weapons"},
                                           {"mortar", "heavy-weapons"},
                                           {"shell", "heavy-weapons"},
                                           {"tank", "heavy-weapons"},
                                           {"air", "aerial"},
                                           {"aerial", "aerial"},
                                           {"airstrike", "aerial"},
                                           {"bomb", "explosives"},
                                           {"car", "explosives"},
                                           {"grenade", "explosives"},
                                           {"mine", "explosives"},
                                           {"suicide", "suicide-attack"},
                                           {"gun", "firearms"},
                                           {"arson", "destroy"},
                                           {"knife", "primitive"},
                                           {"machete", "primitive"},
                                           {"chemical", "unconventional"},
                                           {"gas", "unconventional"},
                                           {"acid", "primitive"}}};

std::string_view mode_of(std::string_view word) {
  const auto at = std::find_if(kMeans.begin(), kMeans.end(), [&](const Means& means) { return means.word == word; });
  return at == kMeans.end() ? std::string_view{} : at->mode;
}

class Describer {
 public:
  explicit Describer(Story& story) : story_(story) {}

  void describe_all() {
    for (Draft& draft : story_.drafts) {
      tree_ = &story_.trees[draft.sentence];
      sentence_ = draft.sentence;
      identify(draft);
      name(draft);
      draft.claim.phrase = phrase_of(draft);
      set_mode(draft);
      draft.claim.summary = summary_of(story_, draft);
    }
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }

  void identify(Draft& draft) const {
    Claim& claim = draft.claim;
    claim.document = story_.document->id;
    claim.trigger = word(draft.word).span;
    claim.trigger_text = claim.trigger.of(story_.text());
    claim.sentence = tree_->sentence().span;
    claim.id = claim_id(claim.document, claim.trigger);
    claim.same_as = claim.id;
  }
  void name(Draft& draft) const {
    Claim& claim = draft.claim;
    claim.lemma = lower_case(word(draft.word).lemma);
    if (draft.state) {
      const std::string marker = tree_->marker(draft.word);
      claim.lemma = "be " + (marker.empty() ? "" : marker + " ") + claim.lemma;
      claim.event_class = EventClass::state;
      return;
    }
    if (!draft.entry) return;
    claim.lemma = draft.entry->lemma;
    claim.event_class = draft.entry->event_class;
    // "called him a liar" is no telephone call.
    if (claim.lemma == "call" && tree_->child(draft.word, {"xcomp"}) >= 0) return;
    const EventEntry& typed = *draft.typed();
    claim.type = typed.type;
    claim.mode = typed.mode;
    claim.code = typed.cameo;
    claim.group = draft.entry->group;
  }
  void set_mode(Draft& draft) const {
    Claim& claim = draft.claim;
    if (claim.type != PloverType::assault) return;
    for (const Participant& participant : claim.participants) {
      if (participant.role != Role::instrument) continue;
      const std::string lower = lower_case(participant.text);
      const std::string_view mode = mode_of(lower.substr(0, lower.find(' ')));
      if (!mode.empty()) claim.mode = mode;
    }
    for (int child : tree_->children(draft.word)) {
      const std::string_view mode =
          tree_->is(child, "compound") || tree_->is(child, "amod") ? mode_of(word(child).lemma) : "";
      if (!mode.empty()) claim.mode = mode;
    }
  }

  // The trigger with the words that tell which: compounds and adjectives of a noun, particles of a verb.
  std::string phrase_of(const Draft& draft) const {
    std::vector<int> words = {draft.word};
    for (int child : tree_->children(draft.word)) {
      const bool tells = draft.noun ? tree_->is(child, "compound") ||
                                          (tree_->is(child, "amod") && word(child).tag.compare(0, 2, "JJ") == 0)
                                    : tree_->is(child, "compound:prt") || (draft.state && tree_->is(child, "case"));
      if (tells && story_.timex_at(sentence_, child) < 0) words.push_back(child);
    }
    std::sort(words.begin(), words.end());
    return story_.words(sentence_, words);
  }

  Story& story_;
  std::size_t sentence_ = 0;
  const Tree* tree_ = nullptr;
};

}  // namespace

void describe(Story& story) { Describer(story).describe_all(); }

}  // namespace forewhen
