// SPDX-License-Identifier: Apache-2.0
// Base forms of English words with the class of their first sense (WordNet's lexicographer files: noun.person,
// verb.motion, ...), baked into the model so that the program needs no WordNet.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forewhen::syntax {

// What a verb takes, after WordNet's sentence frames.
enum class VerbFrame : std::uint8_t { nothing, object, two_objects, phrase, clause, infinitive, predicate, gerund };

struct WordClasses {
  std::uint8_t noun = 0;  // 1 + number of the lexicographer file; 0: no noun of that form
  std::uint8_t verb = 0;
  std::uint8_t frames = 0;  // of verbs: bits of VerbFrame
  bool adjective = false;
  bool adverb = false;

  explicit operator bool() const { return noun != 0 || verb != 0 || adjective || adverb; }
};

class Vocabulary {
 public:
  bool map(std::string_view bytes);
  // Of a base form in lower case.
  WordClasses find(std::string_view word) const;

 private:
  std::span<const std::uint64_t> slots_;  // mark:38 | frames:8 | noun:8 | verb:8 | adjective:1 | adverb:1
};

struct VocabularyEntry {
  std::string word;
  WordClasses classes;
};
std::string pack_vocabulary(const std::vector<VocabularyEntry>& entries);

}  // namespace forewhen::syntax
