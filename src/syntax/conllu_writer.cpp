// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "forewhen/syntax/conllu.h"
#include "forewhen/text/letter_case.h"

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

bool touch(const Word& left, const Word& right) { return left.span.end == right.span.begin; }

// The second part of one orthographic word: n't, 's, the "not" of cannot.
bool is_clitic(const Word& word) {
  const std::string form = lower_case(word.form);
  if (word.tag == "POS" || form == "n't" || form == "n\u2019t") return true;
  if (form.size() > 1 && form.front() == '\'') return true;
  if (form.size() > 3 && form.starts_with("\u2019")) return true;
  return form == "not" || form == "na" || form == "ta";
}

class Writer {
 public:
  Writer(std::string_view text, std::string& out) : text_(text), out_(out) {}

  void add(const ParsedSentence& sentence) {
    fmt::format_to(std::back_inserter(out_), "# text = {}\n", column(sentence.span.of(text_)));
    const std::vector<Word>& words = sentence.words;
    for (std::size_t first = 0, last = 0; first < words.size(); first = last) {
      for (last = first + 1; last < words.size() && touch(words[last - 1], words[last]) && is_clitic(words[last]);)
        ++last;
      if (last > first + 1) add_range(words, first, last);
      for (std::size_t i = first; i < last; ++i) add_word(words, i, last == first + 1);
    }
    out_ += '\n';
  }

 private:
  // SpaceAfter=No when the next word, or the next sentence, follows at once.
  std::string_view spacing(const std::vector<Word>& words, std::size_t i) const {
    const std::size_t end = words[i].span.end;
    const bool follows = i + 1 < words.size() ? touch(words[i], words[i + 1]) : end < text_.size() && text_[end] > ' ';
    return follows ? "SpaceAfter=No" : "_";
  }

  void add_range(const std::vector<Word>& words, std::size_t first, std::size_t last) {
    const Span span{words[first].span.begin, words[last - 1].span.end};
    fmt::format_to(std::back_inserter(out_), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", first + 1, last,
                   column(span.of(text_)), spacing(words, last - 1));
  }

  void add_word(const std::vector<Word>& words, std::size_t i, bool alone) {
    const Word& word = words[i];
    fmt::format_to(std::back_inserter(out_), "{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", i + 1, column(word.form),
                   column(word.lemma), universal_tag(word), column(word.tag), word.head + 1, column(word.relation),
                   alone ? spacing(words, i) : "_");
  }

  std::string_view text_;
  std::string& out_;
};

}  // namespace

std::string to_conllu(std::string_view text, const std::vector<ParsedSentence>& sentences) {
  std::string out;
  Writer writer(text, out);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph) out += "# newpar\n";
    writer.add(sentences[i]);
  }
  return out;
}

}  // namespace forewhen
