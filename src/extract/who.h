// SPDX-License-Identifier: Apache-2.0
// Who a noun phrase means: a name of the document, the holder of an office, a pronoun's person, or unnamed people.
#pragma once

#include "extract/story.h"

namespace forewhen {

// The phrase around the noun as a participant, without its role. Pronouns are looked up among the participants of the
// drafts, as far as those are filled in.
Participant describe_phrase(const Story& story, std::size_t sentence, int noun);

// The first of a draft's actors who is somebody; nullptr when there is none.
const Participant* actor_of(const Draft& draft);

}  // namespace forewhen
