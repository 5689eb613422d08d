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

struct Synset {
  int file = 0;  // lexicographer file
  std::uint8_t frames = 0;
};
using Synsets = std::unordered_map<std::string, Synset>;  // by offset

// WordNet's 35 sentence frames in eight groups.
syntax::VerbFrame frame_group(int frame) {
  using enum syntax::VerbFrame;
  if (frame <= 3 || frame == 23) return nothing;
  if (frame >= 5 && frame <= 7) return predicate;
  if (frame >= 8 && frame <= 11) return object;
  if (frame >= 14 && frame <= 15) return two_objects;
  if (frame == 26 || frame == 29 || frame == 34) return clause;
  if (frame == 24 || frame == 25 || frame == 28 || frame == 32 || frame == 35) return infinitive;
  return frame == 33 ? gerund : phrase;
}

// The frames stand before the gloss as "+ frame word", as many as the number before them says.
std::uint8_t read_frames(const std::string& line) {
  std::istringstream fields(line.substr(0, line.find(" | ")));
  std::uint8_t frames = 0;
  for (std::string field, frame; fields >> field;) {
    // A pointer may be "+" too, but an offset of eight digits follows it.
    if (field != "+" || !(fields >> frame) || frame.size() != 2) continue;
    frames |= static_cast<std::uint8_t>(1 << static_cast<int>(frame_group(std::stoi(frame))));
  }
  return frames;
}

Synsets read_synsets(std::istream& data, bool verbs) {
  Synsets synsets;
  for (std::string line; std::getline(data, line);) {
    if (line.starts_with(' ')) continue;  // the licence
    std::istringstream fields(line);
    std::string offset;
    int file = 0;
    if (fields >> offset >> file) synsets[offset] = {file, verbs ? read_frames(line) : std::uint8_t{0}};
  }
  return synsets;
}

constexpr int senses_for_frames = 3;  // rarer ones blur more than they tell

void set_class(syntax::WordClasses& classes, const std::string& part, int file) {
  const auto number = static_cast<std::uint8_t>(file + 1);
  if (part == "noun") classes.noun = number;
  if (part == "verb") classes.verb = number;
  if (part == "adj") classes.adjective = true;
  if (part == "adv") classes.adverb = true;
}

// Lines of an index: lemma pos synset_cnt p_cnt [pointers] sense_cnt tagsense_cnt offset [offsets], most frequent
// first.
void read_index(std::istream& index, const std::string& part, const Synsets& synsets, Words& words) {
  for (std::string line; std::getline(index, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields(line);
    std::string word, skipped, offset;
    int synset_count = 0, pointers = 0;
    fields >> word >> skipped >> synset_count >> pointers;
    for (int i = 0; i < pointers + 2; ++i) fields >> skipped;
    if (!is_single(word)) continue;
    for (int sense = 0; sense < senses_for_frames && fields >> offset; ++sense) {
      const auto synset = synsets.find(offset);
      if (synset == synsets.end()) continue;
      if (sense == 0) set_class(words[word], part, synset->second.file);
      words[word].frames |= synset->second.frames;
    }
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
    read_index(index, part, read_synsets(data, part == "verb"), words);
    read_exceptions(exceptions, part, wordnet.irregulars);
  }
  for (const auto& [word, classes] : words) wordnet.words.push_back({word, classes});
  return wordnet;
}

}  // namespace forewhen::training
