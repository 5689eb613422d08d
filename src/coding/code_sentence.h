// SPDX-License-Identifier: Apache-2.0
// The events of one sentence.
#pragma once

#include "coding/tables.h"
#include "forewhen/coding/petrarch.h"

namespace forewhen {

// In the order of the verbs; `sentence` of the events is left at 0.
std::vector<CodedEvent> code_sentence(const ParsedSentence& sentence, const PetrarchTables& tables,
                                      const std::optional<CivilDate>& day);

}  // namespace forewhen
