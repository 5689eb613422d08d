// SPDX-License-Identifier: Apache-2.0
// Readings of event words that mean different things, told apart by the other words of the sentence: a strike of
// workers and a strike on a depot. Data: data/senses.tsv, which explains each column.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"

namespace forewhen {

class Senses {
 public:
  // Reads the text of senses.tsv; refused at the first line that is wrong ("WHERE:LINE: ...").
  static Result<Senses> load(std::string text, std::string_view where);
  static Result<Senses> load_default();

  // The lemma of the lexicon's entry that is meant, "" when no line tells. `lemmas`: of the whole sentence, lower case.
  std::string_view reading(std::string_view word, char pos, const std::set<std::string_view>& lemmas) const;
  // Some line is about that word: no need to gather the sentence's lemmas otherwise.
  bool ambiguous(std::string_view word, char pos) const;

 private:
  struct Reading {
    std::string_view word, entry, evidence, unless;
    char pos = 'N';
  };
  std::shared_ptr<const std::string> text_;
  std::vector<Reading> readings_;  // in the order of the file
};

}  // namespace forewhen
