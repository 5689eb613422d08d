// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "forewhen/syntax/conllu.h"

namespace forewhen {
namespace {

// A column must not hold a tab or a line break; an empty one is "_".
std::string column(std::string_view value) {
  std::string clean(value.empty() ? "_" : value);
  for (char& c : clean) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  return clean;
}

void add_sentence(std::string_view text, const ParsedSentence& sentence, std::string& out) {
  const auto to = std::back_inserter(out);
  fmt::format_to(to, "# text = {}\n", column(sentence.span.of(text)));
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    const bool touches = i + 1 < sentence.words.size() ? sentence.words[i + 1].span.begin == word.span.end
                                                       : word.span.end < text.size() && text[word.span.end] > ' ';
    fmt::format_to(to, "{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", i + 1, column(word.form), column(word.lemma),
                   universal_tag(word), column(word.tag), word.head + 1, column(word.relation),
                   touches ? "SpaceAfter=No" : "_");
  }
  out += '\n';
}

}  // namespace

std::string to_conllu(std::string_view text, const std::vector<ParsedSentence>& sentences) {
  std::string out;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph) out += "# newpar\n";
    add_sentence(text, sentences[i], out);
  }
  return out;
}

}  // namespace forewhen
