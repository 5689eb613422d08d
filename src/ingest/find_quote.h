// SPDX-License-Identifier: Apache-2.0
// Where a text has the words that somebody quotes from it. Blanks and line breaks may differ, nothing else.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "forewhen/base/span.h"

namespace forewhen::ingest {

using IsFree = std::function<bool(Span)>;

// The first occurrence within `within` that is free, whole words before parts of words; nothing when there is none.
// The span is that of the text's own bytes. REQUIRES: both valid UTF-8, `within` inside the text.
std::optional<Span> find_quote(
    std::string_view text, std::string_view quote, Span within, const IsFree& is_free = [](Span) { return true; });

// How far the text goes along with a quote that it does not have: "the text has "a b" and goes on "c""; for errors.
std::string tell_where_it_parts(std::string_view text, std::string_view quote);

// Runs of blanks as one, none at the ends.
std::string folded_blanks(std::string_view text);

}  // namespace forewhen::ingest
