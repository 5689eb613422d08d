// SPDX-License-Identifier: Apache-2.0
// Sentences, trees and quotation marks; and the lines of a web page that are no part of the story.
#include <algorithm>
#include <array>

#include "extract/repair_tree.h"
#include "extract/steps.h"
#include "forewhen/syntax/conllu.h"

namespace forewhen {
namespace {

// Openings of lines that lead to other stories or belong to the page, not to the article.
constexpr std::array<std::string_view, 18> kPageLines = {
    "read also",    "also read",           "read more", "see also",  "related:",      "leave a reply",
    "please enter", "click here",          "sign up",   "subscribe", "advertisement", "share this",
    "follow us",    "all rights reserved", "copyright", "photo:",    "image:",        "watch:"};

bool is_page_line(std::string_view sentence) {
  const std::string start = lower_case(sentence.substr(0, 32));
  return std::any_of(kPageLines.begin(), kPageLines.end(),
                     [&](std::string_view opening) { return start.compare(0, opening.size(), opening) == 0; });
}

enum class Quote { none, open, close, straight };

Quote quote_of(std::string_view form) {
  if (form == "\u201C" || form == "``") return Quote::open;
  if (form == "\u201D" || form == "''") return Quote::close;
  return form == "\"" ? Quote::straight : Quote::none;
}

// A quotation may run over several sentences of a paragraph; a new paragraph closes it, since papers open it anew
// there.
void mark_quotes(Story& story) {
  bool inside = false;
  int number = 0;
  std::uint32_t paragraph = 0;
  for (const ParsedSentence& sentence : story.sentences) {
    if (sentence.paragraph != paragraph) inside = false;
    paragraph = sentence.paragraph;
    std::vector<int> quoted(sentence.words.size());
    for (std::size_t w = 0; w < sentence.words.size(); ++w) {
      const Quote quote = quote_of(sentence.words[w].form);
      const bool was_inside = inside;
      if (quote == Quote::open) inside = true;
      if (quote == Quote::close) inside = false;
      if (quote == Quote::straight) inside = !inside;
      if (inside && !was_inside) ++number;
      quoted[w] = inside && quote == Quote::none ? number : 0;
    }
    story.quoted.push_back(std::move(quoted));
  }
  story.report_of.assign(static_cast<std::size_t>(number) + 1, -1);
}

// The words of a dateline in figures that a report opens with, its colon included: "12/19/2019: Gunmen attacked ..."; 0
// when there is none.
std::size_t dateline(const ParsedSentence& sentence) {
  const auto& words = sentence.words;
  if (words.size() < 4 || words[1].form != ":") return 0;
  const std::string& date = words[0].form;
  const bool figures =
      date.size() >= 6 && date.find_first_not_of("0123456789/-.") == std::string::npos && date.find('/') != date.npos;
  return figures ? 2 : 0;
}

// What stands behind a dateline is a sentence like any other, and is parsed as one; the parser knows few that begin
// with a number. The date stays a modifier of its verb.
void parse_without_dateline(const SentenceParser& parser, std::string_view text, ParsedSentence& sentence) {
  const std::size_t skip = dateline(sentence);
  if (skip == 0) return;
  const std::uint32_t begin = sentence.words[skip].span.begin;
  const auto parts = parser.parse(text.substr(begin, sentence.span.end - begin));
  if (parts.size() != 1 || parts.front().words.empty()) return;
  sentence.words.resize(skip);
  int root = 0;
  for (Word word : parts.front().words) {
    word.span = {word.span.begin + begin, word.span.end + begin};
    if (word.head < 0) root = static_cast<int>(sentence.words.size());
    if (word.head >= 0) word.head += static_cast<int>(skip);
    sentence.words.push_back(std::move(word));
  }
  sentence.words[0].head = sentence.words[1].head = root;
  sentence.words[0].relation = "obl:unmarked";
  sentence.words[1].relation = "punct";
}

std::vector<ParsedSentence> parsed(std::string_view text, const SentenceParser& parser) {
  std::vector<ParsedSentence> sentences = parser.parse(text);
  for (ParsedSentence& sentence : sentences) parse_without_dateline(parser, text, sentence);
  return sentences;
}

// The trees that came with the document, their missing lemmas filled in; else the parser's.
std::vector<ParsedSentence> sentences_of(const Document& document, const SentenceParser& parser) {
  if (document.conllu.empty()) return parsed(document.text, parser);
  auto given = read_conllu(document.conllu, document.text);
  if (!given) return parsed(document.text, parser);
  for (ParsedSentence& sentence : *given) {
    for (Word& word : sentence.words) {
      if (word.lemma.empty()) word.lemma = parser.lemma(word.form, word.tag);
    }
  }
  return *std::move(given);
}

}  // namespace

void read_story(Story& story) {
  story.sentences = sentences_of(*story.document, *story.knowledge->parser);
  for (ParsedSentence& sentence : story.sentences) repair_tree(sentence, story.knowledge->events);
  for (const ParsedSentence& sentence : story.sentences) {
    story.trees.emplace_back(sentence);
    story.skipped.push_back(is_page_line(sentence.span.of(story.text())));
    story.name_of.emplace_back(sentence.words.size(), -1);
    story.draft_of.emplace_back(sentence.words.size(), -1);
  }
  mark_quotes(story);
}

void find_times(Story& story, const TimexOptions& options) {
  TimexOptions with_date = options;
  with_date.published = story.document->published;
  story.times = find_timexes(story.text(), with_date);
  std::size_t next = 0;
  for (const ParsedSentence& sentence : story.sentences) {
    std::vector<int> here;
    while (next < story.times.size() && story.times[next].span.begin < sentence.span.end) {
      if (story.times[next].span.begin >= sentence.span.begin) here.push_back(static_cast<int>(next));
      ++next;
    }
    story.times_in.push_back(std::move(here));
  }
}

}  // namespace forewhen
