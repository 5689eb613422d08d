// SPDX-License-Identifier: Apache-2.0
// All that the extractor knows before it reads: the parser and the tables. Loaded once, never changed, shared by
// threads.
#pragma once

#include <memory>
#include <optional>

#include "extract/agents.h"
#include "extract/countries.h"
#include "extract/event_lexicon.h"
#include "extract/gazetteer.h"
#include "extract/senses.h"
#include "extract/titles.h"
#include "forewhen/coding/petrarch.h"
#include "forewhen/syntax/parsed_sentence.h"

namespace forewhen {

struct Knowledge {
  std::unique_ptr<SentenceParser> parser;
  EventLexicon events;
  Senses senses;
  Gazetteer gazetteer;
  Countries countries;
  Organisations organisations;
  Titles titles;
  GivenNames given_names;
  Agents agents;
  std::optional<PetrarchCoder> coder;  // when the reader has given dictionaries
};

}  // namespace forewhen
