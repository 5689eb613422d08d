// SPDX-License-Identifier: Apache-2.0
// The mention that a command is asked about: narrower than an event, since events come and go with what is joined.
#pragma once

#include <string>

#include "forewhen/model/decision.h"
#include "forewhen/store/graph_store.h"

namespace forewhen {

// An id (e..., c...): the claim of that id; @DOCUMENT:BYTE: the mention that covers the byte, or the only one of its
// sentence; words: the founding mention of the event that they name. Errors as of find_subject.
Result<Mention> find_mention(const GraphStore& store, const std::string& text);

DecidedMention decided_mention(const Mention& mention);
// "@a.txt:20 'attack'", of an actor "'Ruiz'"; raw, not for the terminal
std::string in_words(const DecidedMention& mention);

}  // namespace forewhen
