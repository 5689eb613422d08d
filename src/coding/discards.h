// SPDX-License-Identifier: Apache-2.0
// Phrases that silence a sentence, or with "+" the whole story: sports, weather, history.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/phrase.h"

namespace forewhen {

enum class Discard { none, sentence, story };

class DiscardList {
 public:
  // Reads one more file; every line is a phrase.
  void read(std::string_view text);

  // What the words of a sentence ask for; a phrase is words that follow each other.
  Discard find(const Words& words) const;
  std::size_t size() const { return entries_; }

 private:
  struct Entry {
    Words words;
    Discard kind = Discard::sentence;
  };
  std::unordered_map<std::string, std::vector<Entry>> entries_by_word_;
  std::size_t entries_ = 0;
};

}  // namespace forewhen
