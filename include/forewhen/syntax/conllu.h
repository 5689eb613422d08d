// SPDX-License-Identifier: Apache-2.0
// CoNLL-U (universaldependencies.org/format.html) out of parsed sentences, and in from any parser in the world.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {

// Sentences of `text` with `# text`, `# newpar`, SpaceAfter=No, SpacesBefore and SpacesAfter (UDPipe's escapes), from
// which conllu_text() makes the text again byte for byte, and multiword tokens (2-3 didn't); no `# newdoc` line, which
// is the caller's.
std::string to_conllu(std::string_view text, const std::vector<ParsedSentence>& sentences);

// The text of one CoNLL-U document, from FORM, `# text`, `# newpar`, SpaceAfter, SpacesBefore and SpacesAfter.
// refused: not ten columns, or a form that `# text` does not have; `where` is "name:line", lines from `first_line`.
Result<std::string> conllu_text(std::string_view conllu, std::string_view name = "conllu", std::size_t first_line = 1);

// The sentences of a CoNLL-U text, their words found again in `text`, in order, white space aside.
// Multiword tokens whose words are not in the text as such ("du": de le) give all their words the token's span; empty
// nodes are left out. A tag that is not Penn's is made from UPOS and FEATS; a missing lemma stays empty.
// refused: not ten columns, no tree, no relation, no tag, or a word that `text` does not have at that place; `where` is
// "name:line", lines from `first_line`.
Result<std::vector<ParsedSentence>> read_conllu(std::string_view conllu, std::string_view text,
                                                std::string_view name = "conllu", std::size_t first_line = 1);

// The universal part of speech (NOUN, VERB, AUX, ...) of a word, from its Penn tag, lemma and relation.
std::string_view universal_tag(const Word& word);

}  // namespace forewhen
