// SPDX-License-Identifier: Apache-2.0
#include "syntax/trained_parser.h"

#include "forewhen/text/letter_case.h"
#include "syntax/labeller.h"
#include "syntax/tagger.h"
#include "syntax/transition_parser.h"
#include "syntax/tree_repair.h"

namespace forewhen::syntax {

Result<std::unique_ptr<TrainedParser>> TrainedParser::load(const std::string& path) {
  Result<std::unique_ptr<ModelFile>> file = ModelFile::open(path);
  if (!file) return file.error();
  std::unique_ptr<TrainedParser> parser(new TrainedParser(std::move(file).value()));
  if (!parser->map_sections()) {
    return Error{ErrorKind::corrupt, "the language model is damaged: a section is missing or malformed", path,
                 "install it again"};
  }
  return parser;
}

bool TrainedParser::map_sections() {
  tags_ = Inventory::from_lines(file_->section("tags"));
  relations_ = Inventory::from_lines(file_->section("relations"));
  const auto usable = [](const Inventory& names) {
    return names.size() > 0 && names.size() <= ClassWeights::most_classes;
  };
  return usable(tags_) && usable(relations_) && vocabulary_.map(file_->section("vocabulary")) &&
         lemmatiser_.map(file_->section("lexicon"), vocabulary_) && tagger_.map(file_->section("tagger")) &&
         parser_.map(file_->section("parser")) && labeller_.map(file_->section("labeller"));
}

std::vector<ParsedSentence> TrainedParser::parse(std::string_view text) const {
  std::vector<ParsedSentence> parsed;
  for (const Sentence& sentence : split_sentences(text)) parsed.push_back(parse_sentence(text, sentence));
  return parsed;
}

ParsedSentence TrainedParser::parse_sentence(std::string_view text, const Sentence& sentence) const {
  std::vector<std::string_view> forms;
  for (const Token& token : sentence.tokens) forms.push_back(token.span.of(text));
  const std::vector<TokenFeatures> tokens = describe_tokens(forms, lemmatiser_);
  const std::vector<std::uint8_t> tags = tag_tokens(tokens, tagger_, tags_.size());
  std::vector<std::string_view> tag_names;
  for (const std::uint8_t tag : tags) tag_names.push_back(tags_.name(tag));
  const ParserInput input(tokens, tags, tags_);
  std::vector<int> heads = choose_root(parse_heads(input, parser_), tag_names);
  std::vector<std::string_view> relations;
  for (const std::uint8_t relation : label_tree(heads, input, labeller_, relations_))
    relations.push_back(relations_.name(relation));
  repair_past_tense(heads, tag_names, relations);

  ParsedSentence parsed;
  parsed.span = sentence.span;
  parsed.paragraph = sentence.paragraph;
  parsed.heading = sentence.heading;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    parsed.words.push_back({sentence.tokens[i].span, std::string(forms[i]), lemmatiser_.lemma(forms[i], tag_names[i]),
                            std::string(tag_names[i]), heads[i], std::string(relations[i])});
  }
  return parsed;
}

}  // namespace forewhen::syntax

namespace forewhen {

std::string SentenceParser::lemma(std::string_view form, std::string_view) const { return lower_case(form); }

Result<std::unique_ptr<SentenceParser>> load_parser(const std::string& model) {
  Result<std::unique_ptr<syntax::TrainedParser>> parser = syntax::TrainedParser::load(model);
  if (!parser) return parser.error();
  return std::unique_ptr<SentenceParser>(std::move(parser).value());
}

}  // namespace forewhen
