// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {

// Where a whole sentence has been given no finite verb but a participle: "The director, Lena Moravec, apologised." The
// participle becomes the root. REQUIRES: the sentence has words.
void repair_root(ParsedSentence& sentence);

}  // namespace forewhen
