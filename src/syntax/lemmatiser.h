// SPDX-License-Identifier: Apache-2.0
// Lemmas: a lexicon of irregular words first (WordNet's exceptions and what the treebank says), then the rules of
// English inflection, whose candidates are checked against the vocabulary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/vocabulary.h"

namespace forewhen::syntax {

enum class WordKind : std::uint8_t { noun = 'n', verb = 'v', adjective = 'a', adverb = 'r', name = 'N', other = 'o' };

// By Penn Treebank tag.
WordKind kind_of(std::string_view tag);

// Base forms by rule. `word` in lower case.
std::string noun_base(std::string_view word, const Vocabulary& vocabulary);
std::string verb_base(std::string_view word, const Vocabulary& vocabulary);
std::string graded_base(std::string_view word, const Vocabulary& vocabulary);  // bigger, happiest

struct LexiconEntry {
  std::string key;    // lexicon_key()
  std::string lemma;  // short: at most 255 bytes
};
// The tag and the form in lower case; for names the form as it is.
std::string lexicon_key(std::string_view form, std::string_view tag);
std::string pack_lexicon(std::vector<LexiconEntry> entries);

class Lemmatiser {
 public:
  // False when the bytes are no lexicon. Both must outlive this object.
  bool map(std::string_view bytes, const Vocabulary& vocabulary);

  std::string lemma(std::string_view form, std::string_view tag) const;
  // The same without the lexicon.
  static std::string rule_lemma(std::string_view form, std::string_view tag, const Vocabulary& vocabulary);
  // First senses of what the form may be an inflection of, whatever its tag.
  WordClasses classes(std::string_view lower) const;

 private:
  std::string_view find(std::string_view key) const;

  std::string_view bytes_;
  const Vocabulary* vocabulary_ = nullptr;
  std::uint32_t slots_ = 0;
};

}  // namespace forewhen::syntax
