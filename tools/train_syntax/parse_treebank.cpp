// SPDX-License-Identifier: Apache-2.0
// Parses the sentences of a treebank with its own tokens, so that eval can tell the parser's faults from the
// tokenizer's; and the same from raw text when asked.
#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "forewhen/syntax/conllu.h"
#include "syntax/trained_parser.h"
#include "treebank.h"

namespace forewhen::training {
namespace {

struct Text {
  std::string bytes;
  Sentence sentence;
};

Text lay_out(const TreebankSentence& gold) {
  Text text;
  for (std::size_t i = 0; i < gold.forms.size(); ++i) {
    const auto begin = static_cast<std::uint32_t>(text.bytes.size());
    text.bytes += gold.forms[i];
    text.sentence.tokens.push_back({{begin, static_cast<std::uint32_t>(text.bytes.size())}, true});
    if (gold.misc[i].find("SpaceAfter=No") == std::string::npos) text.bytes += ' ';
  }
  text.sentence.span = {0, static_cast<std::uint32_t>(text.bytes.size())};
  return text;
}

}  // namespace

int run_parse(const std::string& model, const std::string& gold) {
  const auto parser = syntax::TrainedParser::load(model);
  const auto treebank = read_treebank(gold);
  if (!parser || !treebank) {
    fmt::print(stderr, "{}\n", to_string(parser ? treebank.error() : parser.error()));
    return 1;
  }
  std::vector<Text> texts;
  for (const TreebankSentence& sentence : *treebank) texts.push_back(lay_out(sentence));
  std::vector<ParsedSentence> parsed;
  const auto start = std::chrono::steady_clock::now();
  for (const Text& text : texts) parsed.push_back((*parser)->parse_sentence(text.bytes, text.sentence));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  fmt::print(stderr, "{} sentences in {:.2f} s: {:.0f} a second\n", texts.size(), seconds.count(),
             static_cast<double>(texts.size()) / seconds.count());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::cout << treebank->at(i).comments.substr(
        0, treebank->at(i).comments.starts_with("# newdoc") ? treebank->at(i).comments.find('\n') + 1 : 0);
    std::cout << to_conllu(texts[i].bytes, {parsed[i]});
  }
  return 0;
}

}  // namespace forewhen::training
