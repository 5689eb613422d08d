// SPDX-License-Identifier: Apache-2.0
// Whom "he", "she" and "they" may mean, by what was named before.
#pragma once

#include "extract/story.h"

namespace forewhen {

// The last person named before that word, subjects of their clauses first; an index into names, -1 when there is none.
int person_before(const Story& story, std::size_t sentence, int word, bool male);
// The people of the nearest clause before, who does it rather than to whom it is done; nullptr when there are none. It
// stays valid until participants are added to a draft.
const Participant* group_before(const Story& story, std::size_t sentence, int word);

}  // namespace forewhen
