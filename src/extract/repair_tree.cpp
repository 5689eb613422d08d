// SPDX-License-Identifier: Apache-2.0
#include "extract/repair_tree.h"

#include <algorithm>

#include "extract/repair_root.h"
#include "extract/repair_subject.h"
#include "extract/tree_edit.h"
#include "extract/tsv.h"

namespace forewhen {
namespace {

class TreeRepair : private TreeEdit {
 public:
  TreeRepair(ParsedSentence& sentence, const EventLexicon& lexicon)
      : TreeEdit(sentence), sentence_(sentence), lexicon_(lexicon) {}

  void repair() {
    for (int w = 0; w < size(); ++w) {
      if (words_[w].tag[0] == 'V') known_lemma(w), active_participle(w);
    }
    repair_root(sentence_);
    SubjectRepair subjects(sentence_, lexicon_);
    for (int w = 0; w < size(); ++w) {
      if (is_noun(w)) {
        target_behind(w);
        stray_object(w);
      }
      if (words_[w].tag[0] != 'V') continue;
      reported_clause(w);
      present_tense(w);
      headline_passive(w);
      subjects.lost_subject(w);
      subjects.subject_before_day(w);
      subjects.attribution_behind(w);
      clause_of_time(w);
      subjects.object_with_who(w);
      relative_clause(w);
      clause_after_and(w);
      loose_participle(w);
      subjects.subject_in_front(w);
      object_behind(w);
      counted_from_clause(w);
    }
  }

 private:
  // "staged" comes from "stage", whatever the lemmatiser made of it, when the lexicon knows only that.
  void known_lemma(int w) {
    std::string& lemma = words_[w].lemma;
    if (!lexicon_.find(lemma, 'V') && lexicon_.find(lemma + "e", 'V')) lemma += 'e';
  }

  // "Karven rejected the offer": a participle with an object or complement, without auxiliary and not below a noun, is
  // a past tense.
  void active_participle(int w) {
    if (words_[w].tag != "VBN" || !(has(w, "obj") || has(w, "xcomp") || has(w, "ccomp")) || has(w, "aux") ||
        base_relation(words_[w].relation) == "acl" || base_relation(words_[w].relation) == "amod" || has(w, "mark"))
      return;
    for (int child = 0; child < w; ++child) {
      if (words_[child].head != w || words_[child].relation != "nsubj:pass") continue;
      words_[child].relation = "nsubj";
      words_[w].tag = "VBD";
    }
  }

  // "after talks with the rebels collapsed", "after journalists published a letter", "after thousands marched on the
  // palace": a participle that is bare or can be no passive, behind a conjunction of time, is the verb of a clause.
  void clause_of_time(int w) {
    const int noun = words_[w].head;
    if (words_[w].tag != "VBN" || words_[w].relation != "acl" || noun < 0 || noun > w) return;
    const bool bare = w + 1 >= size() || words_[w + 1].relation == "punct";
    if (!(bare ? !has(w, "obl") : has(w, "obj") || takes_no_object(words_[w].lemma))) return;
    if (time_word_of(noun) >= 0) becomes_clause(noun, w);
  }

  static bool takes_no_object(std::string_view lemma) {
    static constexpr std::string_view kNone[] = {"march",  "demonstrate", "walk",  "die",    "collapse", "fall",
                                                 "fail",   "gather",      "rally", "resign", "escape",   "arrive",
                                                 "return", "erupt",       "sink",  "vote",   "crash",    "explode"};
    return std::find(std::begin(kNone), std::end(kNone), lemma) != std::end(kNone);
  }

  // The noun in front of a word, over a comma and adverbs.
  int noun_before(int w) const {
    int at = w - 1;
    while (at >= 0 && (words_[at].form == "," || words_[at].tag == "RB")) --at;
    return at >= 0 && is_noun(at) ? at : -1;
  }

