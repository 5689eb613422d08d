// SPDX-License-Identifier: Apache-2.0
// English stems: the form under which words are looked up and found. The timeline files events under them
// (Event::terms) and questions look there, so both sides must use these functions and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forewhen {

// The stem of one word: letters folded to lower case and, where they are Latin with an accent, to plain ASCII (so that
// "Erdoğan" and "Erdogan" meet), then Porter's second English algorithm (Snowball "english"). Other scripts are kept.
// REQUIRES: valid UTF-8.
std::string stem(std::string_view word);

// Stems of the words of a text in their order, repeated ones kept; words without content of their own ("the", "of",
// "what", "before") are left out. A word is a run of letters and digits; hyphens part words, a possessive 's goes.
// REQUIRES: valid UTF-8.
std::vector<std::string> content_stems(std::string_view text);

// One of the words without content, in lower case.
bool is_stopword(std::string_view word);

}  // namespace forewhen
