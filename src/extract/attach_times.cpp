// SPDX-License-Identifier: Apache-2.0
// Which event a time expression dates. The tree is asked first, nearness corrects it where parsers are known to be
// weak: a time behind an event noun ("a strike on the port early Sunday shook ...") belongs to the noun, not to the
// verb after it.
#include <algorithm>

#include "extract/steps.h"
#include "extract/time_ranges.h"
#include "forewhen/extract/claim_time.h"

namespace forewhen {
namespace {

class TimeAttacher {
 public:
  explicit TimeAttacher(Story& story) : story_(story), ranges_(story) {}

  void attach() {
    for (std::size_t s = 0; s < story_.sentences.size(); ++s) {
      sentence_ = s;
      tree_ = &story_.trees[s];
      for (int timex : story_.times_in[s]) {
        if (!says_when(story_.times[timex]) || ranges_.ends_one(timex)) continue;
        const int draft = event_of(timex);
        if (draft >= 0) give(draft, timex);
      }
    }
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      Draft& draft = story_.drafts[i];
      if (draft.timex < 0) continue;
      draft.time_rule = "said";
      draft.claim.time = claim_time(story_.text(), story_.times[draft.timex], story_.document->published);
      if (ranges_.widen(draft.timex, *draft.claim.time)) continue;
      if (story_.times[draft.timex].boundary == TimexBoundary::since && is_repeated(draft)) at_any_time_since(draft);
    }
  }

 private:
  const Word& word(int w) const { return (*tree_)[w]; }

  static bool says_when(const Timex& timex) {
    if (timex.type == TimexType::set || !timex.invalid.empty()) return false;
    const bool vague = timex.value.size() > 4 && timex.value.compare(timex.value.size() - 4, 4, "_REF") == 0;
    const Bounds& bounds = timex.when.bounds;
    const bool placed = !is_open(bounds.earliest_start) || !is_open(bounds.latest_start);
    if (timex.type == TimexType::duration) return placed || timex.relative_to_event;
    return !vague;
  }

  // "has been fined twice since 2021": within that time, not from its beginning on.
  bool is_repeated(const Draft& draft) const {
    static constexpr std::string_view kHowOften[] = {"once", "twice", "thrice", "repeatedly", "often", "again"};
    const Tree& tree = story_.trees[draft.sentence];
    return std::any_of(tree.children(draft.word).begin(), tree.children(draft.word).end(), [&](int child) {
      const bool adverb = tree.is(child, "advmod") && std::find(std::begin(kHowOften), std::end(kHowOften),
                                                                tree[child].lemma) != std::end(kHowOften);
      return adverb || (tree[child].form == "times" && tree.child(child, {"nummod"}) >= 0);
    });
  }
  void at_any_time_since(Draft& draft) const {
    Bounds& bounds = draft.claim.time->when.bounds;
    const auto& published = story_.document->published;
    bounds.latest_start = published ? published->extent().end : kOpenFuture;
    bounds.earliest_end = bounds.earliest_start;
    bounds.latest_end = bounds.latest_start;
  }

  std::pair<int, int> words_of(int timex) const {
    // An expression may run on into the next sentence; here it ends with this one.
    const Span span = story_.times[timex].span;
    const int first = tree_->word_at(span.begin);
    return {first, std::min(std::max(first, tree_->word_at(span.end - 1)), tree_->size() - 1)};
  }
  // The word of the expression that the rest of the sentence governs.
  int head_of(int first, int last) const {
    for (int w = first; w <= last && w < tree_->size(); ++w) {
      if (tree_->head(w) < first || tree_->head(w) > last) return w;
    }
    return first;
  }

  bool is_event_noun(int w) const {
    const int draft = story_.draft_at(sentence_, w);
    return draft >= 0 && story_.drafts[draft].noun;
  }