  void relative_clause(int w) {
    const std::string_view relation = base_relation(words_[w].relation);
    const bool misplaced = relation == "conj" || relation == "parataxis" || relation == "ccomp" || relation == "advcl";
    if (!misplaced || words_[w].head < 0 || has(w, "cc")) return;
    for (int child = 0; child < w; ++child) {
      if (words_[child].head != w || !is_relative(child)) continue;
      const std::string_view role = base_relation(words_[child].relation);
      if (role != "nsubj" && role != "obj") continue;
      const bool whole_clause =
          words_[w].relation == "advcl:relcl" && words_[child].lemma != "who" && words_[child].lemma != "whom";
      const int noun = noun_before(child);
      if (!whole_clause && noun >= 0) hang(w, phrase_head(noun, child), "acl:relcl");
      return;
    }
  }

  void target_behind(int noun) {
    const EventEntry* entry = lexicon_.find(lower_case(words_[noun].lemma), 'N');
    if (!entry || entry->recipient.empty() || noun + 1 >= size() || words_[noun + 1].tag != "IN") return;
    const std::string& marker = words_[noun + 1].lemma;
    if (marker != "on" && marker != "against" && marker != "with") return;
    if (!has_piece(entry->recipient, marker)) return;
    const int target = words_[noun + 1].head;
    if (target <= noun || !is_noun(target) || is_calendar_word(target) || governs(noun, target)) return;
    const std::string_view relation = base_relation(words_[target].relation);
    if (relation == "obl" || relation == "nmod") hang(target, noun, "nmod");
  }

  // "A bomb killed three people, police said": two subjects of the saying, the first with a participle for its own
  // verb.
  void reported_clause(int said) {
    const EventEntry* entry = lexicon_.find(words_[said].lemma, 'V');
    if (!entry || !entry->is(EventEntry::report) || !is_finite(said)) return;
    int first = -1, last = -1;
    for (int child = 0; child < said; ++child) {
      if (words_[child].head != said || base_relation(words_[child].relation) != "nsubj") continue;
      if (first < 0) first = child;
      last = child;
    }
    if (first < 0 || last == first) return;
    for (int verb = first + 1; verb < last; ++verb) {
      const bool participle =
          words_[verb].tag == "VBN" && words_[verb].head == first && base_relation(words_[verb].relation) == "acl";
      if (!participle || has(verb, "aux")) continue;
      words_[verb].tag = "VBD";
      words_[verb].head = said;
      words_[verb].relation = "ccomp";
      words_[first].head = verb;
      return;
    }
  }

  // "About 900 miners walk out": no infinitive, since it has a subject in front and neither "to" nor an auxiliary.
  void present_tense(int w) {
    if (words_[w].tag != "VB" || has(w, "mark") || has(w, "aux")) return;
    const std::string_view relation = base_relation(words_[w].relation);
    if (relation != "root" && relation != "parataxis") return;
    for (int p = 0; p < w; ++p) {
      if (words_[p].head == w && words_[p].relation == "nsubj" && is_noun(p)) words_[w].tag = "VBP";
    }
  }

  // "Central bank governor sacked after currency slide": what headlines tell of the doers they tell in the present.
  void headline_passive(int w) {
    if (!sentence_.heading || words_[w].tag != "VBD" || words_[w].relation != "root" || has(w, "aux") ||
        has(w, "obj") || has(w, "ccomp") || has(w, "xcomp"))
      return;
    // What goes without an object as well as with one.
    static constexpr std::string_view kBoth[] = {"flee",    "escape",  "advance", "enter", "leave", "return",
                                                 "land",    "arrive",  "win",     "lose",  "march", "strike",
                                                 "protest", "retreat", "vote",    "fight", "pass"};
    if (std::find(std::begin(kBoth), std::end(kBoth), words_[w].lemma) != std::end(kBoth)) return;
    const EventEntry* entry = lexicon_.find(words_[w].lemma, 'V');
    if (!entry || !has_piece(entry->recipient, "obj") || entry->is(EventEntry::report)) return;
    for (Word& word : words_) {
      if (word.head != w || word.relation != "nsubj") continue;
      word.relation = "nsubj:pass";
      words_[w].tag = "VBN";
    }
  }

