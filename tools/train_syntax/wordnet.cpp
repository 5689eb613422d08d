// SPDX-License-Identifier: Apache-2.0
#include "wordnet.h"

#include <fstream>
#include <map>
#include <sstream>
#include <unordered_map>

namespace forewhen::training {
namespace {

using Words = std::map<std::string, syntax::WordClasses>;

bool is_single(const std::string& word) { return word.find_first_of("_.0123456789") == std::string::npos; }

// Lexicographer file of each synset, by its offset.
std::unordered_map<std::string, int> read_synsets(std::istream& data) {
  std::unordered_map<std::string, int> files;
  for (std::string line; std::getline(data, line);) {
    if (line.starts_with(' ')) continue;  // the licence
    std::istringstream fields(line);
    std::string offset;
    int file = 0;
    if (fields >> offset >> file) files[offset] = file;
  }
  return files;
}

void set_class(syntax::WordClasses& classes, const std::string& part, int file) {
  const auto number = static_cast<std::uint8_t>(file + 1);
  if (part == "noun") classes.noun = number;
  if (part == "verb") classes.verb = number;
  if (part == "adj") classes.adjective = true;
  if (part == "adv") classes.adverb = true;
}

// Lines of an index: lemma pos synset_cnt p_cnt [pointers] sense_cnt tagsense_cnt offset [offsets], most frequent
// first.
void read_index(std::istream& index, const std::string& part, const std::unordered_map<std::string, int>& synsets,
                Words& words) {
  for (std::string line; std::getline(index, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line);
    std::string word, skipped, offset;
    int synset_count = 0, pointers = 0;
    fields >> word >> skipped >> synset_count >> pointers;
    for (int i = 0; i < pointers + 2; ++i) fields >> skipped;
    fields >> offset;
    const auto file = synsets.find(offset);
    if (file != synsets.end() && is_single(word)) set_class(words[word], part, file->second);
  }
}

std::vector<std::string> tags_of(const std::string& part) {
  if (part == "noun") return {"NNS"};
  if (part == "verb") return {"VBD", "VBN", "VBG", "VBZ"};
  if (part == "adj") return {"JJR", "JJS"};
  return {"RBR", "RBS"};
}

void read_exceptions(std::istream& list, const std::string& part, std::vector<syntax::LexiconEntry>& irregulars) {
  for (std::string form, base, line; std::getline(list, line);) {
    std::istringstream fields(line);
    if (!(fields >> form >> base) || !is_single(form) || !is_single(base)) continue;
    for (const std::string& tag : tags_of(part)) irregulars.push_back({syntax::lexicon_key(form, tag), base});
  }
}

}  // namespace

Result<WordNet> read_wordnet(const std::string& folder) {
  WordNet wordnet;
  Words words;
  for (const std::string part : {"noun", "verb", "adj", "adv"}) {
    std::ifstream data(folder + "/data." + part), index(folder + "/index." + part),
        exceptions(folder + "/" + part + ".exc");
    if (!data || !index || !exceptions)
      return Error{ErrorKind::io, "has no WordNet files for " + part, folder, "install wordnet-base"};
    read_index(index, part, read_synsets(data), words);
    read_exceptions(exceptions, part, wordnet.irregulars);
  }
  for (const auto& [word, classes] : words) wordnet.words.push_back({word, classes});
  return wordnet;
}

}  // namespace forewhen::training
