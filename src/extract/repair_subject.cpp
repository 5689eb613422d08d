// SPDX-License-Identifier: Apache-2.0
#include "extract/repair_subject.h"

namespace forewhen {

// "The council today welcomed": the noun before the day, not the day.
void SubjectRepair::subject_before_day(int w) {
  const std::string& tag = words_[w].tag;
  if ((tag != "VBD" && tag != "VBN") || w < 2 || has_subject(w) || has(w, "aux")) return;
  const int day = w - 1;
  if (!is_noun(day) || words_[day].head != w || !is_day_word(day)) return;
  const int front = day - 1;
  if (!is_noun(front) || words_[front].head != day) return;
  words_[w].tag = "VBD";
  hang(front, w, "nsubj");
}

bool SubjectRepair::is_day_word(int w) const {
  const std::string lower = lower_case(words_[w].form);
  return lower == "today" || lower == "yesterday" || lower == "tomorrow" || lower == "tonight" || is_calendar_word(w);
}

// "The port was closed, an officer of the guard said.": what stands between the last comma and the verb of saying is
// its subject.
void SubjectRepair::attribution_behind(int w) {
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

void SubjectRepair::lost_subject(int w) {
  const std::string_view relation = base_relation(words_[w].relation);
  if (words_[w].tag != "VBD" || w == 0 || has_subject(w) || relation == "acl" || (relation == "conj" && has(w, "cc")))
    return;
  if (subject_behind_day(w) || subject_behind_time_word(w) || subject_behind_semicolon(w)) return;
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
int SubjectRepair::head_in_front(int w) const {
  int front = w - 1;
  while (words_[front].head >= 0 && words_[front].head < front && base_relation(words_[front].relation) == "nmod")
    front = words_[front].head;
  return front;
}

// "after the bloc rejected the results": the subject read as a phrase with "after".
bool SubjectRepair::subject_behind_time_word(int w) {
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

// "police fired tear gas; a student, Lena Marsh, died": what opens the part behind the semicolon.
bool SubjectRepair::subject_behind_semicolon(int w) {
  int mark = w - 1;
  while (mark >= 0 && words_[mark].form != ";" && words_[mark].tag[0] != 'V' && words_[mark].tag != "MD") --mark;
  if (mark < 0 || words_[mark].form != ";") return false;
  for (int p = mark + 1; p < w; ++p) {
    const int above = words_[p].head;
    if (!is_noun(p) || is_calendar_word(p) || (above > mark && above < w)) continue;
    return hang(p, w, "nsubj");
  }
  return false;
}

// "On Thursday police searched": the day taken for a part of the name of those who did it.
bool SubjectRepair::subject_behind_day(int w) {
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
bool SubjectRepair::is_listed_behind(int noun, int above) const {
  if (base_relation(words_[noun].relation) != "conj" || has(noun, "cc")) return false;
  return std::any_of(words_.begin() + above, words_.begin() + noun, [](const Word& w) { return w.form == ","; });
}

// The last word below one, with the commas behind it.
int SubjectRepair::last_below(int w) const {
  int last = w;
  for (int p = w + 1; p < size(); ++p) {
    if (governs(w, p) || (p == last + 1 && words_[p].form == ",")) last = p;
  }
  return last;
}

void SubjectRepair::object_with_who(int w) {
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

void SubjectRepair::subject_in_front(int w) {
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

}  // namespace forewhen
