// SPDX-License-Identifier: Apache-2.0
// libFuzzer target over arbitrary bytes as CoNLL-U (tools/fuzz.sh): words and sentences that are taken lie in the text,
// their heads in the sentence.
#include <cstdint>
#include <cstdlib>

#include "forewhen/base/utf8.h"
#include "forewhen/syntax/conllu.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string_view conllu = bytes.substr(0, forewhen::find_invalid_utf8(bytes).value_or(bytes.size()));
  const auto text = forewhen::conllu_text(conllu);
  if (!text) return 0;
  const auto sentences = forewhen::read_conllu(conllu, *text);
  if (!sentences) return 0;
  for (const forewhen::ParsedSentence& sentence : *sentences) {
    if (sentence.span.end > text->size()) std::abort();
    for (const forewhen::Word& word : sentence.words) {
      if (!sentence.span.contains(word.span) || word.head >= static_cast<int>(sentence.words.size())) std::abort();
    }
  }
  (void)forewhen::to_conllu(*text, *sentences);
  return 0;
}
