// SPDX-License-Identifier: Apache-2.0
// From one document to its claims: what happened, who did it to whom, where, when, with the words that say so. Looks at
// this document only; whether two documents mean the same is the timeline's business.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "forewhen/base/result.h"
#include "forewhen/model/claim.h"
#include "forewhen/syntax/parsed_sentence.h"
#include "forewhen/timex/timex.h"

namespace forewhen {

class PetrarchCoder;  // forewhen/coding/petrarch.h
struct Knowledge;     // lexicons, gazetteer, names: private to the module

// A claim that happens at a time expression.
struct TimeAttachment {
  ClaimId claim;
  std::size_t timex = 0;  // index into Extraction::times
};

struct Extraction {
  DocumentClaims claims;
  std::vector<Timex> times;
  std::vector<TimeAttachment> attachments;  // as the text says them, without inherited ones
};

struct ExtractOptions {
  TimexOptions times;  // `published` is taken from each document
  // A file in the form of extract/events.tsv whose lines replace or extend those that come with the program; "": none.
  std::string lexicon;
  // A folder of dictionaries in the format of PETRARCH; events are then what they code and nothing else. "": none.
  std::string petrarch_dictionaries;
};

class Extractor {
 public:
  // With the parser and the tables that come with the program. Errors name the data file.
  static Result<Extractor> load(ExtractOptions options);
  // With a parser of one's own.
  static Result<Extractor> load(ExtractOptions options, std::unique_ptr<SentenceParser> parser);

  // REQUIRES: document.text is valid UTF-8; read_conllu() takes document.conllu if there is any. Its sentences, tokens
  // and trees are used in place of the parser's. Thread-safe; a pure function of the document.
  Extraction extract(const Document& document) const;

  // The dictionaries that options asked for, nullptr when they did not.
  const PetrarchCoder* coder() const;

 private:
  Extractor(ExtractOptions options, std::shared_ptr<const Knowledge> knowledge);

  ExtractOptions options_;
  std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace forewhen
