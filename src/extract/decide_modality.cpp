// SPDX-License-Identifier: Apache-2.0
// Did it happen? Tense and aspect from tags and auxiliaries; modality from auxiliaries, negation, the governing verb or
// noun ("plans to", "called for", "threat of"), conditions; and whose words they are.
#include <algorithm>
#include <set>

#include "extract/steps.h"

namespace forewhen {
namespace {

using Words = std::set<std::string_view>;

const Words kPlanning = {"plan",   "schedule", "set",    "expect", "prepare",  "intend", "vow",
                         "pledge", "promise",  "agree",  "decide", "due",      "slate",  "announce",
                         "plot",   "propose",  "commit", "ready",  "prepared", "willing"};
// Their complement happened when they did.
const Words kImplicative = {"manage", "begin",    "start",  "continue", "go",   "come",  "help",
                            "force",  "proceed",  "resume", "return",   "stop", "cease", "keep",
                            "finish", "remember", "happen", "dare",     "get",  "see",   "use"};
const Words kPlannedAdjectives = {"planned",  "scheduled", "upcoming", "forthcoming", "proposed",
                                  "expected", "next",      "future",   "coming"};
const Words kDoubtfulAdjectives = {"possible", "potential", "threatened", "attempted",    "imminent",
                                   "likely",   "looming",   "would-be",   "hypothetical", "feared"};
const Words kDoubtfulNouns = {"threat",  "risk",  "possibility", "danger", "prospect",  "fear", "chance",
                              "call",    "plan",  "proposal",    "plot",   "demand",    "hope", "preparation",
                              "warning", "offer", "promise",     "need",   "likelihood"};

class ModalityJudge {
 public:
  explicit ModalityJudge(Story& story) : story_(story) {}

  void judge() {
    find_speech();
    for (Draft& draft : story_.drafts) {
      tree_ = &story_.trees[draft.sentence];
      draft.claim.modality = Modality::actual;
      const int verb = draft.noun ? draft.carrier : draft.word;
      if (verb >= 0) judge_verb(draft, verb);
      if (draft.noun) judge_noun(draft);
      judge_condition(draft);
      if (draft.claim.modality == Modality::negated) draft.claim.polarity = Polarity::negative;
    }
    for (Draft& draft : story_.drafts) {
      if (draft.speech_of >= 0 && draft.claim.modality == Modality::actual) draft.claim.modality = Modality::reported;
    }
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }
  const EventEntry* entry_at(std::size_t sentence, int w) const {
    const int draft = story_.draft_at(sentence, w);
    return draft >= 0 ? story_.drafts[draft].entry
                      : story_.knowledge->events.find(story_.trees[sentence][w].lemma,
                                                      story_.trees[sentence].is_verb(w) ? 'V' : 'N');
  }

  // Auxiliaries of a verb; those of the first conjunct when it has none of its own: "will meet and discuss".
  std::vector<int> auxiliaries(int verb) const {
    std::vector<int> found;
    for (int child : tree_->children(verb)) {
      if (tree_->is(child, "aux") || tree_->is(child, "cop")) found.push_back(child);
    }
    const bool shares = found.empty() && tree_->is(verb, "conj") && tree_->head(verb) >= 0 &&
                        tree_->child(verb, {"nsubj"}) < 0 &&
                        (word(verb).tag == "VB" || word(verb).tag == "VBN" || word(verb).tag == "VBG") &&
                        tree_->is_verb(tree_->head(verb));
    return shares ? auxiliaries(tree_->head(verb)) : found;
  }
  bool is_negated(int w) const {
    for (int child : tree_->children(w)) {
      const std::string& lemma = word(child).lemma;
      if (child < w + 2 && (lemma == "not" || lemma == "never" || lemma == "n't" || word(child).form == "n't" ||
                            word(child).form == "n\u2019t"))
        return true;
    }
    const int subject = tree_->child(w, {"nsubj"});
    if (subject < 0) return false;
    const std::string& lemma = word(subject).lemma;
    return lemma == "nobody" || lemma == "none" || lemma == "nothing" || has_no(subject);
  }
  bool has_no(int noun) const {
    for (int child : tree_->children(noun)) {
      if (word(child).lemma == "no" && child < noun) return true;
    }
    return false;
  }