  int event_of(int timex) {
    const auto [first, last] = words_of(timex);
    if (first >= tree_->size()) return -1;
    if (story_.times[timex].boundary == TimexBoundary::since) {
      const int state = state_before(first);
      if (state >= 0) return state;
    }
    const int possessed = noun_after_possessive(last);
    if (possessed >= 0) return possessed;
    const int head = head_of(first, last);
    const int next = next_clause(head, last);
    if (next >= 0) return next;
    const int counted = counting_event(timex, head);
    if (counted >= 0) {
      story_.drafts[counted].counted = timex;
      return counted;
    }
    const int by_tree = or_its_verb(climb(tree_->head(head)), head, first);
    const int scheduled = scheduled_noun(head);
    if (scheduled >= 0) return scheduled;
    const int by_noun = noun_before(first);
    if (by_noun >= 0 && prefers_noun(by_noun, by_tree, first, head)) return by_noun;
    // "In October they imposed sanctions on him over the killing of students in 2021": each time has its event.
    if (by_noun >= 0 && by_tree >= 0 && is_dated(by_tree) && !is_dated(by_noun)) return by_noun;
    if (by_tree >= 0) return by_tree;
    if (by_noun >= 0) return by_noun;
    return nearest(first, last);
  }

  // "Sunday's attack", "last month's disputed elections", and the tight "Sunday attack".
  int noun_after_possessive(int last) const {
    int w = last + 1;
    const bool apostrophe = last >= 0 && word(last).tag == "POS";
    if (w < tree_->size() && word(w).tag == "POS") {
      ++w;
    } else if (!apostrophe && !(w < tree_->size() && is_event_noun(w))) {
      return -1;
    }
    for (int end = std::min(w + 4, tree_->size()); w < end; ++w) {
      if (is_event_noun(w)) return story_.draft_at(sentence_, w);
      const std::string& tag = word(w).tag;
      if (tag.compare(0, 2, "JJ") != 0 && tag.compare(0, 2, "NN") != 0 && tag != "VBN" && tag != "CD") break;
    }
    return -1;
  }

  // "has been in power since May", "who has led the party since May": the state, with no other event between.
  int state_before(int first) const {
    bool parted = false;
    for (int w = first - 1; w >= 0 && w >= first - 9; --w) {
      const int draft = story_.draft_at(sentence_, w);
      if (draft < 0) {
        parted = parted || word(w).form == ",";
        continue;
      }
      const EventEntry* entry = story_.drafts[draft].entry;
      const bool lasts =
          !parted && entry && entry->is(EventEntry::stative) && tree_->child_with_lemma(w, "aux", "have") >= 0;
      return story_.drafts[draft].state || lasts ? draft : -1;
    }
    return -1;
  }

  // From the governor of the expression upwards, to the first event.
  int climb(int w) const {
    while (w >= 0) {
      const int draft = story_.draft_or_carried(sentence_, w);
      if (draft >= 0) return draft;
      if (tree_->is_verb(w)) {
        // "The vote was on Friday": a verb that is no event itself passes the time to its subject.
        const int subject = tree_->child(w, {"nsubj"});
        if (subject >= 0 && is_event_noun(subject)) return story_.draft_at(sentence_, subject);
      }
      if (tree_->is(w, "acl:relcl") && !tree_->is_verb(w)) return -1;
      w = tree_->head(w);
    }
    return -1;
  }

  bool clause_ends_at(int w) const {
    const std::string& form = word(w).form;
    return form == "," || form == ";" || form == ":" || form == "\u2014" || form == "\u2013" || form == "\"" ||
           form == "\u201C" || form == "\u201D" || word(w).tag == "WDT" || word(w).tag == "WP" || word(w).tag == "CC";
  }

  // The nearest event noun to the left with neither verb nor clause border between.
  int noun_before(int first) const {
    for (int w = first - 1; w >= 0 && w >= first - 12; --w) {
      if (is_event_noun(w)) return story_.draft_at(sentence_, w);
      if (tree_->is_verb(w) || clause_ends_at(w)) return -1;
    }
    return -1;
  }

