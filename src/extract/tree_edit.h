// SPDX-License-Identifier: Apache-2.0
// A parsed sentence in the hands of rules that hang its words elsewhere.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "extract/tree.h"
#include "forewhen/text/letter_case.h"

namespace forewhen {

class TreeEdit {
 protected:
  explicit TreeEdit(ParsedSentence& sentence) : words_(sentence.words) {}

  int size() const { return static_cast<int>(words_.size()); }
  bool is_finite(int w) const {
    const std::string& tag = words_[w].tag;
    return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD";
  }
  bool is_noun(int w) const { return words_[w].tag.compare(0, 2, "NN") == 0; }
  bool is_relative(int w) const {
    const std::string& tag = words_[w].tag;
    return tag == "WDT" || tag == "WP" || tag == "WP$";
  }
  bool has(int w, std::string_view relation) const {
    for (int child = 0; child < size(); ++child) {
      if (words_[child].head == w && base_relation(words_[child].relation) == base_relation(relation) &&
          (relation.find(':') == std::string_view::npos || words_[child].relation == relation))
        return true;
    }
    return false;
  }
  bool governs(int ancestor, int w) const {
    while (w >= 0 && w != ancestor) w = words_[w].head;
    return w == ancestor;
  }
  // Hangs `w` elsewhere unless that would close a cycle.
  bool hang(int w, int head, std::string_view relation) {
    if (head < 0 || governs(w, head)) return false;
    words_[w].head = head;
    words_[w].relation = relation;
    return true;
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

  // The head of the phrase that the noun belongs to, as long as it lies before `limit`.
  int phrase_head(int noun, int limit) const {
    while (words_[noun].head >= 0 && words_[noun].head < limit && is_noun(words_[noun].head)) {
      const std::string_view relation = base_relation(words_[noun].relation);
      if (relation != "compound" && relation != "flat" && relation != "amod") break;
      noun = words_[noun].head;
    }
    return noun;
  }

  bool has_subject(int w) const { return has(w, "nsubj") || has(w, "csubj") || has(w, "expl"); }

  bool is_calendar_word(int w) const {
    static constexpr std::string_view kCalendar[] = {
        "january", "february", "march",    "april",   "may",     "june",      "july",     "august", "september",
        "october", "november", "december", "monday",  "tuesday", "wednesday", "thursday", "friday", "saturday",
        "sunday",  "day",      "night",    "morning", "week",    "month",     "year"};
    const std::string lower = lower_case(words_[w].form);
    return std::find(std::begin(kCalendar), std::end(kCalendar), lower) != std::end(kCalendar);
  }

  std::vector<Word>& words_;
};

}  // namespace forewhen