  void judge_verb(Draft& draft, int verb) {
    Claim& claim = draft.claim;
    const std::string& tag = word(verb).tag;
    claim.tense = tag == "VBD"                   ? Tense::past
                  : tag == "VBZ" || tag == "VBP" ? Tense::present
                  : tag == "VBG"                 ? Tense::prespart
                  : tag == "VBN"                 ? Tense::pastpart
                  : tag == "VB"                  ? Tense::infinitive
                                                 : Tense::none;
    bool finite = false, have = false, will = false, doubt = false, past = false;
    for (int aux : auxiliaries(verb)) {
      const std::string& lemma = word(aux).lemma;
      const std::string& form = word(aux).tag;
      if (word(aux).tag == "MD") {
        finite = true;
        draft.future_in_past |= lemma == "would" && follows_past_report(draft);
        will |= lemma == "will" || lemma == "shall" || draft.future_in_past;
        doubt |= !will;
      }
      have |= lemma == "have";
      if (form == "VBD") past = finite = true;
      if (form == "VBZ" || form == "VBP") finite = true;
      if (lemma == "be" && tag == "VBG") claim.aspect = Aspect::progressive;
    }
    if (have) claim.aspect = claim.aspect == Aspect::progressive ? Aspect::perfective_progressive : Aspect::perfective;
    if (finite) claim.tense = will ? Tense::future : past ? Tense::past : Tense::present;
    // "was unhurt and appealed": a participle by its tag, but nothing passive stands before it.
    const bool loose =
        tag == "VBN" && !finite && !have && (tree_->is(verb, "conj") || tree_->is(verb, "root")) && !draft.noun;
    if (loose) claim.tense = Tense::past;
    draft.past_perfect = have && past;
    if (will) claim.modality = Modality::planned;
    if (doubt) claim.modality = Modality::hypothetical;
    if (!finite && !draft.state) judge_infinitive(draft, verb);
    if (denied(draft, verb)) claim.modality = Modality::negated;
    if (is_negated(verb)) claim.modality = Modality::negated;
    draft.relative_clause = tree_->is(verb, "acl:relcl");
  }

  // "said it would": what the speaker then said with "will".
  bool follows_past_report(const Draft& draft) const {
    if (draft.speech_of < 0) return false;
    const Draft& report = story_.drafts[static_cast<std::size_t>(draft.speech_of)];
    const std::string& tag = story_.trees[report.sentence][report.word].tag;
    return (tag == "VBD" || tag == "VBN") && report.sentence == draft.sentence;
  }

  // "denied that the army shelled the town", "failed to elect a president".
  bool denied(const Draft& draft, int verb) const {
    if (!tree_->is(verb, "ccomp") && !tree_->is(verb, "xcomp")) return false;
    const EventEntry* entry = entry_at(draft.sentence, tree_->head(verb));
    return entry && entry->is(EventEntry::negate) && tree_->is_verb(tree_->head(verb));
  }

  bool has_to(int verb) const { return tree_->child_with_lemma(verb, "mark", "to") >= 0; }

  // "to protest", "protest" after a verb of helping: what governs it says whether it came to that.
  void judge_infinitive(Draft& draft, int verb) {
    Claim& claim = draft.claim;
    if (word(verb).tag != "VB") {
      judge_complement(draft, verb);
      return;
    }
    const int first = tree_->is(verb, "conj") && !has_to(verb) ? tree_->first_conjunct(verb) : verb;
    const int governor = tree_->head(first);
    claim.tense = Tense::infinitive;
    if (governor < 0) {
      claim.modality = Modality::hypothetical;  // an order or an appeal: "Leave now"
      return;
    }
    const std::string& lemma = word(governor).lemma;
    if (tree_->is(first, "acl") && (lemma == "first" || lemma == "last" || lemma == "only" || lemma == "latest"))
      return;
    if (tree_->is(first, "xcomp") && kImplicative.contains(lemma)) {
      const int above = story_.draft_at(draft.sentence, governor);
      if (above >= 0 && above < static_cast<int>(&draft - story_.drafts.data()))
        claim.modality = story_.drafts[above].claim.modality;
      return;
    }
    claim.modality = kPlanning.contains(lemma) ? Modality::planned : Modality::hypothetical;
  }

