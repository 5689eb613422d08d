// SPDX-License-Identifier: Apache-2.0
// The trained parser over one model file: tokens in, tags, lemmas and a labelled tree out.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/syntax/parsed_sentence.h"
#include "syntax/inventory.h"
#include "syntax/lemmatiser.h"
#include "syntax/model_file.h"
#include "syntax/vocabulary.h"
#include "syntax/weights.h"

namespace forewhen::syntax {

class TrainedParser : public SentenceParser {
 public:
  static Result<std::unique_ptr<TrainedParser>> load(const std::string& path);

  std::vector<ParsedSentence> parse(std::string_view text) const override;
  std::string lemma(std::string_view form, std::string_view tag) const override { return lemmatiser_.lemma(form, tag); }
  // One sentence of the text, cut into tokens already.
  ParsedSentence parse_sentence(std::string_view text, const Sentence& sentence) const;

 private:
  explicit TrainedParser(std::unique_ptr<ModelFile> file) : file_(std::move(file)) {}
  bool map_sections();

  std::unique_ptr<ModelFile> file_;
  Inventory tags_, relations_;
  Vocabulary vocabulary_;
  Lemmatiser lemmatiser_;
  ClassWeights tagger_, labeller_;
  ActionWeights parser_;
};

}  // namespace forewhen::syntax
