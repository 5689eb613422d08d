// SPDX-License-Identifier: Apache-2.0
// The dictionary of verbs: blocks of verbs that share patterns, and sets of synonyms for the patterns.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/dictionary_lines.h"
#include "coding/phrase.h"

namespace forewhen {

// One element of a pattern. `attached`: nothing stands between it and the element before it, seen from the verb.
struct PatternElement {
  enum class Kind { word, synset, source, target, skip, compound };
  Kind kind = Kind::word;
  bool attached = false;
  std::string word;        // of Kind::word
  std::size_t synset = 0;  // of Kind::synset

  friend bool operator==(const PatternElement&, const PatternElement&) = default;
};

// Both sides are told from the verb outwards.
struct Pattern {
  std::vector<PatternElement> before, after;
  std::string code;
  std::uint32_t line = 0;

  std::size_t size() const { return before.size() + after.size(); }
};

// Words that mean the same to a pattern: "&CURRENCY".
struct Synset {
  std::vector<Words> members;  // the longest first
};

// A form of a verb, perhaps one of several words: "cordoned" with "off" after it, "tapped" with "wire" before it.
struct Verb {
  Words before, after;  // told from the verb outwards
  std::string code;     // "---": none
  std::size_t block = 0;

  std::size_t extra_words() const { return before.size() + after.size(); }
};

class VerbDictionary {
 public:
  // Reads one more file. Lines that are not understood are added to `problems`, and the rest goes on.
  void read(std::string_view text, const std::string& where, std::vector<Error>& problems);

  // The verbs that have this form, those of more words first; nullptr when there is none.
  const std::vector<Verb>* find(const std::string& form) const;
  // The patterns of a block, those of more elements first.
  const std::vector<Pattern>& patterns(std::size_t block) const { return blocks_[block]; }
  const Synset& synset(std::size_t index) const { return synsets_[index]; }

  std::size_t verbs() const { return entries_; }
  std::size_t pattern_count() const;

 private:
  friend class VerbReader;

  std::unordered_map<std::string, std::vector<Verb>> verbs_;
  std::vector<std::vector<Pattern>> blocks_;
  std::map<std::string, std::size_t, std::less<>> block_names_;  // blocks of one name are one
  std::vector<Synset> synsets_;
  std::map<std::string, std::size_t, std::less<>> synset_names_;
  std::size_t entries_ = 0;  // lines of verbs, without their forms
};

// Regular forms of a verb in lower case, with the verb itself: carry, carries, carried, carrying.
std::vector<std::string> verb_forms(const std::string& verb);

}  // namespace forewhen
