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

// White space as UDPipe writes it in MISC.
std::string escaped(std::string_view plain) {
  constexpr std::string_view meanings = " \t\r\n|\\", letters = "strnp\\";
  std::string escaped;
  for (const char c : plain) {
    const std::size_t letter = meanings.find(c);
    if (letter != std::string_view::npos) escaped += '\\';
    escaped += letter == std::string_view::npos ? c : letters[letter];
  }
  return escaped;
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

  // `next` is where the next sentence begins; `parts` says that a new paragraph begins there, or that the text ends.
  void add(const ParsedSentence& sentence, std::size_t next, bool parts) {
    next_ = next;
    parts_ = parts;
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
  // What stands between this word and the next, unless a reader takes it for granted. The white space before the first
  // word of the text, too.
  std::string spacing(const std::vector<Word>& words, std::size_t first, std::size_t i) {
    std::string misc;
    if (written_ == 0 && words[first].span.begin > 0)
      misc = "SpacesBefore=" + escaped(text_.substr(0, words[first].span.begin));
    written_ = words[i].span.end;
    const bool last = i + 1 == words.size();
    const std::size_t end = last ? next_ : words[i + 1].span.begin;
    const std::string_view gap = text_.substr(written_, end - written_);
    const bool plain = gap == " " && !(last && parts_);
    if (!misc.empty() && !plain) misc += '|';
    if (!plain) misc += gap.empty() ? "SpaceAfter=No" : "SpacesAfter=" + escaped(gap);
    return misc.empty() ? "_" : misc;
  }

  void add_range(const std::vector<Word>& words, std::size_t first, std::size_t last) {
    const Span span{words[first].span.begin, words[last - 1].span.end};
    fmt::format_to(std::back_inserter(out_), "{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", first + 1, last,
                   column(span.of(text_)), spacing(words, first, last - 1));
  }

  void add_word(const std::vector<Word>& words, std::size_t i, bool alone) {
    const Word& word = words[i];
    fmt::format_to(std::back_inserter(out_), "{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", i + 1, column(word.form),
                   column(word.lemma), universal_tag(word), column(word.tag), word.head + 1, column(word.relation),
                   alone ? spacing(words, i, i) : "_");
  }

  std::string_view text_;
  std::string& out_;
  std::size_t written_ = 0;  // end of the last token
  std::size_t next_ = 0;
  bool parts_ = false;
};

}  // namespace

std::string to_conllu(std::string_view text, const std::vector<ParsedSentence>& sentences) {
  std::string out;
  Writer writer(text, out);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph) out += "# newpar\n";
    const bool last = i + 1 == sentences.size();
    writer.add(sentences[i], last ? text.size() : sentences[i + 1].span.begin,
               last || sentences[i + 1].paragraph != sentences[i].paragraph);
  }
  return out;
}

}  // namespace forewhen
