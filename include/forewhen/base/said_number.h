// SPDX-License-Identifier: Apache-2.0
// How many, as English text says it in front of a noun.
#pragma once

#include <string>
#include <string_view>

namespace forewhen {

// The number that the text begins with: "6" of "Six of her guards" and "at least 6 men", "1200" of "1,200 people"; the
// words "dozens", "scores", "hundreds" and "thousands" as they are; empty when it begins with none. "a" and "one" are
// none: they say which more often than how many.
std::string said_number(std::string_view text);

}  // namespace forewhen
