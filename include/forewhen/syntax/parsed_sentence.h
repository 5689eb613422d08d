// SPDX-License-Identifier: Apache-2.0
// A sentence with its tags, lemmas and dependency tree; and the seam at which a parser is put in: the trained one, one
// that reads ready CoNLL-U, or any other.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/text/sentence.h"

namespace forewhen {

struct Word {
  Span span;             // in the document
  std::string form;      // the bytes of the span
  std::string lemma;     // lower case for all but proper nouns
  std::string tag;       // Penn Treebank tag (XPOS of the English treebanks): VBD, NNP, ...
  int head = -1;         // index of the governing word in the sentence; -1 for the root
  std::string relation;  // UD relation with subtype: nsubj, nsubj:pass, obl:tmod, ...
};

struct ParsedSentence {
  Span span;
  std::vector<Word> words;
  std::uint32_t paragraph = 0;
  bool heading = false;
};

class SentenceParser {
 public:
  virtual ~SentenceParser() = default;
  // REQUIRES: valid UTF-8. Every sentence has exactly one root and no cycle. Thread-safe; pure function of the text.
  virtual std::vector<ParsedSentence> parse(std::string_view text) const = 0;
  // Of a word of that Penn tag, for trees from elsewhere that have no lemmas. Lower case unless a parser knows better.
  virtual std::string lemma(std::string_view form, std::string_view tag) const;
};

// The trained parser that comes with the program; `model` is a file as tools/train_syntax writes it (data file
// "syntax/english.model"). Memory-mapped, shared by all threads.
// io: cannot be read; version: not a model of this layout; corrupt: damaged.
Result<std::unique_ptr<SentenceParser>> load_parser(const std::string& model);

}  // namespace forewhen
