// SPDX-License-Identifier: Apache-2.0
// The tense of the clause around an expression, told from auxiliaries, -ed forms and a list of irregular pasts. No
// tagger: what matters is only which way a bare weekday or month points.
#pragma once

#include "timex/reader.h"

namespace forewhen::timex {

// clearly_past: "it resigned in January", where nothing in the sentence lies ahead.
// surely_past: "since January" leaves no choice.
enum class Tense : std::uint8_t { unknown, past, present, future, clearly_past, surely_past };

// Of the tokens [begin, end); reads at most a sentence's worth of tokens on either side.
Tense tense_around(const Reader& r, std::size_t begin, std::size_t end);

}  // namespace forewhen::timex