  // "considered resigning", "denied killing", "prevented from leaving".
  void judge_complement(Draft& draft, int verb) {
    const bool complement = tree_->is(verb, "xcomp") || tree_->is(verb, "ccomp") ||
                            (tree_->is(verb, "advcl") && tree_->marker(verb) == "from");
    const int governor = tree_->head(verb);
    if (!complement || governor < 0) return;
    const EventEntry* entry = entry_at(draft.sentence, governor);
    if (entry && entry->is(EventEntry::negate)) draft.claim.modality = Modality::negated;
    if (entry && entry->is(EventEntry::intent) && word(verb).tag == "VBG")
      draft.claim.modality = Modality::hypothetical;
  }

  void judge_noun(Draft& draft) {
    Claim& claim = draft.claim;
    const int noun = draft.word;
    if (has_no(noun)) claim.modality = Modality::negated;
    bool definite = false;
    for (int child : tree_->children(noun)) {
      const std::string lemma = lower_case(word(child).form);
      if (tree_->is(child, "amod") && kPlannedAdjectives.contains(lemma)) claim.modality = Modality::planned;
      if (tree_->is(child, "amod") && kDoubtfulAdjectives.contains(lemma)) claim.modality = Modality::hypothetical;
      if (tree_->is(child, "acl") && word(child).tag == "VBN" && kPlanning.contains(word(child).lemma))
        claim.modality = Modality::planned;
      definite |= lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those" ||
                  tree_->is(child, "nmod:poss");
    }
    if (draft.carrier >= 0 || claim.modality != Modality::actual) return;
    const int governor = tree_->head(tree_->first_conjunct(noun));
    if (governor < 0) return;
    const bool object =
        tree_->is(noun, "obj") || tree_->is(noun, "obl") || tree_->is(noun, "xcomp") || tree_->is(noun, "nsubj:pass");
    if (tree_->is_verb(governor) && object) {
      judge_object(draft, governor, definite);
    } else if (tree_->is_noun(governor) && tree_->is(noun, "nmod") && kDoubtfulNouns.contains(word(governor).lemma)) {
      const std::string marker = tree_->marker(noun);
      if (marker == "of" || marker == "for" || marker == "to" || marker == "about")
        claim.modality = Modality::hypothetical;
    }
  }
  void judge_object(Draft& draft, int verb, bool definite) {
    Claim& claim = draft.claim;
    const EventEntry* entry = entry_at(draft.sentence, verb);
    const std::string marker = tree_->marker(draft.word);
    const bool aim = tree_->is(draft.word, "obj") || tree_->is(draft.word, "nsubj:pass") || marker == "for" ||
                     marker == "to" || marker == "of" || marker == "with";
    // "called off the march": what is cancelled did not take place, however definite it is. "Denied the attack" leaves
    // open who is right.
    static const Words kCancel = {"call off", "cancel", "postpone", "prevent", "avert",    "foil",
                                  "thwart",   "avoid",  "scrap",    "abandon", "stave off"};
    const bool cancelled = entry && kCancel.contains(entry->lemma) && tree_->is(draft.word, "obj");
    if (cancelled || (entry && entry->is(EventEntry::negate) && aim && !definite)) claim.modality = Modality::negated;
    if (entry && entry->is(EventEntry::intent) && aim && !definite)
      claim.modality = kPlanning.contains(word(verb).lemma) ? Modality::planned : Modality::hypothetical;
    if (claim.modality != Modality::actual || definite) return;
    // What an act that did not take place aims at did not take place by it: "could face trial".
    const int above = story_.draft_at(draft.sentence, verb);
    if (above < 0 || !aim) return;
    const Modality governing = story_.drafts[above].claim.modality;
    if (above < static_cast<int>(&draft - story_.drafts.data()) &&
        (governing == Modality::planned || governing == Modality::hypothetical || governing == Modality::negated))
      claim.modality = governing == Modality::negated ? Modality::hypothetical : governing;
  }