  // "... on Friday, and on Saturday a crane was burned": a time behind "and" that a clause follows.
  int next_clause(int head, int last) const {
    const int other = tree_->is(head, "conj") ? tree_->head(head) : -1;
    if (other < 0 || story_.timex_at(sentence_, other) < 0) return -1;
    for (int w = last + 1; w < tree_->size() && !clause_ends_at(w); ++w) {
      const int draft = story_.draft_at(sentence_, w);
      if (draft >= 0 && !story_.drafts[draft].noun) return draft;
    }
    return -1;
  }
  // "Two days before the bombing, dockers clashed": counted from the bombing, said of the clash.
  int counting_event(int timex, int head) const {
    const Timex& expression = story_.times[timex];
    if (!expression.relative_to_event || expression.anchor.empty()) return -1;
    const int clause = story_.clause_counted_from(sentence_, expression);
    int w = tree_->head(head);
    while (w >= 0 &&
           (w == clause || expression.anchor.overlaps(word(w).span) || story_.draft_or_carried(sentence_, w) < 0))
      w = tree_->head(w);
    return w >= 0 ? story_.draft_or_carried(sentence_, w) : -1;
  }

  // "has scheduled a vote for next month", "the vote was postponed to May": the date is that of what is planned.
  int scheduled_noun(int head) const {
    const std::string marker = tree_->marker(head);
    const int verb = tree_->head(head);
    if ((marker != "for" && marker != "to" && marker != "until") || verb < 0 || !tree_->is_verb(verb)) return -1;
    static constexpr std::string_view kScheduling[] = {"schedule", "plan", "set",      "slate", "fix", "postpone",
                                                       "delay",    "call", "announce", "move",  "put"};
    if (std::find(std::begin(kScheduling), std::end(kScheduling), word(verb).lemma) == std::end(kScheduling)) return -1;
    for (int child : tree_->children(verb)) {
      const bool object = tree_->is(child, "obj") || tree_->is(child, "nsubj:pass");
      if (object && is_event_noun(child)) return story_.draft_at(sentence_, child);
    }
    return tree_->is(verb, "acl") && is_event_noun(tree_->head(verb)) ? story_.draft_at(sentence_, tree_->head(verb))
                                                                      : -1;
  }

  // "cut the money for repairs in 2015": a time with a preposition behind a noun that itself hangs on the object of a
  // verb is the verb's, unless that verb only speaks of the event.
  int or_its_verb(int draft, int head, int first) const {
    if (draft < 0 || !story_.drafts[draft].noun || tree_->marker(head).empty() || story_.drafts[draft].word > first)
      return draft;
    const Draft& noun = story_.drafts[draft];
    if (!tree_->is(noun.word, "nmod") || noun.carrier >= 0) return draft;
    const int verb = climb(tree_->head(noun.word));
    if (verb < 0 || story_.drafts[verb].noun || is_dated(verb)) return draft;
    const EventEntry* entry = story_.drafts[verb].entry;
    const bool speaks = entry && (entry->is(EventEntry::report) || entry->event_class == EventClass::reporting ||
                                  entry->event_class == EventClass::i_action);
    return speaks ? draft : verb;
  }

  // By itself or as what carries a noun: "In October they imposed sanctions over the killings of 2021".
  bool is_dated(int draft) const {
    const Draft& own = story_.drafts[draft];
    const int pair = own.carries >= 0 ? own.carries : own.carrier;
    const int other = pair >= 0 ? story_.draft_at(sentence_, pair) : -1;
    return own.timex >= 0 || (other >= 0 && story_.drafts[other].timex >= 0);
  }
  bool prefers_noun(int noun, int by_tree, int first, int head) const {
    if (by_tree < 0 || by_tree == noun) return true;
    const Draft& governor = story_.drafts[by_tree];
    if (governor.noun) {
      // The tree chose another noun; a verb on the way to it ("late Sunday raised fears") says that it went too far.
      for (int w = first; w < governor.word; ++w) {
        if (tree_->is_verb(w)) return true;
      }
      return false;
    }
    if (governor.word > first) return true;  // a verb behind the time, the noun before it
    const Draft& event = story_.drafts[noun];
    if (event.carrier == governor.word) return true;
    // What was not done has no date: "no group has claimed the attack on Sunday".
    for (int child : tree_->children(governor.word)) {
      const int subject_no = tree_->is(child, "nsubj") ? tree_->child_with_lemma(child, "det", "no") : -1;
      if (subject_no >= 0 || word(child).lemma == "not") return true;
    }
    if (is_result(event) ||
        (tree_->is(event.word, "obj") && tree_->head(event.word) == governor.word && puts_off(governor)))
      return false;
    const bool bare = tree_->marker(head).empty();
    const bool speech = governor.entry && governor.entry->is(EventEntry::report);
    const bool adjacent = first - event.word <= 1;
    // "elections last month", but "condemned the attack on Friday" is dated by its verb.
    return bare && (adjacent || !speech);
  }

