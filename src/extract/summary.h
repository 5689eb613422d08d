// SPDX-License-Identifier: Apache-2.0
// One line that tells an event to who has not read the text.
#pragma once

#include <string>

#include "extract/story.h"

namespace forewhen {

// The clause or phrase of the trigger, without clauses and asides around it, with names for "he" and "whose", and with
// the subject that it shares with another verb. At most 24 words; "…" says that there were more.
std::string summary_of(const Story& story, const Draft& draft);

}  // namespace forewhen