  // "on Wednesday, two days after he denied it": what is counted from the clause, not who denies.
  void counted_from_clause(int w) {
    for (int mark = 1; mark < w; ++mark) {
      const bool opens = words_[mark].head == w && words_[mark].relation == "mark" &&
                         (words_[mark].lemma == "after" || words_[mark].lemma == "before");
      Word& span = words_[mark - 1];
      if (!opens || !is_span(span.lemma)) continue;
      int subject = mark + 1;
      while (subject < w && !(words_[subject].head == w && base_relation(words_[subject].relation) == "nsubj"))
        ++subject;
      if (subject == w || (span.head != w && span.head != subject)) continue;
      span.head = w;
      span.relation = "obl:unmarked";
      if (words_[w].head >= 0 && !has(w, "cc")) words_[w].relation = "advcl";
    }
  }

  static bool is_span(std::string_view lemma) {
    return lemma == "minute" || lemma == "hour" || lemma == "day" || lemma == "week" || lemma == "month" ||
           lemma == "year";
  }

  void clause_after_and(int w) {
    if (base_relation(words_[w].relation) != "advcl" || !is_finite(w) || has(w, "mark")) return;
    if (has(w, "cc") && words_[w].head >= 0 && words_[w].head < w) words_[w].relation = "conj";
  }

  // "The envoy had held a meeting": of two subjects on both sides of a verb the one behind is its object.
  void object_behind(int w) {
    if (has(w, "obj") || has(w, "aux:pass") || has(w, "cop")) return;
    int front = -1, behind = -1;
    for (int child = 0; child < size(); ++child) {
      if (words_[child].head != w || words_[child].relation != "nsubj") continue;
      (child < w ? front : behind) = child;
    }
    const EventEntry* entry = lexicon_.find(words_[w].lemma, 'V');
    if (front >= 0 && behind >= 0 && is_noun(behind) && !(entry && entry->is(EventEntry::report)))
      words_[behind].relation = "obj";
  }

  // An object below a noun is that of the verb above: "freed on bail two ministers". Below that verb's own object, and
  // right behind what is coordinated with it, it is the head of both: "began air and ground assaults".
  void stray_object(int w) {
    const int noun = words_[w].head;
    if (base_relation(words_[w].relation) != "obj" || noun < 0 || noun > w || !is_noun(noun)) return;
    int verb = noun;
    while (verb >= 0 && is_noun(verb)) verb = words_[verb].head;
    if (verb < 0 || verb > w || words_[verb].tag[0] != 'V') return;
    if (!has(verb, "obj")) {
      hang(w, verb, "obj");
    } else if (words_[noun].head == verb && base_relation(words_[noun].relation) == "obj" &&
               words_[w - 1].head == noun && base_relation(words_[w - 1].relation) == "conj") {
      words_[w].head = verb;
      hang(noun, w, "compound");
    }
  }

  void loose_participle(int w) {
    const std::string_view relation = base_relation(words_[w].relation);
    if (words_[w].tag != "VBN" ||
        (relation != "conj" && relation != "advcl" && relation != "parataxis" && relation != "ccomp"))
      return;
    if (has(w, "cc") || has(w, "aux") || has(w, "nsubj") || has(w, "mark")) return;
    int at = w - 1;
    while (at >= 0 && words_[at].tag == "RB") --at;
    if (at < 1 || words_[at].form != ",") return;
    if (is_noun(at - 1)) hang(w, phrase_head(at - 1, w), "acl");
  }

  ParsedSentence& sentence_;
  const EventLexicon& lexicon_;
};

}  // namespace

void repair_tree(ParsedSentence& sentence, const EventLexicon& lexicon) {
  if (!sentence.words.empty()) TreeRepair(sentence, lexicon).repair();
}

}  // namespace forewhen
