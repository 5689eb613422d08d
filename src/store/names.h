// SPDX-License-Identifier: Apache-2.0
// Names as people look for them: by whole words of the normalised name. A word is a run of letters and digits, so that
// "kadir" finds "abdul-kadir" and "norland" finds "norland's president".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "forewhen/model/event.h"

namespace forewhen::store {

// Words of a normalised name, in its order. Every byte above ASCII counts as a letter.
std::vector<std::string_view> words_of(std::string_view normalised);

enum class NameMatch { none, words, exact };
// How well one of the names fits `wanted`, which is taken as given and normalised. A name is matched by words when
// `wanted` stands in it with no letter or digit beside.
NameMatch match_names(const std::vector<std::string>& names, std::string_view wanted);

// All names of it, the first one being what it is called.
std::vector<std::string> names_of(const Actor& actor);
std::vector<std::string> names_of(const Place& place);

}  // namespace forewhen::store
