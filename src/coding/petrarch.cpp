// SPDX-License-Identifier: Apache-2.0
#include "forewhen/coding/petrarch.h"

#include "coding/code_sentence.h"
#include "coding/sentence_words.h"
#include "coding/tables.h"

namespace forewhen {

Result<PetrarchCoder> PetrarchCoder::load(const std::string& folder) {
  auto tables = load_tables(folder);
  if (!tables) return tables.error();
  return PetrarchCoder(std::make_shared<const PetrarchTables>(std::move(tables).value()));
}

const std::string& PetrarchCoder::summary() const { return tables_->summary; }
const std::vector<Error>& PetrarchCoder::problems() const { return tables_->problems; }

std::vector<CodedEvent> PetrarchCoder::code(const std::vector<ParsedSentence>& sentences,
                                            const std::optional<CivilDate>& published) const {
  std::vector<CodedEvent> events;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    Words words;
    for (const Word& word : sentences[s].words) append_words(word, words);
    const Discard discard = tables_->discards.find(words);
    if (discard == Discard::story) return {};
    if (discard == Discard::sentence) continue;
    for (CodedEvent& event : code_sentence(sentences[s], *tables_, published)) {
      event.sentence = s;
      events.push_back(std::move(event));
    }
  }
  return events;
}

}  // namespace forewhen
