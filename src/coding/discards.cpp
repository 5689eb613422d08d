// SPDX-License-Identifier: Apache-2.0
#include "coding/discards.h"

#include <algorithm>

#include "coding/dictionary_lines.h"

namespace forewhen {

void DiscardList::read(std::string_view text) {
  for (const DictionaryLine& line : dictionary_lines(text)) {
    std::string_view bare = trimmed(line.text.substr(0, line.text.find(';')));
    const bool story = !bare.empty() && bare[0] == '+';
    if (story) bare.remove_prefix(1);
    Entry entry{normal_words(bare), story ? Discard::story : Discard::sentence};
    if (entry.words.empty()) continue;
    ++entries_;
    const std::string first = entry.words[0];
    entries_by_word_[first].push_back(std::move(entry));
  }
}

Discard DiscardList::find(const Words& words) const {
  Discard found = Discard::none;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto entries = entries_by_word_.find(words[i]);
    if (entries == entries_by_word_.end()) continue;
    for (const Entry& entry : entries->second) {
      if (entry.words.size() > words.size() - i ||
          !std::equal(entry.words.begin(), entry.words.end(), words.begin() + static_cast<std::ptrdiff_t>(i)))
        continue;
      if (entry.kind == Discard::story) return Discard::story;
      found = Discard::sentence;
    }
  }
  return found;
}

}  // namespace forewhen
