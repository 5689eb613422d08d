// SPDX-License-Identifier: Apache-2.0
#include "lexicon.h"

#include <algorithm>
#include <map>

namespace forewhen::training {
namespace {

struct Seen {
  std::string form, tag;
  std::map<std::string, int> lemmas;
  int count = 0;
};

// A misspelling that the annotators put right once is no rule.
constexpr int least_count = 2;

std::map<std::string, Seen> count_lemmas(const std::vector<TreebankSentence>& treebank) {
  std::map<std::string, Seen> seen;
  for (const TreebankSentence& sentence : treebank) {
    for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
      if (sentence.lemmas[i] == "_" || sentence.tags[i] == "GW") continue;
      Seen& entry = seen[syntax::lexicon_key(sentence.forms[i], sentence.tags[i])];
      entry.form = sentence.forms[i];
      entry.tag = sentence.tags[i];
      ++entry.lemmas[sentence.lemmas[i]];
      ++entry.count;
    }
  }
  return seen;
}

const std::string& most_frequent(const Seen& seen) {
  return std::max_element(seen.lemmas.begin(), seen.lemmas.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

std::vector<syntax::LexiconEntry> learn_lexicon(const std::vector<TreebankSentence>& treebank, const WordNet& wordnet,
                                                const syntax::Vocabulary& vocabulary) {
  std::map<std::string, std::string> lexicon;
  for (const syntax::LexiconEntry& entry : wordnet.irregulars) lexicon.emplace(entry.key, entry.lemma);
  for (const auto& [key, seen] : count_lemmas(treebank)) {
    if (seen.count < least_count) continue;
    const std::string& lemma = most_frequent(seen);
    if (lexicon.contains(key) || syntax::Lemmatiser::rule_lemma(seen.form, seen.tag, vocabulary) != lemma)
      lexicon[key] = lemma;
  }
  std::vector<syntax::LexiconEntry> entries;
  for (const auto& [key, lemma] : lexicon) entries.push_back({key, lemma});
  return entries;
}

}  // namespace forewhen::training
