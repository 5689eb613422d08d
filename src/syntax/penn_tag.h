// SPDX-License-Identifier: Apache-2.0
// The Penn Treebank tag of a word that has universal part of speech and features only.
#pragma once

#include <string_view>

namespace forewhen::syntax {

bool is_penn_tag(std::string_view tag);

// "" when the two do not say it: an unknown UPOS, or a verb whose features do not tell its form.
// Source of the pairs: the features of the English treebanks (universaldependencies.org/en).
std::string_view penn_tag(std::string_view upos, std::string_view feats, std::string_view form, std::string_view lemma);

}  // namespace forewhen::syntax
