// SPDX-License-Identifier: Apache-2.0
// libFuzzer target over arbitrary bytes as dictionaries, and a sentence made out of their words (tools/fuzz.sh). The
// bytes are the four dictionaries, parted by NUL.
#include <cstdint>
#include <cstdlib>

#include "coding/code_sentence.h"
#include "forewhen/base/utf8.h"

namespace {

using namespace forewhen;

// Words of the text under a tree in which each hangs on a word near it.
ParsedSentence sentence_of(std::string_view text) {
  static constexpr std::string_view kTags[] = {"NNP", "VBD", "IN", "NN", "CC", ",", "VBN", "DT", "JJ"};
  static constexpr std::string_view kRelations[] = {"nsubj", "root", "case", "obj", "cc",
                                                    "punct", "conj", "det",  "amod"};
  ParsedSentence sentence;
  Words words = normal_words(text);
  words.resize(std::min<std::size_t>(words.size(), 60));
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t kind = (words[i].size() + i * 7) % std::size(kTags);
    Word word;
    word.form = words[i];
    word.tag = kTags[kind];
    word.relation = kRelations[kind];
    word.head = i == 0 ? -1 : static_cast<int>((i * 5) % i);
    sentence.words.push_back(std::move(word));
  }
  return sentence;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  bytes = bytes.substr(0, find_invalid_utf8(bytes).value_or(bytes.size()));
  std::string_view parts[4];
  for (std::string_view& part : parts) {
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    part = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  PetrarchTables tables;
  tables.actors.read(parts[0], "a", tables.problems);
  tables.agents.read(parts[1], "b", tables.problems);
  tables.verbs.read(parts[2], "c", tables.problems);
  tables.discards.read(parts[3]);
  for (const Error& error : tables.problems) require(!error.what.empty() && error.where.size() > 2);
  for (std::string_view part : parts) {
    const ParsedSentence sentence = sentence_of(part);
    const int count = static_cast<int>(sentence.words.size());
    for (const CodedEvent& event : code_sentence(sentence, tables, CivilDate{2021, 11, 8})) {
      require(event.verb >= 0 && event.verb < count && !event.code.empty());
      require(!event.sources.empty() && !event.targets.empty());
      for (const auto* side : {&event.sources, &event.targets}) {
        for (const CodedParticipant& one : *side)
          require(one.first >= 0 && one.first <= one.last && one.last < count && !one.code.empty());
      }
    }
  }
  return 0;
}
