// SPDX-License-Identifier: Apache-2.0
// Subjects that the parser hung elsewhere or took for something else; a part of repair_tree.
#pragma once

#include "extract/event_lexicon.h"
#include "extract/tree_edit.h"

namespace forewhen {

// Each is asked of a verb, and does nothing where nothing is wrong.
class SubjectRepair : private TreeEdit {
 public:
  SubjectRepair(ParsedSentence& sentence, const EventLexicon& lexicon) : TreeEdit(sentence), lexicon_(lexicon) {}

  void lost_subject(int w);
  void subject_before_day(int w);
  void attribution_behind(int w);
  void object_with_who(int w);
  void subject_in_front(int w);

 private:
  bool is_day_word(int w) const;
  int head_in_front(int w) const;
  bool subject_behind_time_word(int w);
  bool subject_behind_semicolon(int w);
  bool subject_behind_day(int w);
  bool is_listed_behind(int noun, int above) const;
  int last_below(int w) const;

  const EventLexicon& lexicon_;
};

}  // namespace forewhen