  // "if the talks fail".
  void judge_condition(Draft& draft) {
    if (draft.claim.modality != Modality::actual) return;
    for (int w = draft.word; w >= 0; w = tree_->head(w)) {
      if (tree_->child(w, {"mark"}) < 0) continue;
      const std::string mark = tree_->marker(w);
      if (mark == "if" || mark == "unless" || mark == "whether" || mark == "lest" || mark == "in case")
        draft.claim.modality = Modality::hypothetical;
    }
  }

  // The reporting verb whose content a draft is: by the tree, or by quotation marks.
  void find_speech() {
    find_reports_of_quotations();
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      Draft& draft = story_.drafts[i];
      tree_ = &story_.trees[draft.sentence];
      for (int w = 0; w < tree_->size(); ++w) {
        const int report = story_.draft_at(draft.sentence, w);
        if (report >= 0 && report != static_cast<int>(i) && reports(report) && is_content(draft.word, w))
          draft.speech_of = report;
      }
      const int quotation = story_.quoted[draft.sentence][draft.word];
      if (draft.speech_of < 0 && quotation > 0 && story_.report_of[quotation] != static_cast<int>(i))
        draft.speech_of = story_.report_of[quotation];
    }
  }
  // A quotation is reported in the sentence where it ends ("...," she said), or where it begins, or by the last report
  // of the sentences just before, when it goes on without one.
  void find_reports_of_quotations() {
    struct Place {
      std::size_t first, last;
    };
    std::vector<Place> places(story_.report_of.size(), Place{story_.sentences.size(), 0});
    for (std::size_t s = 0; s < story_.sentences.size(); ++s) {
      for (int quotation : story_.quoted[s]) places[quotation] = {std::min(places[quotation].first, s), s};
    }
    for (std::size_t quotation = 1; quotation < places.size(); ++quotation) {
      const auto [first, last] = places[quotation];
      if (first > last) continue;
      int report = last_report(last);
      if (report < 0) report = last_report(first);
      for (std::size_t back = 1; report < 0 && back <= 3 && back <= first; ++back) report = last_report(first - back);
      story_.report_of[quotation] = report;
    }
  }
  int last_report(std::size_t sentence) const {
    int found = -1;
    for (int draft : story_.draft_of[sentence]) {
      if (draft >= 0 && reports(draft)) found = draft;
    }
    return found;
  }
  // A reporting verb outside quotation marks that has words for its object, not a thing ("claimed responsibility").
  bool reports(int index) const {
    const Draft& draft = story_.drafts[index];
    const bool verb = !draft.noun && draft.entry &&
                      (draft.entry->is(EventEntry::report) || draft.entry->event_class == EventClass::reporting);
    if (!verb || story_.quoted[draft.sentence][draft.word]) return false;
    const Tree& tree = story_.trees[draft.sentence];
    const int object = tree.child(draft.word, {"obj"});
    return object < 0 || !tree.is_noun(object) || story_.quoted[draft.sentence][object] ||
           story_.name_of[draft.sentence][object] >= 0;
  }
  bool is_content(int w, int report) const {
    int below = w;
    while (below >= 0 && tree_->head(below) != report) below = tree_->head(below);
    if (below < 0) return false;
    return tree_->is(below, "ccomp") || (tree_->is(below, "parataxis") && below < report);
  }

  Story& story_;
  const Tree* tree_ = nullptr;
};

}  // namespace

void decide_modality(Story& story) { ModalityJudge(story).judge(); }

}  // namespace forewhen