  // "died of her injuries two days later": injuries have no time of their own.
  bool is_result(const Draft& noun) const {
    const std::string& lemma = word(noun.word).lemma;
    return lemma == "injury" || lemma == "wound" || lemma == "burn";
  }
  // "suspended the second payment last week": what does not take place is not what the week tells of.
  bool puts_off(const Draft& verb) const {
    static constexpr std::string_view kVerbs[] = {"suspend", "cancel", "halt",  "stop",   "freeze", "scrap",
                                                  "abandon", "block",  "delay", "thwart", "foil",   "prevent"};
    return std::find(std::begin(kVerbs), std::end(kVerbs), word(verb.word).lemma) != std::end(kVerbs);
  }

  int nearest(int first, int last) const {
    int best = -1, distance = 1000;
    for (std::size_t i = 0; i < story_.drafts.size(); ++i) {
      const Draft& draft = story_.drafts[i];
      if (draft.sentence != sentence_) continue;
      const int away = draft.word < first ? first - draft.word : draft.word - last;
      const int from = std::min(draft.word, first), to = std::max(draft.word, last);
      bool parted = false;
      for (int w = from; w <= to && !parted; ++w) parted = clause_ends_at(w) && word(w).tag != "CC" && from > 0;
      if (!parted && away < distance) best = static_cast<int>(i), distance = away;
    }
    return best;
  }

  // An event with two expressions keeps the finer: "on Friday ... at 10 a.m.".
  void give(int draft, int timex) {
    int& held = story_.drafts[draft].timex;
    if (held < 0) {
      held = timex;
      return;
    }
    const Timex &old = story_.times[held], &fresh = story_.times[timex];
    const bool finer =
        fresh.boundary == old.boundary && fresh.when.grain < old.when.grain && fresh.when.grain != Grain::none;
    const bool old_open = is_open(old.when.bounds.earliest_start) && is_open(old.when.bounds.latest_start);
    const bool fresh_open = is_open(fresh.when.bounds.earliest_start) && is_open(fresh.when.bounds.latest_start);
    if ((finer && !fresh_open) || (old_open && !fresh_open)) held = timex;
  }

  Story& story_;
  TimeRanges ranges_;
  std::size_t sentence_ = 0;
  const Tree* tree_ = nullptr;
};

// Words that need more to be believed: a state without a date is no event, and some nouns only with a date or people.
bool is_doubtful(const Draft& draft, const Tree& tree) {
  if (draft.timex >= 0 || draft.coded) return false;
  if (draft.state) return true;
  if (!draft.entry) return false;
  if (draft.entry->is(EventEntry::stative)) return true;
  if (!draft.noun || !draft.entry->is(EventEntry::weak) || draft.carrier >= 0) return false;
  return tree.child(draft.word, {"nmod:poss"}) < 0 && tree.child(draft.word, {"nmod"}) < 0;
}

}  // namespace

void attach_times(Story& story) {
  TimeAttacher(story).attach();
  std::vector<Draft> kept;
  std::vector<int> now(story.drafts.size(), -1);
  for (std::size_t i = 0; i < story.drafts.size(); ++i) {
    Draft& draft = story.drafts[i];
    story.draft_of[draft.sentence][draft.word] = -1;
    if (is_doubtful(draft, story.trees[draft.sentence])) continue;
    now[i] = static_cast<int>(kept.size());
    story.draft_of[draft.sentence][draft.word] = now[i];
    kept.push_back(std::move(draft));
  }
  for (Draft& draft : kept) {
    if (draft.speech_of >= 0) draft.speech_of = now[draft.speech_of];
  }
  story.drafts = std::move(kept);
}

}  // namespace forewhen
