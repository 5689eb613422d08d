// SPDX-License-Identifier: Apache-2.0
#include "coding/sentence_words.h"

#include <algorithm>

namespace forewhen {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

}  // namespace

void append_words(const Word& word, Words& into) {
  if (word.tag == "POS" || std::none_of(word.form.begin(), word.form.end(), is_word_byte)) return;
  for (std::string& part : normal_words(word.form)) into.push_back(std::move(part));
}

void PlacedWords::append(const ParsedSentence& sentence, int first, int last) {
  for (int w = first; w <= last; ++w) {
    append_words(sentence.words[w], words);
    places.resize(words.size(), w);
  }
}

}  // namespace forewhen
