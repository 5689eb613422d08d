// SPDX-License-Identifier: Apache-2.0
// A parsed sentence with its children at hand: the questions that rules ask of a dependency tree. Relations are
// compared without subtype unless one is given: is(w, "nsubj") holds for nsubj:pass, is(w, "nsubj:pass") only for that.
#pragma once

#include <string_view>
#include <vector>

#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {

class Tree {
 public:
  explicit Tree(const ParsedSentence& sentence);

  int size() const { return static_cast<int>(sentence_->words.size()); }
  const Word& operator[](int word) const { return sentence_->words[word]; }
  const ParsedSentence& sentence() const { return *sentence_; }
  int head(int word) const { return sentence_->words[word].head; }
  const std::vector<int>& children(int word) const { return children_[word]; }

  bool is(int word, std::string_view relation) const;
  // First child with one of the relations, in the order of the text; -1 when there is none.
  int child(int word, std::initializer_list<std::string_view> relations) const;
  // First child with that relation and lemma.
  int child_with_lemma(int word, std::string_view relation, std::string_view lemma) const;
  // The preposition or conjunction that marks a word ("on" of "on his residence"); empty when there is none. Fixed
  // expressions come whole: "because of".
  std::string marker(int word) const;

  bool is_verb(int word) const { return sentence_->words[word].tag[0] == 'V'; }
  bool is_noun(int word) const { return sentence_->words[word].tag.compare(0, 2, "NN") == 0; }
  bool is_proper(int word) const { return sentence_->words[word].tag.compare(0, 3, "NNP") == 0; }
  bool is_pronoun(int word) const { return sentence_->words[word].tag.compare(0, 3, "PRP") == 0; }

  // `ancestor` governs `word`, directly or not, or is it.
  bool governs(int ancestor, int word) const;
  // First and last word of the subtree (subtrees are taken as contiguous).
  std::pair<int, int> extent(int word) const;
  // Words of the noun phrase around a noun: the subtree without clauses, appositions and coordinated parts, from the
  // determiner on, in the order of the text.
  std::vector<int> phrase(int word) const;
  // The first conjunct of a coordination that `word` is a later part of; `word` itself when there is none.
  int first_conjunct(int word) const;
  // Word that covers or follows that byte of the document; size() when past the end.
  int word_at(std::uint32_t byte) const;

 private:
  const ParsedSentence* sentence_;
  std::vector<std::vector<int>> children_;
};

// "nsubj" of "nsubj:pass".
std::string_view base_relation(std::string_view relation);

}  // namespace forewhen
