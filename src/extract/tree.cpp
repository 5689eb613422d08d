// SPDX-License-Identifier: Apache-2.0
#include "extract/tree.h"

#include <algorithm>

namespace forewhen {

std::string_view base_relation(std::string_view relation) { return relation.substr(0, relation.find(':')); }

Tree::Tree(const ParsedSentence& sentence) : sentence_(&sentence), children_(sentence.words.size()) {
  for (int word = 0; word < size(); ++word) {
    if (head(word) >= 0) children_[head(word)].push_back(word);
  }
}

bool Tree::is(int word, std::string_view relation) const {
  const std::string& own = sentence_->words[word].relation;
  return own == relation || base_relation(own) == relation;
}

int Tree::child(int word, std::initializer_list<std::string_view> relations) const {
  for (int child : children_[word]) {
    for (std::string_view relation : relations) {
      if (is(child, relation)) return child;
    }
  }
  return -1;
}

int Tree::child_with_lemma(int word, std::string_view relation, std::string_view lemma) const {
  for (int child : children_[word]) {
    if (is(child, relation) && sentence_->words[child].lemma == lemma) return child;
  }
  return -1;
}

std::string Tree::marker(int word) const {
  // The nearest one in front: parsers hang the preposition of a longer phrase on the wrong noun ("for ... after a
  // raid").
  int mark = -1;
  for (int child : children_[word]) {
    if (child < word && (is(child, "case") || is(child, "mark"))) mark = child;
  }
  if (mark < 0) return {};
  std::string text = sentence_->words[mark].lemma;
  for (int part : children_[mark]) {
    if (is(part, "fixed")) text += ' ' + sentence_->words[part].lemma;
  }
  // "ahead of", "prior to": the adverb stands right beside the preposition.
  for (int other = mark - 1; other >= 0 && head(other) == word && is(other, "case"); --other)
    text = sentence_->words[other].lemma + ' ' + text;
  return text;
}

bool Tree::governs(int ancestor, int word) const {
  while (word >= 0 && word != ancestor) word = head(word);
  return word == ancestor;
}

std::pair<int, int> Tree::extent(int word) const {
  std::pair<int, int> range{word, word};
  std::vector<int> open = {word};
  while (!open.empty()) {
    const int at = open.back();
    open.pop_back();
    range.first = std::min(range.first, at);
    range.second = std::max(range.second, at);
    open.insert(open.end(), children_[at].begin(), children_[at].end());
  }
  return range;
}

std::vector<int> Tree::phrase(int word) const {
  static constexpr std::string_view kOutside[] = {"acl",    "advcl", "appos", "conj", "cc",    "punct",    "parataxis",
                                                  "ccomp",  "xcomp", "nsubj", "cop",  "aux",   "mark",     "case",
                                                  "advmod", "obl",   "dep",   "expl", "csubj", "discourse"};
  const auto outside = [&](int child) {
    // Hyphens inside a compound belong to it; the word's own preposition does not.
    if (is(child, "punct")) return !(sentence_->words[child].form == "-" && child < word);
    if (is(child, "advmod")) return child > word;
    return std::any_of(std::begin(kOutside), std::end(kOutside), [&](std::string_view rel) { return is(child, rel); });
  };
  std::vector<int> words = {word}, open;
  for (int child : children_[word]) {
    if (!outside(child)) open.push_back(child);
  }
  while (!open.empty()) {
    const int at = open.back();
    open.pop_back();
    words.push_back(at);
    for (int child : children_[at]) {
      const bool clause = is(child, "acl") || is(child, "advcl") || is(child, "appos") || is(child, "parataxis");
      if (!clause) open.push_back(child);
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

int Tree::first_conjunct(int word) const {
  while (word >= 0 && is(word, "conj") && head(word) >= 0) word = head(word);
  return word;
}

int Tree::word_at(std::uint32_t byte) const {
  const auto& words = sentence_->words;
  return static_cast<int>(std::upper_bound(words.begin(), words.end(), byte,
                                           [](std::uint32_t b, const Word& w) { return b < w.span.end; }) -
                          words.begin());
}

}  // namespace forewhen
