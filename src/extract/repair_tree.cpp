// SPDX-License-Identifier: Apache-2.0
#include "extract/repair_tree.h"

#include <algorithm>

#include "extract/repair_root.h"
#include "extract/tree_edit.h"

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
    for (int w = 0; w < size(); ++w) {
      if (is_noun(w)) {
        target_behind(w);
        stray_object(w);
      }
      if (words_[w].tag[0] != 'V') continue;
      reported_clause(w);
      lost_subject(w);
      counted_from_clause(w);
      subject_before_day(w);
      attribution_behind(w);
      clause_of_time(w);
      object_with_who(w);
      relative_clause(w);
      clause_after_and(w);
      loose_participle(w);
      subject_in_front(w);
      object_behind(w);
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

  // "The council today welcomed": the noun before the day, not the day.
  void subject_before_day(int w) {
    const std::string& tag = words_[w].tag;
    if ((tag != "VBD" && tag != "VBN") || w < 2 || has_subject(w) || has(w, "aux")) return;
    const int day = w - 1;
    if (!is_noun(day) || words_[day].head != w || !is_day_word(day)) return;
    const int front = day - 1;
    if (!is_noun(front) || words_[front].head != day) return;
    words_[w].tag = "VBD";
    hang(front, w, "nsubj");
  }
  bool is_day_word(int w) const {
    const std::string lower = lower_case(words_[w].form);
    return lower == "today" || lower == "yesterday" || lower == "tomorrow" || lower == "tonight" || is_calendar_word(w);
  }

  // "The port was closed, an officer of the guard said.": what stands between the last comma and the verb of saying is
  // its subject.
  void attribution_behind(int w) {
    const EventEntry* entry = lexicon_.find(words_[w].lemma, 'V');
    if (!entry || !entry->is(EventEntry::report) || !is_finite(w)) return;
    int comma = w - 1;
    while (comma >= 0 && words_[comma].form != ",") --comma;
    if (comma < 1 || comma == w - 1) return;
    int head = -1, named = -1;
    for (int p = comma + 1; p < w; ++p) {
      if (words_[p].tag[0] == 'V' || words_[p].tag == "MD") return;
      if (words_[p].head == w && base_relation(words_[p].relation) == "nsubj") named = p;
      if (words_[p].head > comma && words_[p].head <= w) continue;
      if (head < 0 && is_noun(p)) head = p;
    }
    // "an aide to Mayor Okoro said": the aide, not the mayor.
    if (named >= 0 ? head > named || head < 0 : has_subject(w)) return;
    const std::string_view relation = head < 0 ? std::string_view{} : base_relation(words_[head].relation);
    if (relation == "appos" || relation == "conj" || relation == "obl" || relation == "nmod" || relation == "dep" ||
        relation == "obj" || relation == "compound" || relation == "list" || relation == "parataxis") {
      if (hang(head, w, "nsubj") && named >= 0) hang(named, head, "nmod");
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
  // "after" in "after the vote"; -1 when the noun stands behind no such word.
  int time_word_of(int noun) const {
    for (int child = 0; child < noun; ++child) {
      const std::string& form = words_[child].form;
      if (words_[child].head == noun && words_[child].relation == "case" &&
          (form == "after" || form == "before" || form == "since" || form == "until"))
        return child;
    }
    return -1;
  }
  // The phrase "after NOUN" and the verb behind it become a clause below what the phrase hung on.
  bool becomes_clause(int noun, int verb) {
    const int above = words_[noun].head, mark = time_word_of(noun);
    if (above < 0 || above == verb || (words_[verb].head != noun && governs(verb, above))) return false;
    words_[verb].tag = "VBD";
    words_[verb].head = above;
    words_[verb].relation = "advcl";
    words_[noun].head = verb;
    words_[noun].relation = "nsubj";
    words_[mark].head = verb;
    words_[mark].relation = "mark";
    return true;
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
  // The head of the phrase that the noun belongs to, as long as it lies before `limit`.
  int phrase_head(int noun, int limit) const {
    while (words_[noun].head >= 0 && words_[noun].head < limit && is_noun(words_[noun].head)) {
      const std::string_view relation = base_relation(words_[noun].relation);
      if (relation != "compound" && relation != "flat" && relation != "amod") break;
      noun = words_[noun].head;
    }
    return noun;
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
    const std::string pieces = "|" + std::string(entry->recipient) + "|";
    if (pieces.find("|" + marker + "|") == std::string::npos) return;
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

  bool has_subject(int w) const { return has(w, "nsubj") || has(w, "csubj") || has(w, "expl"); }

  void lost_subject(int w) {
    const std::string_view relation = base_relation(words_[w].relation);
    if (words_[w].tag != "VBD" || w == 0 || has_subject(w) || relation == "acl" || (relation == "conj" && has(w, "cc")))
      return;
    if (subject_behind_day(w) || subject_behind_time_word(w)) return;
    for (int front = w - 1; front >= 0 && !is_finite(front); --front) {
      const int above = words_[front].head;
      if (!is_noun(front) || is_calendar_word(front) || above < 0 || above >= front || last_below(front) != w - 1)
        continue;
      if (time_word_of(front) >= 0 && becomes_clause(front, w)) return;
      // "On Friday the guard withdrew", "Hours after the vote, men of the guard withdrew".
      if ((is_calendar_word(above) || is_listed_behind(front, above)) && hang(front, w, "nsubj")) return;
    }
  }
  // The head of the phrase that ends in front of a verb: "thousands" of "thousands of people marched".
  int head_in_front(int w) const {
    int front = w - 1;
    while (words_[front].head >= 0 && words_[front].head < front && base_relation(words_[front].relation) == "nmod")
      front = words_[front].head;
    return front;
  }
  // "after the bloc rejected the results": the subject read as a phrase with "after".
  bool subject_behind_time_word(int w) {
    const int front = head_in_front(w);
    if (words_[front].head != w || base_relation(words_[front].relation) != "obl" || !is_noun(front)) return false;
    const int mark = is_calendar_word(front) ? -1 : time_word_of(front);
    if (mark < 0 || words_[w].head < 0) return false;
    words_[mark].head = w;
    words_[mark].relation = "mark";
    words_[front].relation = "nsubj";
    words_[w].relation = "advcl";
    return true;
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
  // "On Thursday police searched": the day taken for a part of the name of those who did it.
  bool subject_behind_day(int w) {
    const int front = head_in_front(w);
    if (words_[front].head != w || base_relation(words_[front].relation) != "obl" || !is_noun(front)) return false;
    for (int day = 0; day < front; ++day) {
      if (words_[day].head != front || words_[day].relation != "compound" || !is_calendar_word(day)) continue;
      for (int p = 0; p < day; ++p) {
        if (words_[p].head == front && words_[p].relation == "case") words_[p].head = day;
      }
      words_[front].relation = "nsubj";
      return hang(day, w, "obl");
    }
    return false;
  }
  // Taken for a further part of what stands before the comma.
  bool is_listed_behind(int noun, int above) const {
    if (base_relation(words_[noun].relation) != "conj" || has(noun, "cc")) return false;
    return std::any_of(words_.begin() + above, words_.begin() + noun, [](const Word& w) { return w.form == ","; });
  }
  // The last word below one, with the commas behind it.
  int last_below(int w) const {
    int last = w;
    for (int p = w + 1; p < size(); ++p) {
      if (governs(w, p) || (p == last + 1 && words_[p].form == ",")) last = p;
    }
    return last;
  }

  void object_with_who(int w) {
    if (words_[w].tag != "VBD" || w + 1 >= size() || !is_noun(w + 1) || has(w, "obj") || has(w, "aux:pass")) return;
    int head = w + 1;
    while (words_[head].head > w && is_noun(words_[head].head) && base_relation(words_[head].relation) != "nsubj")
      head = words_[head].head;
    const int verb = words_[head].head;
    if (base_relation(words_[head].relation) != "nsubj" || verb <= head || words_[verb].tag[0] != 'V') return;
    for (int p = head + 1; p < verb; ++p) {
      if (!is_relative(p)) continue;
      // The verb of the clause first, else the object would hang below it.
      if (governs(verb, w)) return;
      words_[head].head = w;
      words_[head].relation = "obj";
      hang(verb, head, "acl:relcl");
      return;
    }
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

  void subject_in_front(int w) {
    if (words_[w].tag != "VBD" || w == 0 || has(w, "obj") || has(w, "nsubj:pass") || has(w, "aux:pass")) return;
    int behind = -1;
    for (int child = 0; child < size(); ++child) {
      if (words_[child].head != w || base_relation(words_[child].relation) != "nsubj") continue;
      if (child < w) return;
      behind = child;
    }
    const EventEntry* entry = lexicon_.find(words_[w].lemma, 'V');
    if (behind < 0 || (entry && entry->is(EventEntry::report)) || !is_noun(w - 1)) return;
    const int front = phrase_head(w - 1, w);
    if (hang(front, w, "nsubj")) words_[behind].relation = "obj";
  }

  ParsedSentence& sentence_;
  const EventLexicon& lexicon_;
};

}  // namespace

void repair_tree(ParsedSentence& sentence, const EventLexicon& lexicon) {
  if (!sentence.words.empty()) TreeRepair(sentence, lexicon).repair();
}

}  // namespace forewhen
